import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import { eenVerdeling } from "#test/builders.ts";
import { findUitersten, type Uiterste } from "./uitersten.ts";

function inWords({ aantal, ...sides }: Uiterste) {
  return { aantal: formatBreuk(aantal), ...sides };
}

const rough = eenVerdeling(`
    opgave: { aantal: { van: 100, tot: 200 }, eenheid: huishoudens }
    stappen:
      - { over: gemeenten, sleutel: { naar-rato-van: inwoners } }`);

describe("where a number is lowest and highest", () => {
  it("F226 is where the opgave is, with figures that are known exactly", () => {
    const found = findUitersten(rough.met("inwoners", { A: 3, B: 1 }).vraag(), "A");
    expect(found && inWords(found.laag)).toEqual({ aantal: "75", totaal: "laag", parameters: {} });
    expect(found && inWords(found.hoog)).toEqual({ aantal: "150", totaal: "hoog", parameters: {} });
  });

  it("is where the own figure and those of the others lie apart", () => {
    const known = { A: { van: 1, tot: 3 }, B: { van: 1, tot: 3 } };
    const found = findUitersten(rough.met("inwoners", known).vraag(), "A");
    expect(found && inWords(found.laag)).toEqual({
      aantal: "25",
      eigen: "laag",
      anderen: "hoog",
      totaal: "laag",
      parameters: {},
    });
    expect(found && inWords(found.hoog)).toMatchObject({ aantal: "150", eigen: "hoog" });
  });

  it("does not name what makes no difference to the end", () => {
    const bounded = eenVerdeling(`
        opgave: { aantal: { van: 100, tot: 200 }, eenheid: huishoudens }
        stappen:
          - over: gemeenten
            sleutel: { naar-rato-van: inwoners }
            voorwaarden: [{ hoogstens: grens, voor: [A] }]
            wat-niet-past: open
        parameters:
          grens: { eenheid: huishoudens, waarde: { van: 40, tot: 60 } }`)
      .met("inwoners", { A: 3, B: 1 })
      .vraag();
    const found = findUitersten(bounded, "A");
    expect(found && inWords(found.laag)).toEqual({ aantal: "40", parameters: { grens: "laag" } });
  });

  it("does not exist where all is known exactly", () => {
    const exact = eenVerdeling(`
        opgave: { aantal: 100, eenheid: huishoudens }
        stappen:
          - { over: gemeenten, sleutel: gelijk }`);
    expect(findUitersten(exact.met("inwoners", { A: 1, B: 1 }).vraag(), "A")).toBeUndefined();
  });
});

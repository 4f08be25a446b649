import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import { eenVerdeling } from "#test/builders.ts";
import { tryAfrondingen } from "./andere-afronding.ts";

const inwoners = { A: 53, B: 24, C: 23 };

function roundings(afronding: string, eenheid: string) {
  const vraag = eenVerdeling(`
      opgave: { aantal: 10, eenheid: huishoudens }
      stappen:
        - { over: gemeenten, sleutel: { naar-rato-van: inwoners }, afronding: ${afronding} }`)
    .met("inwoners", inwoners)
    .vraag();
  return Object.fromEntries(
    tryAfrondingen(vraag, eenheid).map(({ methode, aantal }) => [methode, formatBreuk(aantal)]),
  );
}

describe("another way of rounding", () => {
  it("F226 is told for each way that gives out exactly what there is, but the own one", () => {
    expect(roundings("grootste-rest", "A")).toEqual({
      "sainte-lague": "6",
      dhondt: "6",
      adams: "5",
      "huntington-hill": "5",
    });
  });

  it("is not told where it would leave a choice to people", () => {
    const vraag = eenVerdeling(`
        opgave: { aantal: 10, eenheid: huishoudens }
        stappen:
          - over: gemeenten
            sleutel: { naar-rato-van: inwoners }
            voorwaarden: [{ hoogstens: 5, voor: [A] }]`)
      .met("inwoners", inwoners)
      .vraag();
    const told = tryAfrondingen(vraag, "A").map(({ methode }) => methode);
    expect(told).toEqual(["adams", "huntington-hill"]);
  });

  it("is not told where nothing is rounded", () => {
    expect(roundings("geen", "A")).toEqual({});
  });
});

import { describe, expect, it } from "vitest";
import { breuk, formatBreuk } from "#domain/breuk.ts";
import { eenVerdeling } from "#test/builders.ts";
import { leftFor, readRustAlOp } from "./rust-al-op.ts";

const STAPPEN = "stappen: [{ over: gemeenten, sleutel: gelijk }]";

describe("what rests on the same supply already", () => {
  const proef = eenVerdeling(`
    onderwerp: urgenten
    spoor: 2
    opgave: { aantal: 10, eenheid: huishoudens, uit: vrijkomend }
    ${STAPPEN}
  `).met("vrijkomend", { A: 60, B: 40 });

  it("F085 is named per claim, and what nobody knows is unknown and not nought", () => {
    const vraag = proef.metGeheel("toewijzingen-doorstroming", 15).vraag();
    const told = readRustAlOp(vraag).map(({ cijfer, waarde }) => [
      cijfer,
      waarde ? formatBreuk(waarde.midden) : "onbekend",
    ]);
    expect(told).toEqual([
      ["toewijzingen-vergunninghouders", "onbekend"],
      ["plaatsingen-lokale-urgenten", "onbekend"],
      ["toewijzingen-doorstroming", "15"],
    ]);
  });

  it("is nothing where no supply is divided", () => {
    const vraag = eenVerdeling(`opgave: { aantal: 10, eenheid: woningen }\n${STAPPEN}`)
      .over("A", "B")
      .vraag();
    expect(readRustAlOp(vraag)).toEqual([]);
  });
});

describe("what is left for regulier woningzoekenden", () => {
  const band = (laag: number, hoog: number) => ({
    laag: breuk(laag),
    midden: breuk(laag),
    hoog: breuk(hoog),
  });

  it("F085 lies between least supply with most claims, and most supply with least", () => {
    const left = leftFor(band(1395, 1855), [band(420, 480), band(90, 90)]);
    expect([formatBreuk(left.laag), formatBreuk(left.hoog)]).toEqual(["825", "1345"]);
  });
});

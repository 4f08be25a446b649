import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { eenVerdeling } from "#test/builders.ts";
import { findTouched } from "./raakt.ts";
import { reckonMiddles } from "./reken.ts";

const { document, gebied } = eenVerdeling(`
    opgave: { aantal: 90, eenheid: woningen }
    stappen:
      - over: gemeenten
        sleutel: { naar-rato-van: inwoners }
        voorwaarden: [{ hoogstens: 50 % van woningvoorraad }]
        wat-niet-past: open`)
  .over("GM0001", "GM0002", "GM0003")
  .vraag();

function figure(indicator: string, id: string, number: number): Waarneming {
  const inhoud = { soort: "getal", waarde: breuk(BigInt(number)) } as const;
  return { indicator, cel: [], gebied: id, inhoud, bron: "proef" };
}

/** All have 30 to do; only the first meets its bound, of 10. */
const blad: Rekenblad = {
  op: "2026-01-01",
  gebied,
  sleutels: [{ document, tekst: "" }],
  documenten: [],
  waarnemingen: gebied.eenheden.flatMap(({ id }, i) => [
    figure("inwoners", id, 1000),
    figure("woningvoorraad", id, i === 0 ? 20 : 5000),
  ]),
  ingevuld: { parameters: {} },
  mogelijk: { sleutels: [], regios: [] },
};

function touchedBy(indicator: string, id: string, number: number) {
  const cijfer = { indicator, gebied: id, cel: [], bron: "proef", waarde: breuk(BigInt(number)) };
  const found = findTouched(blad, reckonMiddles(blad), cijfer, new Set());
  return found?.sleutels.map(({ gelezen, geraakt }) => ({ gelezen, geraakt }));
}

describe("which outcomes a figure touches", () => {
  it("is everybody who is not held by a bound, for a figure that a share goes by", () => {
    expect(touchedBy("inwoners", "GM0002", 1000)).toEqual([
      { gelezen: true, geraakt: ["GM0002", "GM0003"] },
    ]);
  });

  it("is only the gemeente itself, for a bound that it meets", () => {
    expect(touchedBy("woningvoorraad", "GM0001", 20)).toEqual([
      { gelezen: true, geraakt: ["GM0001"] },
    ]);
  });

  it("is nobody for now, for a bound that is not met", () => {
    expect(touchedBy("woningvoorraad", "GM0003", 5000)).toEqual([{ gelezen: true, geraakt: [] }]);
  });

  it("cannot be said of what is no number", () => {
    const word = { indicator: "inwoners", gebied: "GM0001", cel: [], bron: "proef" };
    const found = findTouched(blad, reckonMiddles(blad), { ...word, waarde: undefined }, new Set());
    expect(found).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { compare } from "#domain/breuk.ts";
import { eenVerdeling } from "#test/builders.ts";
import { computeVerdeling } from "./verdeel.ts";

describe("a verdeling of which only the middle is asked", () => {
  const proef = eenVerdeling(`
    opgave: { aantal: { van: 40, tot: 60 }, eenheid: woningen }
    stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]
  `).met("inwoners", { A: 30, B: 20 });

  it("gives the middles of the whole run, and says nothing of how far they may be off", () => {
    const whole = proef.verdeel();
    const middle = computeVerdeling({ ...proef.vraag(), alleenMidden: true });
    const middles = (outcome: typeof whole) => outcome.eenheden.map(({ aantal }) => aantal.midden);
    expect(middles(middle)).toEqual(middles(whole));
    expect(whole.eenheden.map(({ aantal }) => compare(aantal.laag, aantal.hoog))).toEqual([-1, -1]);
    expect(middle.eenheden.map(({ aantal }) => compare(aantal.laag, aantal.hoog))).toEqual([0, 0]);
  });

  it("still says between which ends lies what is divided: that needs no run", () => {
    const middle = computeVerdeling({ ...proef.vraag(), alleenMidden: true });
    expect(middle.opgave).toEqual(proef.verdeel().opgave);
  });
});

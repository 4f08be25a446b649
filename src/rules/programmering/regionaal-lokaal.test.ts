import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { between, exact } from "#rules/cijfers/band.ts";
import { compareRegionaalLokaal } from "./regionaal-lokaal.ts";

const n = (number: number) => exact(breuk(BigInt(number)));

describe("the regional programma beside those of its gemeenten", () => {
  const B = { naam: "B", programma: n(90), gevraagd: n(90) };
  const complete = [
    { naam: "C", programma: n(60), gevraagd: n(75) },
    { naam: "A", programma: n(130), gevraagd: n(135) },
    B,
  ];

  it("F213 lacks 20 where the region wants 300 and gemeenten hold 280, and names who holds less", () => {
    expect(compareRegionaalLokaal(n(300), complete)).toEqual({
      lokaal: n(280),
      tekort: n(20),
      zonderGetal: [],
      minder: ["A", "C"],
    });
  });

  it("F213 has no outcome while one gemeente has no number, and names it", () => {
    const found = compareRegionaalLokaal(n(300), [...complete, { naam: "Aa", gevraagd: n(10) }]);
    expect(found.tekort).toBeUndefined();
    expect(found).toMatchObject({ lokaal: n(280), zonderGetal: ["Aa"] });
  });

  it("F213 has no outcome without a regional number", () => {
    expect(compareRegionaalLokaal(undefined, complete).tekort).toBeUndefined();
  });

  it("F213 names nobody whose number may still reach what was asked", () => {
    const rough = between(breuk(80n), breuk(90n));
    const found = compareRegionaalLokaal(n(300), [{ ...B, programma: rough }]);
    expect(found.minder).toEqual([]);
  });
});

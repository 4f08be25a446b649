import { describe, expect, it } from "vitest";
import { gradenNaarRd, RD_NAUWKEURIGHEID, rdNaarGraden } from "./rd-graden.ts";
import { toRijksdriehoek } from "./rijksdriehoek.ts";

// The points of the test sheet of RDNAPTRANS (Kadaster and Rijkswaterstaat) that lie on Dutch land:
// ETRS89 in degrees, RD in metres.
const PROEFBLAD = [
  ["Texel", [4.824761912, 53.160753042], [117_380.12, 575_040.34]],
  ["Noord-Groningen", [6.776726674, 53.41948205], [247_380.56, 604_580.78]],
  ["Amersfoort", [5.387203657, 52.155172897], [155_000, 463_000]],
  ["Zeeuws-Vlaanderen", [3.397588595, 51.368607152], [16_460.91, 377_380.23]],
  ["Zuid-Limburg", [5.773795548, 50.792584916], [182_260.45, 311_480.67]],
  ["Maasvlakte", [4.072887101, 51.947393898], [64_640.89, 440_700.01]],
] as const;

const off = ([x, y]: readonly [number, number], [a, b]: readonly [number, number]) =>
  Math.hypot(x - a, y - b);

describe("degrees and metres of the Rijksdriehoek", () => {
  it.each(PROEFBLAD)("differ at %s by less than is promised", (_, graden, rd) => {
    expect(off(gradenNaarRd(graden), rd)).toBeLessThan(RD_NAUWKEURIGHEID);
    expect(off(gradenNaarRd(rdNaarGraden(rd)), rd)).toBeLessThan(0.001);
  });

  it("are 7 centimetres off on the whole, and 16 at the worst of these points", () => {
    const all = PROEFBLAD.map(([, graden, rd]) => off(gradenNaarRd(graden), rd));
    expect(Math.max(...all)).toBeCloseTo(0.16, 2);
    expect(all.reduce((sum, d) => sum + d, 0) / all.length).toBeCloseTo(0.08, 1);
  });

  it("come closer than the formula that maps on a screen are drawn with", () => {
    const worst = (to: typeof gradenNaarRd) =>
      Math.max(...PROEFBLAD.map(([, graden, rd]) => off(to(graden), rd)));
    expect(worst(gradenNaarRd)).toBeLessThan(worst(toRijksdriehoek));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { quotaOf } from "#test/arbitraries.ts";
import type { Deelnemer } from "./deelnemer.ts";
import { redistribute, redistributeInFractions } from "./herverdeling.ts";
import { redistributeInNumbers } from "./herverdeling-in-getallen.ts";

const bounds = fc.record({
  weight: fc.oneof(fc.bigInt(0n, 4n), fc.bigInt(0n, 100_000n)),
  onder: fc.oneof({ weight: 3, arbitrary: fc.constant(0n) }, fc.bigInt(0n, 40n)),
  ruimte: fc.option(fc.bigInt(0n, 30n), { freq: 2 }),
});

const vraag = fc
  .tuple(fc.bigInt(0n, 200n), fc.array(bounds, { minLength: 1, maxLength: 12 }))
  .filter(([, list]) => list.some(({ weight }) => weight > 0n))
  .map(([totaal, list]): readonly Deelnemer[] => {
    const weights = list.map(({ weight }) => weight);
    return quotaOf(totaal, weights).map((stand, i) => {
      const { onder = 0n, ruimte } = list[i] ?? {};
      const gewicht = breuk(weights[i] ?? 0n, 7n);
      const low = breuk(onder);
      return typeof ruimte === "bigint"
        ? { stand, gewicht, onder: low, boven: breuk(onder + ruimte) }
        : { stand, gewicht, onder: low };
    });
  });

describe("a herverdeling in plain Numbers", () => {
  it("puts every unit where fractions put it, or leaves the question to them", () => {
    let fast = 0;
    fc.assert(
      fc.property(vraag, (deelnemers) => {
        const slow = redistributeInFractions(deelnemers);
        expect(redistribute(deelnemers)).toEqual(slow);
        if (redistributeInNumbers(deelnemers)) fast += 1;
      }),
      { numRuns: 1000 },
    );
    expect(fast).toBeGreaterThan(300);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gewichtOfNul, naarNaam, quotaOf, standOver } from "#test/arbitraries.ts";
import { toGetalquota } from "./getalquota.ts";
import { allocateInFractions, allocateLargestRemainder } from "./largest-remainder.ts";

const weights = (most: number) =>
  fc
    .oneof(
      fc.array(gewichtOfNul, { minLength: 1, maxLength: most }),
      // Few kinds of weight: many remainders are equal.
      fc.array(fc.bigInt(0n, 3n), { minLength: 1, maxLength: most }),
      fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: most }),
    )
    .filter((list) => list.some((weight) => weight > 0n));

const opgave = fc.oneof(fc.bigInt(0n, 40n), fc.bigInt(0n, 1_000_000n), fc.bigInt(0n, 10n ** 18n));

describe("largest remainders in plain Numbers", () => {
  it("give every unit the number that fractions give, ties and all", () => {
    let fast = 0;
    fc.assert(
      fc.property(opgave, weights(60), fc.boolean(), (n, list, byName) => {
        const quota = quotaOf(n, list);
        const names = quota.map((_, i) => `u${i}`);
        const gegevens = standOver(quota, byName ? naarNaam(names) : [], names);
        expect(allocateLargestRemainder(n, quota, gegevens)).toEqual(
          allocateInFractions(n, quota, gegevens),
        );
        if (toGetalquota(quota)) fast += 1;
      }),
      { numRuns: 500 },
    );
    expect(fast).toBeGreaterThan(200);
  });

  it("are not tried where a number would be too large to stay exact", () => {
    expect(toGetalquota([{ teller: 2n ** 49n, noemer: 1n }])).toBeUndefined();
    expect(
      toGetalquota([
        { teller: 1n, noemer: 2n ** 30n },
        { teller: 1n, noemer: 3n ** 20n },
      ]),
    ).toBeUndefined();
    const fits = toGetalquota([
      { teller: 2n ** 47n, noemer: 3n },
      { teller: 1n, noemer: 2n },
    ]);
    expect(fits).toEqual({ tellers: Float64Array.of(2 ** 48, 3), factor: 1, noemer: 6 });
  });
});

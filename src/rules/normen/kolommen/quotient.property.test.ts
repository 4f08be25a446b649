import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestFor, quotient } from "./quotient.ts";

/** Factors and a number on the right for which the quotient is said to be exact, as far as it goes. */
const gevallen = fc
  .tuple(
    fc.oneof(fc.bigInt(1n, 60n), fc.bigInt(1n, 2n ** 53n - 1n)),
    fc.oneof(fc.bigInt(0n, 60n), fc.bigInt(0n, 2n ** 50n - 1n)),
  )
  .chain(([a, b]) => {
    const most = Math.min(largestFor({ a, b }), 2 ** 53 - 1);
    return fc.record({
      a: fc.constant(a),
      b: fc.constant(b),
      // A multiple of a often meets the limit exactly.
      y: fc.oneof(
        fc.constant(BigInt(most)),
        fc.bigInt(0n, BigInt(most)),
        fc.bigInt(0n, BigInt(most) / a).map((times) => times * a),
      ),
    });
  });

describe("the quotient of a comparison", () => {
  it("says of every whole x what a·x ≥ b·y says, on the limit and one beside it", () => {
    fc.assert(
      fc.property(gevallen, fc.integer({ min: -2, max: 2 }), ({ a, b, y }, beside) => {
        const x = (b * y) / a + BigInt(beside);
        expect(Number(x) >= quotient({ a, b }) * Number(y)).toBe(a * x >= b * y);
      }),
      { numRuns: 5000 },
    );
  });

  it("is not used where a product could come too near: then there is no largest y, or a small one", () => {
    expect(largestFor({ a: 3n, b: 2n })).toBe(Number((2n ** 50n - 1n) / 2n));
    expect(largestFor({ a: 0n, b: 2n })).toBe(-1);
    expect(largestFor({ a: -1n, b: 2n })).toBe(-1);
    expect(largestFor({ a: 1n, b: -2n })).toBe(-1);
    expect(largestFor({ a: 1n, b: 2n ** 50n })).toBe(-1);
    expect(largestFor({ a: 2n ** 53n, b: 1n })).toBe(-1);
  });
});

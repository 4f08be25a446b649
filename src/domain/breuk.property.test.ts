import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuken } from "#test/arbitraries.ts";
import {
  add,
  type Breuk,
  breuk,
  ceil,
  compare,
  divide,
  EEN,
  equals,
  floor,
  formatBreuk,
  isZero,
  largest,
  multiply,
  NUL,
  negate,
  parseBreuk,
  round,
  smallest,
  subtract,
  sum,
  toNumber,
} from "./breuk.ts";

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

const HALF = breuk(1, 2);

describe("an exact fraction", () => {
  it("adds and multiplies as numbers do: any order, any grouping, and each with its opposite", () => {
    fc.assert(
      fc.property(breuken, breuken, breuken, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(a, NUL)).toEqual(a);
        expect(multiply(a, EEN)).toEqual(a);
        expect(add(a, negate(a))).toEqual(NUL);
        expect(sum([a, b, c])).toEqual(add(a, add(b, c)));
      }),
    );
  });

  it("is undone: what is added can be subtracted, what is multiplied can be divided", () => {
    fc.assert(
      fc.property(breuken, breuken, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        fc.pre(!isZero(b));
        expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  it("is always in lowest terms, with its sign above the line", () => {
    fc.assert(
      fc.property(breuken, breuken, (a, b) => {
        for (const { teller, noemer } of [add(a, b), subtract(a, b), multiply(a, b), negate(a)]) {
          expect(noemer).toBeGreaterThan(0n);
          expect(gcd(teller < 0n ? -teller : teller, noemer)).toBe(1n);
        }
      }),
    );
  });

  it("lies in one order, which adding and positive factors keep", () => {
    fc.assert(
      fc.property(breuken, breuken, breuken, (a, b, c) => {
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(a, b) === 0).toBe(equals(a, b));
        expect(compare(add(a, c), add(b, c))).toBe(compare(a, b));
        fc.pre(compare(c, NUL) > 0);
        expect(compare(multiply(a, c), multiply(b, c))).toBe(compare(a, b));
        expect(compare(smallest(a, b), largest(a, b))).toBeLessThanOrEqual(0);
        expect(add(smallest(a, b), largest(a, b))).toEqual(add(a, b));
      }),
    );
  });

  it("lies between the whole numbers below and above it", () => {
    fc.assert(
      fc.property(breuken, (a) => {
        expect(compare(breuk(floor(a)), a)).toBeLessThanOrEqual(0);
        expect(compare(a, breuk(floor(a) + 1n))).toBeLessThan(0);
        expect(compare(a, breuk(ceil(a)))).toBeLessThanOrEqual(0);
        expect(compare(breuk(ceil(a) - 1n), a)).toBeLessThan(0);
      }),
    );
  });

  it("is rounded to a whole number at most a half away", () => {
    fc.assert(
      fc.property(breuken, fc.constantFrom("naar-boven", "naar-even"), (a, halven) => {
        const away = subtract(breuk(round(a, halven)), a);
        expect(compare(away, HALF)).toBeLessThanOrEqual(0);
        expect(compare(negate(HALF), away)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("is rounded up on an exact half, or to the even number where the document says so", () => {
    fc.assert(
      fc.property(fc.bigInt(-1000n, 1000n), (n) => {
        const half = add(breuk(n), HALF);
        expect(round(half)).toBe(n + 1n);
        expect(round(half, "naar-even") % 2n).toBe(0n);
      }),
    );
  });

  it("reads back from its own text as itself", () => {
    fc.assert(
      fc.property(breuken, (a) => {
        expect(parseBreuk(formatBreuk(a))).toEqual(a);
      }),
    );
  });

  it("is read from a decimal text without rounding", () => {
    const digits = fc.bigInt(0n, 10n ** 20n);
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 12 }), (n, places) => {
        const text = `${n}`.padStart(places + 1, "0");
        const decimal = `${text.slice(0, -places)}.${text.slice(-places)}`;
        const expected = breuk(n, 10n ** BigInt(places));
        expect(parseBreuk(decimal)).toEqual(expected);
        expect(parseBreuk(`${decimal} %`)).toEqual(divide(expected, breuk(100)));
      }),
    );
  });

  it("is drawn close to where it is", () => {
    fc.assert(
      fc.property(breuken, (a: Breuk) => {
        const drawn = toNumber(a);
        const exact = Number(a.teller) / Number(a.noemer);
        expect(Math.abs(drawn - exact)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(exact)));
      }),
    );
  });
});

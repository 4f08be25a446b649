import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Breuk, breuk, ceil, compare, floor, multiply, subtract } from "#domain/breuk.ts";
import {
  geschud,
  gewicht,
  gewichtOfNul,
  inOrder,
  naarNaam,
  quotaOf,
  standOver,
} from "#test/arbitraries.ts";
import { allocateLargestRemainder } from "./largest-remainder.ts";

const opgave = fc.oneof(fc.bigInt(0n, 40n), fc.bigInt(0n, 1_000_000_000n));
const gewichten = fc
  .array(gewichtOfNul, { minLength: 1, maxLength: 7 })
  .filter((list) => list.some((weight) => weight > 0n));

function divideByName(totaal: bigint, quota: readonly Breuk[], ids?: readonly string[]) {
  const names = ids ?? quota.map((_, i) => `u${i}`);
  return allocateLargestRemainder(totaal, quota, standOver(quota, naarNaam(names), names));
}

function total(numbers: readonly bigint[]): bigint {
  return numbers.reduce((sum, number) => sum + number, 0n);
}

describe("largest remainders", () => {
  it("divide to the last unit", () => {
    fc.assert(
      fc.property(opgave, gewichten, (n, weights) => {
        expect(total(divideByName(n, quotaOf(n, weights)).aantallen)).toBe(n);
      }),
    );
  });

  it("give everyone their exact part, rounded down or up", () => {
    fc.assert(
      fc.property(opgave, gewichten, (n, weights) => {
        const quota = quotaOf(n, weights);
        for (const [i, number] of divideByName(n, quota).aantallen.entries()) {
          const quotum = quota[i] as Breuk;
          expect([floor(quotum), ceil(quotum)]).toContain(number);
        }
      }),
    );
  });

  it("never give a larger remainder less than a smaller one", () => {
    fc.assert(
      fc.property(opgave, gewichten, (n, weights) => {
        const quota = quotaOf(n, weights);
        const { aantallen } = divideByName(n, quota);
        const rest = quota.map((quotum) => subtract(quotum, breuk(floor(quotum))));
        const got = aantallen.map((number, i) => number - floor(quota[i] as Breuk));
        for (const [i, a] of rest.entries()) {
          for (const [j, b] of rest.entries()) {
            if (compare(a, b) > 0) expect(got[i]).toBeGreaterThanOrEqual(Number(got[j]));
          }
        }
      }),
    );
  });

  it("do not look at the order of the units", () => {
    fc.assert(
      fc.property(opgave, geschud(gewichten), (n, { list, order }) => {
        const quota = quotaOf(n, list);
        const ids = list.map((_, i) => `u${i}`);
        const forward = divideByName(n, quota, ids).aantallen;
        const shuffled = divideByName(n, inOrder(quota, order), inOrder(ids, order)).aantallen;
        expect(shuffled).toEqual(inOrder(forward, order));
      }),
    );
  });

  it("give equal weights numbers that differ by at most one", () => {
    fc.assert(
      fc.property(opgave, gewicht, fc.integer({ min: 1, max: 9 }), (n, weight, units) => {
        const { aantallen } = divideByName(n, quotaOf(n, Array(units).fill(weight)));
        const sorted = aantallen.toSorted((a, b) => Number(a - b));
        expect((sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n)).toBeLessThanOrEqual(1n);
      }),
    );
  });

  it("do not look at the measure of the weights", () => {
    fc.assert(
      fc.property(opgave, gewichten, fc.bigInt(2n, 1000n), (n, weights, factor) => {
        const scaled = weights.map((weight) => weight * factor);
        expect(divideByName(n, quotaOf(n, scaled))).toEqual(divideByName(n, quotaOf(n, weights)));
      }),
    );
  });

  it("leave a tie to people when the document has no rule for it: candidates and number", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 200n), fc.integer({ min: 2, max: 8 }), gewicht, (n, units, w) => {
        const quota = quotaOf(n, Array(units).fill(w));
        const { open } = allocateLargestRemainder(n, quota, standOver(quota, []));
        const left = Number(n % BigInt(units));
        const kandidaten = quota.map((_, i) => i);
        expect(open).toEqual(left === 0 ? undefined : { kandidaten, teVerdelen: left });
      }),
    );
  });

  it("ask people only about units whose remainder is the same, and about fewer places than there are of them", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 60n), gewichten, (n, weights) => {
        const quota = quotaOf(n, weights);
        const { open } = allocateLargestRemainder(n, quota, standOver(quota, []));
        const rest = quota.map((quotum) => subtract(quotum, breuk(floor(quotum))));
        const { kandidaten, teVerdelen } = open ?? { kandidaten: [], teVerdelen: 0 };
        const [first = 0, ...others] = kandidaten;
        const alike = (unit: number) => compare(rest[unit] as Breuk, rest[first] as Breuk) === 0;
        expect(others.every(alike)).toBe(true);
        expect(open === undefined || teVerdelen < kandidaten.length).toBe(true);
      }),
    );
  });

  it("give a unit without weight nothing", () => {
    fc.assert(
      fc.property(opgave, gewichten, (n, weights) => {
        const { aantallen } = divideByName(n, quotaOf(n, weights));
        const idle = aantallen.filter((_, i) => weights[i] === 0n);
        expect(idle.every((number) => number === 0n)).toBe(true);
      }),
    );
  });
});

describe("quota less than one away from the total", () => {
  it("still come out at the total", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 500n), gewichten, fc.bigInt(-99n, 99n), (n, weights, cents) => {
        const near = breuk(100n * n + cents, 100n * n);
        const quota = quotaOf(n, weights).map((quotum) => multiply(quotum, near));
        expect(total(divideByName(n, quota).aantallen)).toBe(n);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { gewichtOfNul, naarNaam, standOver } from "#test/arbitraries.ts";
import { moveByPrice } from "./deler-in-getallen.ts";
import {
  allocateByDivisor,
  allocateInFractions,
  type Delermethode,
  type Grens,
} from "./divisor.ts";

const methode = fc.constantFrom<Delermethode>("sainte-lague", "dhondt", "adams", "huntington-hill");

const unit = fc.record({
  weight: fc.oneof(fc.bigInt(0n, 3n), gewichtOfNul, fc.bigInt(0n, 10n ** 30n)),
  grens: fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, fc.bigInt(0n, 6n)),
      fc.option(fc.bigInt(0n, 20n), { freq: 3 }),
    )
    .map(([onder, room]): Grens => (room === null ? { onder } : { onder, boven: onder + room })),
  start: fc.oneof(fc.constant(0n), fc.bigInt(0n, 12n)),
});

describe("a divisor method in plain Numbers", () => {
  it("gives every unit the number that fractions give, ties and all", () => {
    fc.assert(
      fc.property(
        methode,
        fc.oneof(fc.bigInt(0n, 6n), fc.bigInt(0n, 150n)),
        fc.array(unit, { minLength: 1, maxLength: 15 }),
        fc.boolean(),
        (how, n, units, byName) => {
          const weights = units.map(({ weight }) => breuk(weight, 7n));
          const grenzen = units.map(({ grens }) => grens);
          const names = units.map((_, i) => `u${i}`);
          const stand = standOver(weights, byName ? naarNaam(names) : [], names);
          const start = units.map((item) => item.start);
          const low = units.map(({ grens }) => grens.onder);
          const fast = allocateByDivisor(how, n, weights, grenzen, start, stand);
          expect(fast).toEqual(allocateInFractions(how, n, weights, grenzen, low, stand));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("are not certain where two prices are too close to tell apart", () => {
    const close = {
      methode: "sainte-lague" as const,
      totaal: 1,
      gewichten: Float64Array.of(1, 1 + 1e-15),
      onder: new Float64Array(2),
      boven: new Float64Array(2).fill(Number.POSITIVE_INFINITY),
      prijs: 2,
    };
    expect(moveByPrice(close, Float64Array.of(1, 0))).toBe(false);
    const apart = { ...close, gewichten: Float64Array.of(1, 1.001) };
    const aantallen = Float64Array.of(1, 0);
    expect(moveByPrice(apart, aantallen)).toBe(true);
    expect([...aantallen]).toEqual([0, 1]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Breuk, breuk, compare, divide, isZero, multiply } from "#domain/breuk.ts";
import { geschud, gewicht, gewichtOfNul, inOrder, naarNaam, standOver } from "#test/arbitraries.ts";
import { allocateByDivisor, type Delermethode, type Grens } from "./divisor.ts";

type Eenheid = { readonly id: string; readonly gewicht: Breuk; readonly grens: Grens };

const methode = fc.constantFrom<Delermethode>("sainte-lague", "dhondt", "adams", "huntington-hill");

const grens: fc.Arbitrary<Grens> = fc
  .tuple(fc.bigInt(0n, 6n), fc.option(fc.bigInt(0n, 12n), { freq: 3 }))
  .map(([onder, room]) => (room === null ? { onder } : { onder, boven: onder + room }));

const eenheid = fc.record({ gewicht: gewichtOfNul.map((weight) => breuk(weight)), grens });

const eenheden: fc.Arbitrary<readonly Eenheid[]> = fc
  .array(eenheid, { minLength: 1, maxLength: 6 })
  .map((list) => list.map((item, i) => ({ ...item, id: `u${i}` })));

/** Units without bounds and each with a weight, so that there is an outcome for every total. */
const vrij: fc.Arbitrary<readonly Eenheid[]> = fc
  .array(gewicht, { minLength: 2, maxLength: 6 })
  .map((list) => list.map((w, i) => ({ id: `u${i}`, gewicht: breuk(w), grens: { onder: 0n } })));

const totaal = fc.bigInt(0n, 60n);

function run(
  how: Delermethode,
  n: bigint,
  units: readonly Eenheid[],
  start: readonly bigint[] = [],
  regels = naarNaam(units.map(({ id }) => id)),
) {
  const weights = units.map((unit) => unit.gewicht);
  const stand = standOver(
    weights,
    regels,
    units.map(({ id }) => id),
  );
  return allocateByDivisor(
    how,
    n,
    weights,
    units.map((unit) => unit.grens),
    start,
    stand,
  );
}

function numbers(how: Delermethode, n: bigint, units: readonly Eenheid[], start?: bigint[]) {
  return run(how, n, units, start)?.aantallen;
}

function room(units: readonly Eenheid[]): { readonly low: bigint; readonly high: bigint } {
  const low = units.reduce((sum, unit) => sum + unit.grens.onder, 0n);
  const high = units.reduce((sum, unit) => {
    const { onder, boven = 1_000_000n } = unit.grens;
    return sum + (isZero(unit.gewicht) ? onder : boven);
  }, 0n);
  return { low, high };
}

/** Weight ÷ signpost as the literature writes it; undefined stands for infinite. */
function prijs(how: Delermethode, weight: Breuk, number: bigint): Breuk | undefined {
  const n = breuk(number);
  const signposts: Readonly<Record<Delermethode, Breuk>> = {
    "sainte-lague": breuk(2n * number - 1n, 2n),
    dhondt: n,
    adams: breuk(number - 1n),
    // Squared, so that no root is needed; the order of the prices is the same.
    "huntington-hill": breuk(number * (number - 1n)),
  };
  const over = how === "huntington-hill" ? multiply(weight, weight) : weight;
  return isZero(signposts[how]) ? undefined : divide(over, signposts[how]);
}

function duurder(a: Breuk | undefined, b: Breuk | undefined): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  return compare(a, b);
}

/** One at a time to whom it is worth most; of equal ones the first by name. */
function oneByOne(how: Delermethode, n: bigint, units: readonly Eenheid[]): bigint[] {
  const given = units.map((unit) => unit.grens.onder);
  for (let left = n - given.reduce((sum, number) => sum + number, 0n); left > 0n; left -= 1n) {
    const claims = units.flatMap((unit, i) => {
      const more = (given[i] ?? 0n) + 1n;
      const free = !isZero(unit.gewicht) && more <= (unit.grens.boven ?? more);
      return free ? [{ i, price: prijs(how, unit.gewicht, more) }] : [];
    });
    const { i = 0 } = claims.toSorted((a, b) => duurder(b.price, a.price))[0] ?? {};
    given[i] = (given[i] ?? 0n) + 1n;
  }
  return given;
}

describe("divisor methods", () => {
  it("divide to the last unit, inside every bound", () => {
    fc.assert(
      fc.property(methode, totaal, eenheden, (how, n, units) => {
        const found = numbers(how, n, units);
        fc.pre(found !== undefined);
        expect(found.reduce((sum, number) => sum + number, 0n)).toBe(n);
        for (const [i, number] of found.entries()) {
          const { onder, boven } = units[i]?.grens ?? { onder: 0n };
          expect(number >= onder && number <= (boven ?? number)).toBe(true);
        }
      }),
    );
  });

  it("have no outcome exactly when the bounds leave no room for the total", () => {
    fc.assert(
      fc.property(methode, totaal, eenheden, (how, n, units) => {
        const { low, high } = room(units);
        expect(numbers(how, n, units) === undefined).toBe(n < low || n > high);
      }),
    );
  });

  it("give what giving one at a time to the highest claim gives", () => {
    fc.assert(
      fc.property(methode, totaal, eenheden, (how, n, units) => {
        const { low, high } = room(units);
        fc.pre(low <= n && n <= high);
        expect(numbers(how, n, units)).toEqual(oneByOne(how, n, units));
      }),
    );
  });

  it("come with a multiplier that proves them: nobody's last one is worth less than another's next", () => {
    fc.assert(
      fc.property(methode, totaal, eenheden, (how, n, units) => {
        const found = numbers(how, n, units);
        fc.pre(found !== undefined);
        const nexts = units.flatMap((unit, i) => {
          const more = (found[i] ?? 0n) + 1n;
          const free = !isZero(unit.gewicht) && more <= (unit.grens.boven ?? more);
          return free ? [prijs(how, unit.gewicht, more)] : [];
        });
        const lasts = units.flatMap((unit, i) => {
          const own = found[i] ?? 0n;
          return own > unit.grens.onder ? [prijs(how, unit.gewicht, own)] : [];
        });
        const wrong = nexts.some((next) => lasts.some((last) => duurder(next, last) > 0));
        expect(wrong).toBe(false);
      }),
    );
  });

  it("do not depend on the guess they start from", () => {
    const guess = fc.array(fc.bigInt(0n, 30n), { maxLength: 6 });
    fc.assert(
      fc.property(methode, totaal, eenheden, guess, (how, n, units, start) => {
        expect(numbers(how, n, units, start)).toEqual(numbers(how, n, units));
      }),
    );
  });

  it("never take one away when there is more to divide (house monotonicity)", () => {
    fc.assert(
      fc.property(methode, totaal, eenheden, (how, n, units) => {
        const before = numbers(how, n, units);
        const after = numbers(how, n + 1n, units);
        fc.pre(before !== undefined && after !== undefined);
        expect(after.every((number, i) => number >= (before[i] ?? 0n))).toBe(true);
      }),
    );
  });

  it("never move one from who grew to who shrank (population monotonicity)", () => {
    const twice = fc
      .tuple(vrij, fc.array(gewicht, { minLength: 6, maxLength: 6 }))
      .map(([units, later]) => ({
        before: units,
        after: units.map((unit, i) => ({ ...unit, gewicht: breuk(later[i] ?? 1n) })),
      }));
    fc.assert(
      fc.property(methode, totaal, twice, (how, n, { before, after }) => {
        const [old = [], fresh = []] = [numbers(how, n, before), numbers(how, n, after)];
        const grew = (i: number) =>
          compare(after[i]?.gewicht as Breuk, before[i]?.gewicht as Breuk) >= 0;
        const shrank = (i: number) =>
          compare(after[i]?.gewicht as Breuk, before[i]?.gewicht as Breuk) <= 0;
        for (const i of before.keys()) {
          for (const j of before.keys()) {
            if (!grew(i) || !shrank(j)) continue;
            const lost = Number(fresh[i]) < Number(old[i]);
            const won = Number(fresh[j]) > Number(old[j]);
            expect(lost && won).toBe(false);
          }
        }
      }),
    );
  });

  it("do not look at the order of the units", () => {
    fc.assert(
      fc.property(methode, totaal, geschud(eenheden), (how, n, { list, order }) => {
        const forward = numbers(how, n, list);
        const shuffled = numbers(how, n, inOrder(list, order));
        expect(shuffled).toEqual(forward && inOrder(forward, order));
      }),
    );
  });

  it("do not look at the measure of the weights", () => {
    fc.assert(
      fc.property(methode, totaal, eenheden, fc.bigInt(2n, 999n), (how, n, units, factor) => {
        const scaled = units.map((unit) => ({
          ...unit,
          gewicht: multiply(unit.gewicht, breuk(factor, 7n)),
        }));
        expect(numbers(how, n, scaled)).toEqual(numbers(how, n, units));
      }),
    );
  });

  it("give any part of the units, dividing what it holds together, the same again (coherence)", () => {
    const chosen = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(methode, totaal, eenheden, chosen, (how, n, units, mask) => {
        const found = numbers(how, n, units);
        fc.pre(found !== undefined);
        const inside = units.filter((_, i) => mask[i]);
        const own = found.filter((_, i) => mask[i]);
        const together = own.reduce((sum, number) => sum + number, 0n);
        expect(numbers(how, together, inside)).toEqual(own);
      }),
    );
  });

  it("give a unit without weight its lower bound and nothing more", () => {
    fc.assert(
      fc.property(methode, totaal, eenheden, (how, n, units) => {
        const found = numbers(how, n, units, [5n, 5n, 5n, 5n, 5n, 5n]);
        fc.pre(found !== undefined && units.some((unit) => isZero(unit.gewicht)));
        for (const [i, unit] of units.entries()) {
          if (isZero(unit.gewicht)) expect(found[i]).toBe(unit.grens.onder);
        }
      }),
    );
  });

  it("leave a tie to people when the document has no rule for it: candidates and number", () => {
    fc.assert(
      fc.property(methode, totaal, eenheden, (how, n, units) => {
        const settled = run(how, n, units);
        const asked = run(how, n, units, [], []);
        fc.pre(settled !== undefined && asked !== undefined);
        const lines = [...naarNaam(units.map(({ id }) => id))];
        const backwards = lines.map((line) =>
          line.soort === "volgorde" ? { ...line, eenheden: line.eenheden.toReversed() } : line,
        );
        const other = run(how, n, units, [], backwards);
        const differs = settled.aantallen.some((number, i) => number !== other?.aantallen[i]);
        // Two orders of people give two outcomes exactly where the rules leave it open.
        expect(asked.open !== undefined).toBe(differs);
        const { kandidaten, teVerdelen } = asked.open ?? { kandidaten: [], teVerdelen: 0 };
        const base = asked.aantallen.reduce((sum, number) => sum + number, 0n);
        expect(base + BigInt(teVerdelen)).toBe(n);
        for (const [i, number] of settled.aantallen.entries()) {
          if (number !== other?.aantallen[i]) expect(kandidaten).toContain(i);
        }
      }),
    );
  });
});

describe("units that weigh the same", () => {
  it("are all asked about when they cannot have the same number", () => {
    const equal = fc.tuple(gewicht, fc.integer({ min: 2, max: 6 }));
    fc.assert(
      fc.property(methode, totaal, equal, (how, n, [weight, many]) => {
        const units = Array.from({ length: many }, (_, i) => ({
          id: `u${i}`,
          gewicht: breuk(weight),
          grens: { onder: 0n },
        }));
        const left = Number(n % BigInt(many));
        const kandidaten = units.map((_, i) => i);
        const expected = left === 0 ? undefined : { kandidaten, teVerdelen: left };
        expect(run(how, n, units, [], [])?.open).toEqual(expected);
      }),
    );
  });
});

describe("two claims that are nearly equal", () => {
  it("are told apart however close they are", () => {
    fc.assert(
      fc.property(methode, fc.bigInt(1n, 9n), (how, n) => {
        const units = [10n ** 40n, 10n ** 40n + 1n].map((weight, i) => ({
          id: `u${i}`,
          gewicht: breuk(weight),
          grens: { onder: 1n },
        }));
        // Both have the same number; the last one is the larger's by the smallest of margins.
        const last = run(how, 2n * n + 1n, units, [], []);
        expect(last).toEqual({ aantallen: [n, n + 1n] });
      }),
    );
  });
});

describe("for few units", () => {
  it("Sainte-Laguë lies nearest to the exact parts, as its sum of squared errors per weight says", () => {
    const three = fc.array(gewicht, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.bigInt(0n, 9n), three, (n, weights) => {
        const units = weights.map((w, i) => ({
          id: `u${i}`,
          gewicht: breuk(w),
          grens: { onder: 0n },
        }));
        const found = numbers("sainte-lague", n, units) ?? [];
        const together = weights.reduce((sum, w) => sum + w, 0n);
        // Σ (x − q)² ÷ w is least exactly at Sainte-Laguë's outcome (Sainte-Laguë 1910).
        const error = (list: readonly bigint[]) =>
          list.reduce<Breuk>((sum, number, i) => {
            const w = weights[i] ?? 1n;
            const away = breuk(number * together - n * w, together);
            const part = divide(multiply(away, away), breuk(w));
            return {
              ...breuk(
                sum.teller * part.noemer + part.teller * sum.noemer,
                sum.noemer * part.noemer,
              ),
            };
          }, breuk(0n));
        const best = error(found);
        for (let a = 0n; a <= n; a += 1n) {
          for (let b = 0n; a + b <= n; b += 1n) {
            expect(compare(best, error([a, b, n - a - b]))).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  type Breuk,
  breuk,
  compare,
  equals,
  isZero,
  largest,
  multiply,
  NUL,
  smallest,
  sum,
} from "#domain/breuk.ts";
import { geschud, inOrder, quotaOf } from "#test/arbitraries.ts";
import type { Deelnemer } from "./deelnemer.ts";
import { redistribute } from "./herverdeling.ts";

const part = fc
  .tuple(fc.bigInt(0n, 60n), fc.bigInt(1n, 4n))
  .map(([teller, noemer]) => breuk(teller, noemer));

const deelnemer: fc.Arbitrary<Deelnemer> = fc
  .record({
    stand: part,
    onder: fc.oneof(fc.constant(NUL), part),
    ruimte: fc.option(part, { freq: 2 }),
    gewicht: fc.oneof({ weight: 4, arbitrary: part }, { weight: 1, arbitrary: fc.constant(NUL) }),
  })
  .map(({ stand, onder, ruimte, gewicht }) => ({
    stand,
    onder,
    gewicht,
    ...(ruimte ? { boven: add(onder, ruimte) } : {}),
  }));

const deelnemers = fc.array(deelnemer, { minLength: 1, maxLength: 6 });

function standenOf(list: readonly Deelnemer[]): readonly Breuk[] | undefined {
  const outcome = redistribute(list);
  return outcome.soort === "gelukt" ? outcome.standen : undefined;
}

function clip(stand: Breuk, { onder, boven }: Deelnemer): Breuk {
  const raised = largest(stand, onder);
  return boven ? smallest(raised, boven) : raised;
}

/** Where the movable can go at least and at most; who has no weight stays where its bounds put it. */
function room(list: readonly Deelnemer[]): { readonly low: Breuk; readonly high?: Breuk } {
  const fixed = list.map((item) => (isZero(item.gewicht) ? clip(item.stand, item) : undefined));
  const low = sum(list.map((item, i) => fixed[i] ?? item.onder));
  const tops = list.map((item, i) => fixed[i] ?? item.boven);
  const known = tops.filter((top) => top !== undefined);
  return known.length === tops.length ? { low, high: sum(known) } : { low };
}

describe("a herverdeling", () => {
  it("never changes the total", () => {
    fc.assert(
      fc.property(deelnemers, (list) => {
        const standen = standenOf(list);
        fc.pre(standen !== undefined);
        expect(sum(standen)).toEqual(sum(list.map(({ stand }) => stand)));
      }),
    );
  });

  it("leaves everyone within its bounds, and nobody below nothing or its own minstens", () => {
    fc.assert(
      fc.property(deelnemers, (list) => {
        const standen = standenOf(list);
        fc.pre(standen !== undefined);
        for (const [i, stand] of standen.entries()) {
          const { onder, boven } = list[i] as Deelnemer;
          expect(compare(stand, onder)).toBeGreaterThanOrEqual(0);
          expect(compare(stand, boven ?? stand)).toBeLessThanOrEqual(0);
          expect(compare(stand, NUL)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("does not look at the order of the list", () => {
    fc.assert(
      fc.property(geschud(deelnemers), ({ list, order }) => {
        const forward = standenOf(list);
        const shuffled = standenOf(inOrder(list, order));
        expect(shuffled).toEqual(forward && inOrder(forward, order));
      }),
    );
  });

  it("lets who has weight 0 neither give nor take more than its own bounds ask", () => {
    fc.assert(
      fc.property(deelnemers, (list) => {
        const standen = standenOf(list);
        fc.pre(standen !== undefined && list.some(({ gewicht }) => isZero(gewicht)));
        for (const [i, item] of list.entries()) {
          if (isZero(item.gewicht)) expect(standen[i]).toEqual(clip(item.stand, item));
        }
      }),
    );
  });

  it("fails exactly when the others cannot give or take it all", () => {
    fc.assert(
      fc.property(deelnemers, (list) => {
        const total = sum(list.map(({ stand }) => stand));
        const { low, high = total } = room(list);
        const possible = compare(low, total) <= 0 && compare(total, high) <= 0;
        expect(standenOf(list) !== undefined).toBe(possible);
      }),
      { numRuns: 500 },
    );
  });

  it("changes nothing where nobody is past a bound", () => {
    fc.assert(
      fc.property(deelnemers, (list) => {
        const inside = list.map((item) => ({ ...item, stand: clip(item.stand, item) }));
        expect(standenOf(inside)).toEqual(inside.map(({ stand }) => stand));
      }),
    );
  });

  it("moves all free units in one direction, in proportion to their weight, when one kind of bound catches once", () => {
    const three = fc.tuple(fc.bigInt(1n, 9n), fc.bigInt(1n, 9n), fc.bigInt(1n, 40n));
    fc.assert(
      fc.property(three, ([a, b, raise]) => {
        const list: Deelnemer[] = [
          { stand: breuk(100), onder: NUL, gewicht: breuk(a) },
          { stand: breuk(100), onder: NUL, gewicht: breuk(b) },
          { stand: breuk(10), onder: breuk(10n + raise), gewicht: breuk(1) },
        ];
        const [first = NUL, second = NUL] = standenOf(list) ?? [];
        expect(first).toEqual(breuk(100n * (a + b) - raise * a, a + b));
        expect(second).toEqual(breuk(100n * (a + b) - raise * b, a + b));
      }),
    );
  });
});

describe("a herverdeling by the key that was divided by", () => {
  const keyed = fc
    .tuple(
      fc.bigInt(1n, 400n),
      fc.array(fc.tuple(fc.bigInt(1n, 20n), deelnemer), { minLength: 2, maxLength: 5 }),
    )
    .map(([total, list]) => {
      const weights = list.map(([weight]) => weight);
      const quota = quotaOf(total, weights);
      return list.map(([weight, { onder, boven }], i) => ({
        stand: quota[i] ?? NUL,
        gewicht: breuk(weight),
        onder,
        ...(boven ? { boven } : {}),
      }));
    });

  it("ends on the bounded proportional solution: one rate for all who are free", () => {
    fc.assert(
      fc.property(keyed, (list: readonly Deelnemer[]) => {
        const standen = standenOf(list);
        fc.pre(standen !== undefined);
        // Whoever lies strictly inside has one and the same rate λ; all others are on the bound
        // that λ would carry them past.
        const rates = standen.map((stand, i) => rateOf(stand, list[i] as Deelnemer));
        const inside = rates.filter((_, i) => isInside(standen[i] as Breuk, list[i] as Deelnemer));
        const [rate] = inside;
        expect(inside.every((other) => equals(other, rate ?? other))).toBe(true);
        if (!rate) return;
        for (const [i, item] of list.entries()) {
          expect(standen[i]).toEqual(clip(multiply(rate, item.gewicht), item));
        }
      }),
      { numRuns: 500 },
    );
  });
});

function rateOf(stand: Breuk, { gewicht }: Deelnemer): Breuk {
  return multiply(stand, { teller: gewicht.noemer, noemer: gewicht.teller });
}

function isInside(stand: Breuk, { onder, boven }: Deelnemer): boolean {
  return compare(stand, onder) > 0 && (boven === undefined || compare(stand, boven) < 0);
}

import {
  add,
  type Breuk,
  compare,
  divide,
  isPositive,
  isZero,
  multiply,
  NUL,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Deelnemer } from "./deelnemer.ts";
import { redistributeInNumbers } from "./herverdeling-in-getallen.ts";

export type HerverdelingUitkomst =
  | { readonly soort: "gelukt"; readonly standen: readonly Breuk[] }
  /** `tekort` above zero: so much that nobody can take; below zero: nobody can give it. */
  | { readonly soort: "mislukt"; readonly tekort: Breuk };

/**
 * Puts every unit within its bounds, and lets the others give or take what that moves.
 *
 * Each pass: units past a bound are put on it and stay; the rest is given to the others, added in
 * proportion to their weight; repeat until nothing moves. Where both kinds of bound would catch
 * in one pass, the side with the larger total goes first. The total never changes, and the order
 * of the list never matters.
 */
export function redistribute(deelnemers: readonly Deelnemer[]): HerverdelingUitkomst {
  const inNumbers = redistributeInNumbers(deelnemers);
  return inNumbers ? { soort: "gelukt", standen: inNumbers } : redistributeInFractions(deelnemers);
}

/** The same for any stand, weight and bound: the slower way, and the measure for the other. */
export function redistributeInFractions(deelnemers: readonly Deelnemer[]): HerverdelingUitkomst {
  const standen = deelnemers.map(({ stand }) => stand);
  const settled = new Set<number>();
  for (;;) {
    const caught = caughtUnits(deelnemers, standen, settled);
    if (caught.length === 0) return { soort: "gelukt", standen };
    let moved = NUL;
    for (const unit of caught) {
      const bound = boundOf(deelnemers[unit] as Deelnemer, standen[unit] as Breuk);
      moved = add(moved, subtract(standen[unit] as Breuk, bound));
      standen[unit] = bound;
      settled.add(unit);
    }
    if (isZero(moved)) continue;
    const free = deelnemers.map((item, unit) => (settled.has(unit) ? NUL : item.gewicht));
    const weight = sum(free);
    if (!isPositive(weight)) return { soort: "mislukt", tekort: moved };
    const rate = divide(moved, weight);
    for (const [unit, own] of free.entries()) {
      if (!isZero(own)) standen[unit] = add(standen[unit] as Breuk, multiply(rate, own));
    }
  }
}

function caughtUnits(
  deelnemers: readonly Deelnemer[],
  standen: readonly Breuk[],
  settled: ReadonlySet<number>,
): readonly number[] {
  const below: number[] = [];
  const above: number[] = [];
  let lack = NUL;
  let excess = NUL;
  for (const [unit, { onder, boven }] of deelnemers.entries()) {
    const stand = standen[unit] as Breuk;
    if (settled.has(unit)) continue;
    if (compare(stand, onder) < 0) {
      below.push(unit);
      lack = add(lack, subtract(onder, stand));
    } else if (boven && compare(stand, boven) > 0) {
      above.push(unit);
      excess = add(excess, subtract(stand, boven));
    }
  }
  const order = compare(lack, excess);
  if (order === 0) return [...below, ...above];
  return order > 0 ? below : above;
}

function boundOf({ onder, boven }: Deelnemer, stand: Breuk): Breuk {
  return boven && compare(stand, boven) > 0 ? boven : onder;
}

import type { Delermethode } from "./delermethode.ts";
import { type Desk, deskFor } from "./werkruimte.ts";

/** A total over units by a divisor method; weights may be rounded, bounds are whole. */
export type Delervraag = {
  readonly methode: Delermethode;
  readonly totaal: number;
  readonly gewichten: Float64Array;
  readonly onder: Float64Array;
  /** `Infinity` where a unit is free upwards. */
  readonly boven: Float64Array;
};

/** Prices further apart than this part of themselves are in the right order, also when rounded. */
const CERTAIN = 1e-12;

/**
 * Moves whole numbers, a first guess, one by one to the outcome of a divisor method.
 *
 * Floats find the way and prove where it ends: the dearest next one must be clearly cheaper than
 * the cheapest one given. Where that is not clear, or there is no room, it says so.
 *
 * @param aantallen The first guess within the bounds; at true it holds the outcome.
 */
export function moveByPrice(vraag: Delervraag, aantallen: Float64Array): boolean {
  const units = aantallen.length;
  const prices = deskFor(units);
  let gap = vraag.totaal;
  for (let unit = 0; unit < units; unit += 1) {
    gap -= aantallen[unit] as number;
    setPrices(vraag, aantallen, unit, prices);
  }
  for (;;) {
    const riser = gap >= 0 ? dearest(prices.rests, units) : -1;
    const faller = gap <= 0 ? cheapest(prices.values, units) : -1;
    const order = gap === 0 ? clearOrder(prices, riser, faller) : 1;
    if (order !== 1) return order === -1;
    const moved = move(vraag, aantallen, riser, 1, prices);
    if (!(move(vraag, aantallen, faller, -1, prices) && moved)) return false;
    gap -= Math.sign(gap);
  }
}

/** Whether the dearest next one is clearly cheaper (−1) or dearer (1) than the cheapest given; 0 where it is not clear. */
function clearOrder({ rests, values }: Desk, riser: number, faller: number): -1 | 0 | 1 {
  const rise = rests[riser] as number;
  const fall = values[faller] as number;
  if (rise < fall * (1 - CERTAIN)) return -1;
  return rise > fall * (1 + CERTAIN) ? 1 : 0;
}

/** Gives a unit one more or takes one back; −1 is nobody. False where it is on its bound. */
function move(
  vraag: Delervraag,
  aantallen: Float64Array,
  unit: number,
  by: 1 | -1,
  prices: Desk,
): boolean {
  if (unit === -1) return true;
  const price = by === 1 ? prices.rests[unit] : prices.values[unit];
  if (price === (by === 1 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)) {
    return false;
  }
  aantallen[unit] = (aantallen[unit] as number) + by;
  setPrices(vraag, aantallen, unit, prices);
  return true;
}

/** What the next one of a unit may cost at most, and what its last one did; infinite at a bound. */
function setPrices(
  { methode, gewichten, onder, boven }: Delervraag,
  aantallen: Float64Array,
  unit: number,
  { rests: next, values: last }: Desk,
): void {
  const number = aantallen[unit] as number;
  const weight = gewichten[unit] as number;
  const mayRise = number < (boven[unit] as number) && weight > 0;
  const mayFall = number > (onder[unit] as number);
  next[unit] = mayRise ? weight / signpost(methode, number + 1) : Number.NEGATIVE_INFINITY;
  last[unit] = mayFall ? weight / signpost(methode, number) : Number.POSITIVE_INFINITY;
}

/** Where a method rounds up between number − 1 and number. */
function signpost(methode: Delermethode, number: number): number {
  switch (methode) {
    case "sainte-lague":
      return number - 0.5;
    case "dhondt":
      return number;
    case "adams":
      return number - 1;
    case "huntington-hill":
      return Math.sqrt(number * (number - 1));
  }
}

function dearest(prices: Float64Array, units: number): number {
  let best = 0;
  for (let unit = 1; unit < units; unit += 1) {
    if ((prices[unit] as number) > (prices[best] as number)) best = unit;
  }
  return best;
}

function cheapest(prices: Float64Array, units: number): number {
  let best = 0;
  for (let unit = 1; unit < units; unit += 1) {
    if ((prices[unit] as number) < (prices[best] as number)) best = unit;
  }
  return best;
}

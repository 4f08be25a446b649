import type { Delermethode } from "./delermethode.ts";
import { deskFor } from "./werkruimte.ts";

/** A total over units by a divisor method; weights may be rounded, bounds are whole. */
export type Delervraag = {
  readonly methode: Delermethode;
  readonly totaal: number;
  readonly gewichten: Float64Array;
  readonly onder: Float64Array;
  /** `Infinity` where a unit is free upwards. */
  readonly boven: Float64Array;
  /** About what one costs, in weight; the better the guess, the less work. */
  readonly prijs: number;
};

/** Prices further apart than this part of themselves are in the right order, also when rounded. */
const CERTAIN = 1e-12;

/**
 * Moves whole numbers, a first guess, to the outcome of a divisor method.
 *
 * Floats find the way and prove where it ends: the dearest next one must be clearly cheaper than
 * the cheapest one given. Where that is not clear, or there is no room, it says so.
 *
 * @param aantallen The first guess within the bounds; at true it holds the outcome.
 */
export function moveByPrice(vraag: Delervraag, aantallen: Float64Array): boolean {
  let gap = vraag.totaal;
  for (let unit = 0; unit < aantallen.length; unit += 1) gap -= aantallen[unit] as number;
  const price = gap === 0 ? vraag.prijs : closeGap(vraag, aantallen, gap);
  if (price === undefined) return false;
  // The first one under Adams and Huntington-Hill has no price: equal claims to it are not told apart here.
  if (Number.isFinite(price) && isBestAt(price, vraag, aantallen)) return true;
  for (;;) {
    const { riser, rise, faller, fall } = findEnds(vraag, aantallen);
    if (rise < fall * (1 - CERTAIN)) return true;
    if (!(rise > fall * (1 + CERTAIN))) return false;
    aantallen[riser] = (aantallen[riser] as number) + 1;
    aantallen[faller] = (aantallen[faller] as number) - 1;
  }
}

/**
 * Brings the sum to the total: one by one, where the price is best.
 *
 * Looks only at units whose price is near the guess; the proof afterwards looks at all of them.
 *
 * @returns A price between the last one moved and the best one not moved; undefined without room.
 */
function closeGap(vraag: Delervraag, aantallen: Float64Array, gap: number): number | undefined {
  const side = gap > 0 ? 1 : -1;
  const places = Math.abs(gap);
  const width = (2 * places + 12) / (vraag.totaal + aantallen.length / 2);
  let count = findNear(vraag, aantallen, side, vraag.prijs * (1 - side * width));
  if (count <= places) count = findNear(vraag, aantallen, side, side === 1 ? 0 : Infinity);
  const { found, values } = deskFor(aantallen.length);
  let moved = 0;
  for (let left = places; left >= 0; left -= 1) {
    const best = strongest(values, count);
    const price = best === -1 ? 0 : (values[best] as number) * side;
    if (left === 0) return best === -1 ? moved : (moved + price) / 2;
    if (best === -1) return undefined;
    const unit = found[best] as number;
    aantallen[unit] = (aantallen[unit] as number) + side;
    values[best] = claim(vraag, aantallen, unit, side);
    moved = price;
  }
  return undefined;
}

function strongest(values: Float64Array, count: number): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k += 1) {
    const value = values[k] as number;
    if (value > most) {
      most = value;
      best = k;
    }
  }
  return best;
}

/** Lays on the desk the units whose next one costs more than this, or whose last one costs less. */
function findNear(vraag: Delervraag, aantallen: Float64Array, side: 1 | -1, price: number): number {
  const { methode, gewichten } = vraag;
  const { found, values } = deskFor(aantallen.length);
  const offset = offsetOf(methode);
  let count = 0;
  for (let unit = 0; unit < aantallen.length; unit += 1) {
    const weight = gewichten[unit] as number;
    const number = (aantallen[unit] as number) + (side === 1 ? 1 : 0);
    const post = offset < 0 ? Math.sqrt(number * (number - 1)) : number - offset;
    if (side === 1 ? weight < price * post : weight > price * post) continue;
    const own = claim(vraag, aantallen, unit, side);
    if (own === Number.NEGATIVE_INFINITY) continue;
    found[count] = unit;
    values[count] = own;
    count += 1;
  }
  return count;
}

/** How strong a unit stands to get one more, or to give one back; minus infinity at its bound. */
function claim(
  { methode, gewichten, onder, boven }: Delervraag,
  aantallen: Float64Array,
  unit: number,
  side: 1 | -1,
): number {
  const number = aantallen[unit] as number;
  const weight = gewichten[unit] as number;
  const offset = offsetOf(methode);
  if (side === 1) {
    const free = number < (boven[unit] as number) && weight > 0;
    return free ? weight / signpost(offset, number + 1) : Number.NEGATIVE_INFINITY;
  }
  const holds = number > (onder[unit] as number);
  return holds ? -weight / signpost(offset, number) : Number.NEGATIVE_INFINITY;
}

/** Whether at this price nobody clearly should have one more, and nobody one less. */
function isBestAt(
  price: number,
  { methode, gewichten, onder, boven }: Delervraag,
  aantallen: Float64Array,
): boolean {
  // Where the first one has no price (Adams, Huntington-Hill) there is nothing to compare with.
  if (!(price > 0 && price < Number.POSITIVE_INFINITY)) return false;
  const offset = offsetOf(methode);
  const dear = price * (1 - CERTAIN);
  const cheap = price * (1 + CERTAIN);
  for (let unit = 0; unit < aantallen.length; unit += 1) {
    const number = aantallen[unit] as number;
    const weight = gewichten[unit] as number;
    const above = offset < 0 ? Math.sqrt((number + 1) * number) : number + 1 - offset;
    const below = offset < 0 ? Math.sqrt(number * (number - 1)) : number - offset;
    if (weight >= dear * above && number < (boven[unit] as number) && weight > 0) return false;
    if (weight <= cheap * below && number > (onder[unit] as number)) return false;
  }
  return true;
}

/** Who has the dearest next one and who the cheapest last one, over all units. */
function findEnds(vraag: Delervraag, aantallen: Float64Array) {
  const ends = { riser: -1, rise: -Infinity, faller: -1, fall: Infinity };
  for (let unit = 0; unit < aantallen.length; unit += 1) {
    const next = claim(vraag, aantallen, unit, 1);
    if (next > ends.rise) {
      ends.rise = next;
      ends.riser = unit;
    }
    const last = -claim(vraag, aantallen, unit, -1);
    if (last < ends.fall) {
      ends.fall = last;
      ends.faller = unit;
    }
  }
  return ends;
}

/** A method rounds up between number − 1 and number at number − offset; below zero: at their geometric mean. */
function offsetOf(methode: Delermethode): number {
  if (methode === "sainte-lague") return 0.5;
  if (methode === "huntington-hill") return -1;
  return methode === "adams" ? 1 : 0;
}

function signpost(offset: number, number: number): number {
  return offset < 0 ? Math.sqrt(number * (number - 1)) : number - offset;
}

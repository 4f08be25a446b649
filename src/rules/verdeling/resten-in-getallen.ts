import type { Getalquota } from "./getalquota.ts";
import { type Desk, deskFor, ROUNDER } from "./werkruimte.ts";

/** Where remainders are equal at the cut: who, and how many of them get one more. */
export type Gelijk = { readonly eenheden: readonly number[]; readonly plaatsen: number };

/**
 * Largest remainders (Hamilton) over quota in plain Numbers, as exact as over fractions.
 *
 * Instead of rounding down and sorting, it rounds to the nearest, which is right for nearly all,
 * and then only looks for the few units that this gave one too many or too few. Linear in the
 * number of units.
 *
 * @param quota Together `totaal`, or less than one away from it.
 * @param aantallen Filled with the whole numbers, one per quotum; without those that are level.
 * @returns The units that are level on the last places; undefined where all is settled.
 */
export function divideRests(
  totaal: number,
  { tellers, factor, noemer }: Getalquota,
  aantallen: Float64Array,
): Gelijk | undefined {
  const units = tellers.length;
  const { rests } = deskFor(units);
  const inverse = 1 / noemer;
  const rounder = ROUNDER;
  let gap = totaal;
  for (let unit = 0; unit < units; unit += 1) {
    const teller = (tellers[unit] as number) * factor;
    // A quarter makes exact halves go up and changes nothing else: tellers are whole.
    const near = (teller + 0.25) * inverse + rounder - rounder;
    aantallen[unit] = near;
    rests[unit] = teller - near * noemer;
    gap -= near;
  }
  if (gap === 0) return undefined;
  return mend(aantallen, gap > 0 ? 1 : -1, Math.abs(gap), noemer);
}

/**
 * One more for so many units that were rounded down furthest, or one less for those rounded up.
 *
 * Who has no remainder never gets one more.
 */
function mend(
  aantallen: Float64Array,
  side: 1 | -1,
  places: number,
  noemer: number,
): Gelijk | undefined {
  const desk = deskFor(aantallen.length);
  const { rests, found } = desk;
  const count = findFurthest(desk, aantallen.length, side, places, noemer);
  const cut = count > places ? nthValue(desk, count, places) : 0;
  let left = places;
  let level = 0;
  for (let k = 0; k < count; k += 1) {
    const unit = found[k] as number;
    const rest = (rests[unit] as number) * side;
    if (rest > cut) {
      aantallen[unit] = (aantallen[unit] as number) + side;
      left -= 1;
    } else if (rest === cut) level += 1;
  }
  if (level === 0) return undefined;
  const settled = left === level;
  if (settled || side === -1) shiftLevel(aantallen, desk, count, side, cut);
  if (settled) return undefined;
  const eenheden = [...found.subarray(0, count)].filter((unit) => rests[unit] === side * cut);
  return { eenheden, plaatsen: side === 1 ? left : level - left };
}

function shiftLevel(
  aantallen: Float64Array,
  { rests, found }: Desk,
  count: number,
  side: 1 | -1,
  cut: number,
): void {
  for (let k = 0; k < count; k += 1) {
    const unit = found[k] as number;
    if ((rests[unit] as number) * side === cut) {
      aantallen[unit] = (aantallen[unit] as number) + side;
    }
  }
}

/** Lays the units that are furthest on one side on the desk; at least so many as places, if there are. */
function findFurthest(
  desk: Desk,
  units: number,
  side: 1 | -1,
  places: number,
  noemer: number,
): number {
  // Remainders are spread about evenly: twice the places are enough, nearly always.
  const guess = noemer * (0.5 - (2 * places + 4) / units);
  const near = guess > 0 ? collect(desk, units, side, guess) : 0;
  return near >= places && near > 0 ? near : collect(desk, units, side, 0);
}

function collect(
  { rests, found, values }: Desk,
  units: number,
  side: 1 | -1,
  least: number,
): number {
  let count = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const value = (rests[unit] as number) * side;
    if (value <= least) continue;
    found[count] = unit;
    values[count] = value;
    count += 1;
  }
  return count;
}

/** More than this many are better sorted by the engine. */
const FEW = 48;

/** The nth largest of what lies on the desk. */
function nthValue({ values }: Desk, count: number, n: number): number {
  if (count > FEW) return values.slice(0, count).sort()[count - n] as number;
  for (let k = 1; k < count; k += 1) {
    const value = values[k] as number;
    let at = k;
    for (; at > 0 && (values[at - 1] as number) < value; at -= 1) {
      values[at] = values[at - 1] as number;
    }
    values[at] = value;
  }
  return values[n - 1] as number;
}

import { type Breuk, isZero } from "#domain/breuk.ts";
import { type Standgegevens, settleTie } from "./gelijke-stand.ts";
import type { Toebedeling } from "./largest-remainder.ts";

export type Delermethode = "sainte-lague" | "dhondt" | "adams" | "huntington-hill";

/** Whole bounds of one unit; an absent `boven` leaves it free. */
export type Grens = { readonly onder: bigint; readonly boven?: bigint };

/** A rank-price as a fraction; an infinite one has noemer zero. */
type Price = { readonly above: bigint; readonly below: bigint };

/**
 * Divides a whole total in proportion to weights by a divisor method, within whole bounds.
 *
 * Equal to rounding every weight × λ by the method's own rule and putting it on its bounds, with
 * λ such that the total comes out (Pukelsheim, Proportional Representation, 2nd ed. 2017).
 * Monotonic in the total and in the weights, other than largest remainders; in return a number
 * can lie outside its quotum rounded down or up. Exact: rank-prices are compared crosswise.
 *
 * @param start A first guess that adds up to anything; the closer, the less work.
 * @returns undefined where the bounds leave no room for the total.
 */
export function allocateByDivisor(
  methode: Delermethode,
  totaal: bigint,
  gewichten: readonly Breuk[],
  grenzen: readonly Grens[],
  start: readonly bigint[],
  gegevens: Standgegevens,
): Toebedeling | undefined {
  const units = gewichten.map((_, unit) => unit);
  const aantallen = units.map((unit) => clip(start[unit] ?? 0n, grenzen[unit] as Grens));
  const price = (unit: number, number: bigint) =>
    pricesOf(methode, gewichten[unit] as Breuk, number);
  const mayRise = (unit: number) => {
    const { boven } = grenzen[unit] as Grens;
    const room = boven === undefined || (aantallen[unit] as bigint) < boven;
    return room && !isZero(gewichten[unit] as Breuk);
  };
  const mayFall = (unit: number) => (aantallen[unit] as bigint) > (grenzen[unit] as Grens).onder;
  const next = (unit: number) => price(unit, (aantallen[unit] as bigint) + 1n);
  const last = (unit: number) => price(unit, aantallen[unit] as bigint);

  let sum = aantallen.reduce((total, number) => total + number, 0n);
  for (;;) {
    const riser = best(units.filter(mayRise), next, 1);
    const faller = best(units.filter(mayFall), last, -1);
    if (sum < totaal) {
      if (riser === undefined) return undefined;
      aantallen[riser] = (aantallen[riser] as bigint) + 1n;
      sum += 1n;
    } else if (sum > totaal) {
      if (faller === undefined) return undefined;
      aantallen[faller] = (aantallen[faller] as bigint) - 1n;
      sum -= 1n;
    } else {
      if (riser === undefined || faller === undefined) return { aantallen };
      const order = comparePrices(next(riser), last(faller));
      if (order < 0) return { aantallen };
      if (order === 0)
        return settle(aantallen, next(riser), { units, mayRise, mayFall, next, last }, gegevens);
      aantallen[riser] = (aantallen[riser] as bigint) + 1n;
      aantallen[faller] = (aantallen[faller] as bigint) - 1n;
    }
  }
}

type Movement = {
  readonly units: readonly number[];
  readonly mayRise: (unit: number) => boolean;
  readonly mayFall: (unit: number) => boolean;
  readonly next: (unit: number) => Price;
  readonly last: (unit: number) => Price;
};

/** At one price some units hold one and others could have had it: the document's rules decide. */
function settle(
  aantallen: bigint[],
  price: Price,
  { units, mayRise, mayFall, next, last }: Movement,
  gegevens: Standgegevens,
): Toebedeling {
  const holders = units.filter((unit) => mayFall(unit) && comparePrices(last(unit), price) === 0);
  const claimants = units.filter((unit) => mayRise(unit) && comparePrices(next(unit), price) === 0);
  const { winners, open } = settleTie([...holders, ...claimants], holders.length, gegevens);
  const base = aantallen.map((number, unit) => (holders.includes(unit) ? number - 1n : number));
  if (open) return { aantallen: base, open };
  for (const unit of winners) base[unit] = (base[unit] as bigint) + 1n;
  return { aantallen: base };
}

function best(
  units: readonly number[],
  priceOf: (unit: number) => Price,
  sign: 1 | -1,
): number | undefined {
  let found: number | undefined;
  for (const unit of units) {
    if (found === undefined || sign * comparePrices(priceOf(unit), priceOf(found)) > 0)
      found = unit;
  }
  return found;
}

/** What the `number`th one of a unit may cost at most: weight over the method's signpost. */
function pricesOf(methode: Delermethode, { teller, noemer }: Breuk, number: bigint): Price {
  switch (methode) {
    case "sainte-lague":
      return { above: teller, below: noemer * (2n * number - 1n) };
    case "dhondt":
      return { above: teller, below: noemer * number };
    case "adams":
      return { above: teller, below: noemer * (number - 1n) };
    case "huntington-hill":
      return { above: teller * teller, below: noemer * noemer * number * (number - 1n) };
  }
}

/** Infinite prices (the first one under Adams and Huntington-Hill) are equal among themselves. */
function comparePrices(a: Price, b: Price): number {
  const left = a.above * b.below;
  const right = b.above * a.below;
  return left < right ? -1 : left > right ? 1 : 0;
}

function clip(number: bigint, { onder, boven }: Grens): bigint {
  if (number < onder) return onder;
  return boven !== undefined && number > boven ? boven : number;
}

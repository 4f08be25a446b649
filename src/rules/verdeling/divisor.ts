import { type Breuk, isZero } from "#domain/breuk.ts";
import { type Delervraag, moveByPrice } from "./deler-in-getallen.ts";
import type { Delermethode } from "./delermethode.ts";
import { type Standgegevens, settleTie } from "./gelijke-stand.ts";
import type { Toebedeling } from "./largest-remainder.ts";

export type { Delermethode } from "./delermethode.ts";

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
  const guess = gewichten.map((_, unit) => startOf(unit, start, gewichten, grenzen));
  const near = moveInNumbers(methode, totaal, gewichten, grenzen, guess);
  if (near?.certain) return { aantallen: near.aantallen };
  return allocateInFractions(
    methode,
    totaal,
    gewichten,
    grenzen,
    near?.aantallen ?? guess,
    gegevens,
  );
}

/** Moves the guess in Numbers, where they are large enough; not certain where prices are too close. */
function moveInNumbers(
  methode: Delermethode,
  totaal: bigint,
  gewichten: readonly Breuk[],
  grenzen: readonly Grens[],
  guess: readonly bigint[],
): { readonly aantallen: readonly bigint[]; readonly certain: boolean } | undefined {
  if (totaal >= LIMIT || guess.some((number) => number >= LIMIT)) return undefined;
  const weights = gewichten.map(({ teller, noemer }) => Number(teller) / Number(noemer));
  const numbers = Float64Array.from(guess, Number);
  const vraag: Delervraag = {
    methode,
    totaal: Number(totaal),
    gewichten: Float64Array.from(weights),
    onder: Float64Array.from(grenzen, ({ onder }) => Number(onder)),
    boven: Float64Array.from(grenzen, ({ boven }) =>
      boven === undefined ? Infinity : Number(boven),
    ),
    prijs: guessPrice(weights, grenzen, guess),
  };
  const certain = moveByPrice(vraag, numbers);
  return { aantallen: Array.from(numbers, BigInt), certain };
}

/** About what one costs: by those who are on no bound. */
function guessPrice(
  weights: readonly number[],
  grenzen: readonly Grens[],
  guess: readonly bigint[],
): number {
  let weight = 0;
  let count = 0;
  for (const [unit, { onder, boven }] of grenzen.entries()) {
    const number = guess[unit] as bigint;
    if (number <= onder || (boven !== undefined && number >= boven)) continue;
    weight += weights[unit] as number;
    count += Number(number);
  }
  return count > 0 ? weight / count : 0;
}

/** Below this whole numbers are exact as Number. */
const LIMIT = 2n ** 53n;

/**
 * The same by fractions: what Numbers leave open, and the measure for them.
 *
 * @param guess Within the bounds.
 */
export function allocateInFractions(
  methode: Delermethode,
  totaal: bigint,
  gewichten: readonly Breuk[],
  grenzen: readonly Grens[],
  guess: readonly bigint[],
  gegevens: Standgegevens,
): Toebedeling | undefined {
  const aantallen = [...guess];
  const movement = movementOf(methode, gewichten, grenzen, aantallen);
  const { units, mayRise, mayFall, next, last } = movement;
  let short = totaal - aantallen.reduce((total, number) => total + number, 0n);
  for (;;) {
    const riser = short >= 0n ? best(units.filter(mayRise), next, 1) : undefined;
    const faller = short <= 0n ? best(units.filter(mayFall), last, -1) : undefined;
    const step = stepFor(short, riser, faller, movement);
    if (step === "no-room") return undefined;
    if (step === "done") return { aantallen };
    if (step === "tie") return settle(aantallen, next(riser as number), movement, gegevens);
    short -= bump(aantallen, riser, 1n) + bump(aantallen, faller, -1n);
  }
}

/** Changes one number, and says by how much the sum changed. */
function bump(aantallen: bigint[], unit: number | undefined, by: bigint): bigint {
  if (unit === undefined) return 0n;
  aantallen[unit] = (aantallen[unit] as bigint) + by;
  return by;
}

/** A unit without weight has no claim to more than its lower bound, whatever the guess. */
function startOf(
  unit: number,
  start: readonly bigint[],
  gewichten: readonly Breuk[],
  grenzen: readonly Grens[],
): bigint {
  const grens = grenzen[unit] as Grens;
  return isZero(gewichten[unit] as Breuk) ? grens.onder : clip(start[unit] ?? 0n, grens);
}

function stepFor(
  short: bigint,
  riser: number | undefined,
  faller: number | undefined,
  { next, last }: Movement,
): "move" | "tie" | "done" | "no-room" {
  if (short > 0n) return riser === undefined ? "no-room" : "move";
  if (short < 0n) return faller === undefined ? "no-room" : "move";
  if (riser === undefined || faller === undefined) return "done";
  const order = comparePrices(next(riser), last(faller));
  if (order === 0) return "tie";
  return order < 0 ? "done" : "move";
}

type Movement = {
  readonly units: readonly number[];
  readonly mayRise: (unit: number) => boolean;
  readonly mayFall: (unit: number) => boolean;
  readonly next: (unit: number) => Price;
  readonly last: (unit: number) => Price;
};

function movementOf(
  methode: Delermethode,
  gewichten: readonly Breuk[],
  grenzen: readonly Grens[],
  aantallen: readonly bigint[],
): Movement {
  const price = (unit: number, number: bigint) =>
    pricesOf(methode, gewichten[unit] as Breuk, number);
  return {
    units: gewichten.map((_, unit) => unit),
    mayRise: (unit) => {
      const { boven } = grenzen[unit] as Grens;
      const room = boven === undefined || (aantallen[unit] as bigint) < boven;
      return room && !isZero(gewichten[unit] as Breuk);
    },
    mayFall: (unit) => (aantallen[unit] as bigint) > (grenzen[unit] as Grens).onder,
    next: (unit) => price(unit, (aantallen[unit] as bigint) + 1n),
    last: (unit) => price(unit, aantallen[unit] as bigint),
  };
}

/** At one price some units hold one and others could have had it: the document's rules decide. */
function settle(
  aantallen: readonly bigint[],
  price: Price,
  { units, mayRise, mayFall, next, last }: Movement,
  gegevens: Standgegevens,
): Toebedeling {
  const holders = units.filter((unit) => mayFall(unit) && comparePrices(last(unit), price) === 0);
  const claimants = units.filter((unit) => mayRise(unit) && comparePrices(next(unit), price) === 0);
  const tied = [...holders, ...claimants].sort((a, b) => a - b);
  const { winners, open } = settleTie(tied, holders.length, gegevens);
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

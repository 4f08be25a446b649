import { type Breuk, compare, floor, isZero } from "#domain/breuk.ts";
import { type OpenStand, type Standgegevens, settleTie } from "./gelijke-stand.ts";
import { type Getalquota, GRENS, toGetalquota } from "./getalquota.ts";
import { divideRests } from "./resten-in-getallen.ts";

/** Whole numbers, or the tie that people must settle first. */
export type Toebedeling = { readonly aantallen: readonly bigint[]; readonly open?: OpenStand };

/**
 * Makes quota whole by largest remainders (Hamilton), together exactly `totaal`.
 *
 * Every unit gets the whole part of its quotum; what is left over, fewer than there are units,
 * goes one each to the largest remainders. Stays within quota: every number is its quotum rounded
 * down or up, so that whole bounds around the quota hold for the outcome too. Not monotonic: a
 * larger total can cost a unit one (the Alabama paradox); `divisor.ts` has no such effect.
 *
 * Exact for quota of any size; where they fit in Numbers over one divisor they are worked out there.
 *
 * @param quota Exact parts ≥ 0 that together are `totaal`, or less than one away from it.
 * @see Balinski and Young, Fair Representation (2001).
 */
export function allocateLargestRemainder(
  totaal: bigint,
  quota: readonly Breuk[],
  gegevens: Standgegevens,
): Toebedeling {
  const inNumbers = totaal < BigInt(GRENS) ? toGetalquota(quota) : undefined;
  if (inNumbers) return allocateInNumbers(Number(totaal), inNumbers, gegevens);
  return allocateInFractions(totaal, quota, gegevens);
}

function allocateInNumbers(
  totaal: number,
  quota: Getalquota,
  gegevens: Standgegevens,
): Toebedeling {
  const aantallen = new Float64Array(quota.tellers.length);
  const gelijk = divideRests(totaal, quota, aantallen);
  const heel = Array.from(aantallen, BigInt);
  if (!gelijk) return { aantallen: heel };
  return giveToTied(heel, gelijk.eenheden, gelijk.plaatsen, gegevens);
}

/** The same for quota of any size: the slower way, and the measure for the other. */
export function allocateInFractions(
  totaal: bigint,
  quota: readonly Breuk[],
  gegevens: Standgegevens,
): Toebedeling {
  const heel = quota.map(floor);
  const left = Number(totaal - heel.reduce((sum, part) => sum + part, 0n));
  if (left <= 0) return { aantallen: heel };
  const rest = quota.map(({ teller, noemer }, i) => ({
    teller: teller - (heel[i] ?? 0n) * noemer,
    noemer,
  }));
  const { ahead, level } = rankRests(rest, left);
  for (const unit of ahead) heel[unit] = (heel[unit] ?? 0n) + 1n;
  return giveToTied(heel, level, left - ahead.length, gegevens);
}

function giveToTied(
  aantallen: bigint[],
  tied: readonly number[],
  places: number,
  gegevens: Standgegevens,
): Toebedeling {
  const { winners, open } = settleTie(tied, places, gegevens);
  if (open) return { aantallen, open };
  for (const unit of winners) aantallen[unit] = (aantallen[unit] ?? 0n) + 1n;
  return { aantallen };
}

/** Who certainly gets one more, and who are level on the last places. */
function rankRests(
  rest: readonly Breuk[],
  places: number,
): { readonly ahead: readonly number[]; readonly level: readonly number[] } {
  const order = orderOf(rest);
  const ranked = [...rest.keys()].filter((unit) => !isZero(rest[unit] as Breuk)).sort(order);
  if (ranked.length <= places) return { ahead: ranked, level: [] };
  const last = ranked[places - 1] as number;
  const start = ranked.findIndex((unit) => order(unit, last) === 0);
  const after = ranked.findIndex((unit) => order(unit, last) > 0);
  const end = after === -1 ? ranked.length : after;
  if (end === places) return { ahead: ranked.slice(0, places), level: [] };
  return { ahead: ranked.slice(0, start), level: ranked.slice(start, end) };
}

/** Floats that are further apart than this are in the right order, for numbers below one. */
const CERTAIN = 1e-12;

/** Largest first: by floats where those are certain, else by the fractions themselves. */
function orderOf(rest: readonly Breuk[]): (a: number, b: number) => number {
  const near = Float64Array.from(rest, ({ teller, noemer }) => Number(teller) / Number(noemer));
  return (a, b) => {
    const apart = (near[b] as number) - (near[a] as number);
    if (Math.abs(apart) > CERTAIN) return apart;
    return compare(rest[b] as Breuk, rest[a] as Breuk);
  };
}

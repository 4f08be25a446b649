import { type Breuk, compare, floor, isZero, subtract } from "#domain/breuk.ts";
import { type OpenStand, type Standgegevens, settleTie } from "./gelijke-stand.ts";

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
 * @param quota Exact parts ≥ 0 that together are `totaal`, or less than one away from it.
 * @see Balinski and Young, Fair Representation (2001).
 */
export function allocateLargestRemainder(
  totaal: bigint,
  quota: readonly Breuk[],
  gegevens: Standgegevens,
): Toebedeling {
  const heel = quota.map(floor);
  const left = Number(totaal - heel.reduce((sum, part) => sum + part, 0n));
  if (left <= 0) return { aantallen: heel };
  const rest = quota.map((quotum, i) => subtract(quotum, whole(heel[i] ?? 0n)));
  const { winners, open } = largestRests(rest, left, gegevens);
  if (open) return { aantallen: heel, open };
  for (const unit of winners) heel[unit] = (heel[unit] ?? 0n) + 1n;
  return { aantallen: heel };
}

function largestRests(
  rest: readonly Breuk[],
  places: number,
  gegevens: Standgegevens,
): { readonly winners: readonly number[]; readonly open?: OpenStand } {
  const ranked = rest
    .map((_, unit) => unit)
    .filter((unit) => !isZero(rest[unit] as Breuk))
    .sort((a, b) => compare(rest[b] as Breuk, rest[a] as Breuk));
  if (ranked.length <= places) return { winners: ranked };
  const cut = rest[ranked[places - 1] as number] as Breuk;
  const ahead = ranked.filter((unit) => compare(rest[unit] as Breuk, cut) > 0);
  const level = ranked.filter((unit) => compare(rest[unit] as Breuk, cut) === 0);
  const settled = settleTie(level, places - ahead.length, gegevens);
  return { ...settled, winners: [...ahead, ...settled.winners] };
}

function whole(number: bigint): Breuk {
  return { teller: number, noemer: 1n };
}

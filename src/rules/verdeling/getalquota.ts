import { type Breuk, gcdOfNumbers } from "#domain/breuk.ts";

/**
 * Quota in plain Numbers: quotum i is `tellers[i] × factor / noemer`, exactly.
 *
 * All three are whole and so is every product; all stay below `GRENS`.
 */
export type Getalquota = {
  readonly tellers: Float64Array;
  readonly factor: number;
  readonly noemer: number;
};

/** Below this a whole number is exact as a Number, with quarters, and so is its quotient's rounding. */
export const GRENS = 2 ** 49;

const LIMIT = BigInt(GRENS);

/** Lays quota ≥ 0 over one divisor; undefined where a number becomes too large to stay exact. */
export function toGetalquota(quota: readonly Breuk[]): Getalquota | undefined {
  const tellers = new Float64Array(quota.length);
  let noemer = 1;
  for (const quotum of quota) {
    if (quotum.teller < 0n || quotum.teller >= LIMIT || quotum.noemer >= LIMIT) return undefined;
    const own = Number(quotum.noemer);
    if (Number.isInteger(noemer / own)) continue;
    noemer *= own / gcdOfNumbers(noemer, own);
    if (noemer >= GRENS) return undefined;
  }
  for (let unit = 0; unit < quota.length; unit += 1) {
    const quotum = quota[unit] as Breuk;
    const teller = Number(quotum.teller) * (noemer / Number(quotum.noemer));
    if (teller >= GRENS) return undefined;
    tellers[unit] = teller;
  }
  return { tellers, factor: 1, noemer };
}

import { GRENS } from "./kolom.ts";
import type { Factoren } from "./programma.ts";

/**
 * b ÷ a, so much less that x ≥ quotient·y says exactly what a·x ≥ b·y says.
 *
 * With v = b·y ÷ a: three roundings are together below 3/4 of 2^-51, and the quotient is 2^-51
 * smaller than it should be, so the product lies between v·(1 - 2^-50) and v. A whole x that is
 * at least v is then at least the product; one that is below v is so by 1/a or more, and that is
 * past the product as long as b·y is below 2^50. `largestFor` says how large y may be.
 */
export function quotient({ a, b }: Factoren): number {
  return (Number(b) / Number(a)) * (1 - 2 ** -51);
}

const ROOM = 2n ** 50n;

/** The largest y for which `quotient` is exact; below zero where there is none. */
export function largestFor(factoren: Factoren | undefined): number {
  if (!factoren) return Number.POSITIVE_INFINITY;
  const { a, b } = factoren;
  if (a <= 0n || a >= GRENS || b < 0n || b >= ROOM) return -1;
  return b === 0n ? Number.POSITIVE_INFINITY : Number((ROOM - 1n) / b);
}

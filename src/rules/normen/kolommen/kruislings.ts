import { bekendAdres, type Geheugen, jaAdres, kolomAdres, neeAdres } from "./geheugen.ts";
import type { Kruis } from "./programma.ts";
import { largestFor } from "./quotient.ts";

/** Smallest and largest number of each column, as far as any has been. */
export type Uitersten = { readonly kleinste: number[]; readonly grootste: number[] };

/** The comparisons that the kernel cannot make, with what the columns now hold. */
export function buitenKern(
  kruisen: readonly Kruis[],
  limits: readonly number[],
  { kleinste, grootste }: Uitersten,
): readonly Kruis[] {
  return kruisen.filter(
    ({ y }, i) => (kleinste[y] ?? 0) < 0 || (grootste[y] ?? 0) > (limits[i] ?? -1),
  );
}

/** Per comparison the largest number on the right for which the kernel is exact. */
export function limitsOf(kruisen: readonly Kruis[]): readonly number[] {
  return kruisen.map(({ factoren }) => Math.min(...factoren.map(largestFor)));
}

/** One word of a comparison crosswise: in Numbers where both products are exact, else in BigInt. */
export function writeKruislings(
  geheugen: Geheugen,
  { x, y, plaats, factoren }: Kruis,
  jaar: number,
  woord: number,
): void {
  const { getallen, woorden } = geheugen;
  const year = factoren[jaar];
  if (!year) return;
  const from = (kolom: number) => kolomAdres(geheugen, kolom, jaar) / 8 + 32 * woord;
  const left = getallen.subarray(from(x), from(x) + 32);
  const right = getallen.subarray(from(y), from(y) + 32);
  const knownOf = (kolom: number) => woorden[bekendAdres(geheugen, kolom, jaar) / 4 + woord] ?? 0;
  const known = knownOf(x) & knownOf(y);
  let yes = 0;
  for (let i = 0; i < 32; i += 1) {
    if (isMinstens(year, left[i] ?? 0, right[i] ?? 0)) yes |= 1 << i;
  }
  woorden[jaAdres(geheugen, 2 * plaats, jaar) / 4 + woord] = yes & known;
  woorden[neeAdres(geheugen, 2 * plaats, jaar) / 4 + woord] = known & ~yes;
}

function isMinstens(
  { a, b }: { readonly a: bigint; readonly b: bigint },
  x: number,
  y: number,
): boolean {
  const [left, right] = [Number(a) * x, Number(b) * y];
  const exact = Math.abs(left) < EXACT && Math.abs(right) < EXACT;
  return exact ? left >= right : a * BigInt(x) >= b * BigInt(y);
}

const EXACT = 2 ** 53;

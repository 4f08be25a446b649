import type { Breuk } from "#domain/breuk.ts";
import type { Vorm } from "./vorm.ts";

/** One figure of all gemeenten in all years, as whole numbers: the figure times `schaal`. */
export type Kolom = {
  readonly schaal: bigint;
  /** Per year, and within it per gemeente; zero where it is not known. */
  readonly getallen: Float64Array;
  readonly bekend: Uint8Array;
};

/** What is read for one gemeente in one year, both by their place. */
export type Lezing<T> = (gemeente: number, jaar: number) => T;

/** Whole numbers below this are exact as Number. */
export const GRENS = 2n ** 53n;

/**
 * The column of a figure.
 *
 * @returns undefined where the fractions have no common denominator with which all of them are
 * whole numbers below 2^53: such a figure stays with the fractions.
 */
export function toKolom(lees: Lezing<Breuk | undefined>, vorm: Vorm): Kolom | undefined {
  const cells = readAll(lees, vorm);
  const schaal = commonDenominator(cells);
  if (schaal === undefined) return undefined;
  const getallen = new Float64Array(cells.length);
  const bekend = new Uint8Array(cells.length);
  for (const [cel, waarde] of cells.entries()) {
    if (!waarde) continue;
    const getal = toGetal(waarde, schaal);
    if (getal === undefined) return undefined;
    getallen[cel] = getal;
    bekend[cel] = 1;
  }
  return { schaal, getallen, bekend };
}

/** A figure in a column of that `schaal`; undefined where it does not fit exactly. */
export function toGetal({ teller, noemer }: Breuk, schaal: bigint): number | undefined {
  if (schaal % noemer !== 0n) return undefined;
  const whole = teller * (schaal / noemer);
  return -GRENS < whole && whole < GRENS ? Number(whole) : undefined;
}

/** What is read everywhere, per year and within it per gemeente. */
export function readAll<T>(lees: Lezing<T>, { gemeenten, jaren }: Vorm): readonly T[] {
  return Array.from({ length: gemeenten * jaren }, (_, cel) =>
    lees(cel % gemeenten, Math.floor(cel / gemeenten)),
  );
}

function commonDenominator(cells: readonly (Breuk | undefined)[]): bigint | undefined {
  let common = 1n;
  for (const cel of cells) {
    if (!cel || common % cel.noemer === 0n) continue;
    common = (common / greatestDivisor(common, cel.noemer)) * cel.noemer;
    if (common >= GRENS) return undefined;
  }
  return common;
}

/** The greatest common divisor of two whole numbers; the first is not below zero. */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

import { type Breuk, breuk, EEN, NUL } from "#domain/breuk.ts";
import type { Verloop } from "#domain/kop.ts";
import { jaarVan } from "#domain/peildatum.ts";

/**
 * How far along a path is in the year of `op`: 0 up to and including the first year, 1 from the
 * last year on.
 *
 * Linear by year; in `sprongen` as so many equal jumps, each taken once its part of the years has
 * gone by; or as written per year, where a year that is not written keeps the last one before it.
 */
export function progress(verloop: Verloop, vanaf: number, doel: number, op: string): Breuk {
  const jaar = jaarVan(op);
  if (jaar <= vanaf) return NUL;
  if (jaar >= doel) return EEN;
  const gone = jaar - vanaf;
  const length = doel - vanaf;
  if (verloop.soort === "lineair") return breuk(gone, length);
  if (verloop.soort === "sprongen") {
    return breuk(Math.floor((gone * verloop.aantal) / length), verloop.aantal);
  }
  return written(verloop.is, jaar);
}

function written(is: Readonly<Record<string, Breuk>>, jaar: number): Breuk {
  const passed = Object.keys(is)
    .filter((year) => jaarVan(year) <= jaar)
    .sort();
  const last = passed.at(-1);
  return (last === undefined ? undefined : is[last]) ?? NUL;
}

import { type Breuk, breuk, EEN, NUL } from "#domain/breuk.ts";
import type { Verloop } from "#domain/kop.ts";
import { parsePeriode, periodesTussen } from "#domain/peildatum.ts";

/**
 * How far along a path is in a periode: 0 up to and including the first, 1 from the last one on.
 *
 * Linear by periode; in `sprongen` as so many equal jumps, each taken once its part of the way has
 * gone by; or as written, where a periode that is not written keeps the last one before it.
 */
export function progress(verloop: Verloop, vanaf: string, doel: string, periode: string): Breuk {
  const steps = periodesTussen(vanaf, doel);
  const start = startOf(periode);
  const gone = steps.filter((step) => startOf(step) <= start).length - 1;
  const length = steps.length - 1;
  if (gone <= 0) return NUL;
  if (gone >= length) return EEN;
  if (verloop.soort === "lineair") return breuk(gone, length);
  if (verloop.soort === "sprongen") {
    return breuk(Math.floor((gone * verloop.aantal) / length), verloop.aantal);
  }
  return written(verloop.is, start);
}

function written(is: Readonly<Record<string, Breuk>>, start: string): Breuk {
  const last = Object.keys(is)
    .filter((periode) => startOf(periode) <= start)
    .sort()
    .at(-1);
  return (last === undefined ? undefined : is[last]) ?? NUL;
}

/** The first day of a periode; a date is its own. */
function startOf(periode: string): string {
  return parsePeriode(periode)?.van ?? periode;
}

import type { Rekengebied } from "#domain/gebied.ts";
import { periodesTussen } from "#domain/peildatum.ts";
import type { Verdeling } from "#domain/verdeling.ts";

/**
 * How many cells a table of these keys works out at most: units × steps × parts × periodes, for
 * each key, and once more for every key beside the first, which is compared with the others.
 *
 * Counted without running anything, so that what is too much can be refused beforehand.
 */
export function countCellen(documenten: readonly Verdeling[], { eenheden }: Rekengebied): number {
  const perEenheid = documenten.reduce((sum, document) => sum + cellsPerUnit(document), 0);
  return eenheden.length * perEenheid * documenten.length;
}

function cellsPerUnit({ stappen, opgave, ingroeipad }: Verdeling): number {
  const parts = Math.max(1, Object.keys(opgave.is).length);
  const periodes = ingroeipad ? periodesTussen(ingroeipad.vanaf, ingroeipad.doel).length : 1;
  return Math.max(1, stappen.length) * parts * periodes;
}

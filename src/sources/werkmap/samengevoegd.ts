import type { Celbereik, Werkcel } from "#domain/werkmap.ts";
import { beschadigd } from "./weigering.ts";

/**
 * Empties the cells that a merged block covers, all but its first, and tells of each that held
 * something.
 *
 * @param most Blocks that cover more places than this are not what they seem.
 */
export function coverCellen(
  rijen: Werkcel[][],
  bereiken: readonly Celbereik[],
  most: number,
  tell: (rij: number, kolom: number) => void,
): void {
  let seen = 0;
  for (const bereik of bereiken) {
    const last = Math.min(bereik.totRij, rijen.length - 1);
    for (let rij = bereik.vanRij; rij <= last; rij += 1) {
      seen += 1 + Math.max(0, bereik.totKolom - bereik.vanKolom);
      if (seen > most) throw beschadigd("Samengevoegde cellen overlappen elkaar.");
      coverInRow(rijen, rij, bereik, tell);
    }
  }
  while (rijen.at(-1)?.length === 0) rijen.pop();
}

function coverInRow(
  rijen: Werkcel[][],
  rij: number,
  { vanRij, vanKolom, totKolom }: Celbereik,
  tell: (rij: number, kolom: number) => void,
): void {
  const row = rijen[rij] ?? [];
  const start = rij === vanRij ? vanKolom + 1 : vanKolom;
  const filled = filledPlaces(row, start, Math.min(totKolom + 1, row.length));
  if (filled.length === 0) return;
  for (const kolom of filled) tell(rij, kolom);
  rijen[rij] = withoutPlaces(row, new Set(filled));
}

function filledPlaces(row: readonly Werkcel[], start: number, end: number): readonly number[] {
  const filled: number[] = [];
  for (let kolom = start; kolom < end; kolom += 1) {
    if (row[kolom]?.soort !== "leeg") filled.push(kolom);
  }
  return filled;
}

function withoutPlaces(row: readonly Werkcel[], places: ReadonlySet<number>): Werkcel[] {
  const kept = row.map((cel, kolom): Werkcel => (places.has(kolom) ? { soort: "leeg" } : cel));
  return kept.slice(0, kept.findLastIndex(({ soort }) => soort !== "leeg") + 1);
}

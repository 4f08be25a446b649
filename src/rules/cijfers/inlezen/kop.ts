import type { Werkblad } from "#domain/werkmap.ts";
import { celOp, isLeeg, tekstVan } from "./celtekst.ts";
import { gelijkmaken } from "./kennis.ts";
import { zonderMoment } from "./moment.ts";

/** The columns of the sheet that hold anything, in a count from nought. */
export function aantalKolommen({ rijen }: Werkblad): number {
  return rijen.reduce((most, rij) => Math.max(most, rij.length), 0);
}

/** The row below the head, where figures begin. */
export function eersteRij(kopregels: readonly number[]): number {
  return Math.max(-1, ...kopregels) + 1;
}

/**
 * What the head says above each column, from above to below.
 *
 * A title over merged cells stands in the first of them: it counts for the empty ones beside it,
 * but not in the last row of the head, where every column has its own name. A row with one title
 * at the left is the title of the sheet, and counts for no column.
 */
export function kopteksten(blad: Werkblad, kopregels: readonly number[]): readonly string[] {
  const wide = aantalKolommen(blad);
  const last = kopregels.at(-1);
  const rows = kopregels.filter((rij) => !isTitel(blad, rij) || rij === last);
  const filled = rows.map((rij) => filledRow(blad, rij, wide, rij !== last));
  return Array.from({ length: wide }, (_, kolom) =>
    filled
      .map((row) => row[kolom] ?? "")
      .filter((tekst, i, all) => tekst !== "" && all.indexOf(tekst) === i)
      .join(" "),
  );
}

/** The titles above the whole table, and the name of the sheet: what may say what it is about. */
export function bladtitels(blad: Werkblad, kopregels: readonly number[]): readonly string[] {
  const last = kopregels.at(-1);
  const titles = kopregels
    .filter((rij) => rij !== last && isTitel(blad, rij))
    .map((rij) => (blad.rijen[rij] ?? []).map(tekstVan).join(""));
  return [...titles, blad.naam];
}

/**
 * By what a head is known again: its words per column, without years and dates.
 *
 * The moments of a delivery change every year; what the columns hold does not.
 */
export function handtekening(blad: Werkblad, kopregels: readonly number[]): string {
  return kopteksten(blad, kopregels)
    .map((tekst) => gelijkmaken(zonderMoment(tekst)))
    .join("|");
}

function isTitel(blad: Werkblad, rij: number): boolean {
  const filled = (blad.rijen[rij] ?? []).flatMap((cel, kolom) => (isLeeg(cel) ? [] : [kolom]));
  return filled.length === 1 && filled[0] === 0;
}

function filledRow(blad: Werkblad, rij: number, wide: number, fill: boolean): readonly string[] {
  let before = "";
  return Array.from({ length: wide }, (_, kolom) => {
    const tekst = tekstVan(celOp(blad, rij, kolom));
    if (tekst !== "") before = tekst;
    return tekst === "" && fill ? before : tekst;
  });
}

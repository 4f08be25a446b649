import { breuk, multiply } from "#domain/breuk.ts";
import type { Verbetering, Vindplaats } from "#domain/inlevering.ts";
import { formatGetal } from "#domain/notatie.ts";
import { type Celwaarde, formatCeladres, type Werkblad, type Werkcel } from "#domain/werkmap.ts";
import { exactOf } from "./decimaal.ts";

const LEEG: Werkcel = { soort: "leeg" };

/** The cell at a place; an empty one where the row is shorter. */
export function celOp({ rijen }: Werkblad, rij: number, kolom: number): Werkcel {
  return rijen[rij]?.[kolom] ?? LEEG;
}

/** What a cell comes to: of a formula the value it was saved with, undefined where it has none. */
export function waardeVan(cel: Werkcel): Celwaarde | undefined {
  return cel.soort === "formule" ? cel.waarde : cel;
}

/** What a cell says, as people read it; empty where it says nothing. */
export function tekstVan(cel: Werkcel): string {
  switch (cel.soort) {
    case "leeg":
      return "";
    case "tekst":
      return cel.tekst.trim();
    case "getal":
      return getaltekst(cel);
    case "datum":
      return cel.datum;
    case "waarheid":
      return cel.waar ? "ja" : "nee";
    case "fout":
      return cel.tekst;
    case "formule":
      return cel.waarde ? tekstVan(cel.waarde) : `=${cel.formule}`;
  }
}

/** A number of a spreadsheet, with its decimals and without points: it is also looked up as a code. */
function getaltekst({ getal, procent }: Extract<Werkcel, { readonly soort: "getal" }>): string {
  const exact = exactOf(getal);
  if (!exact) return String(getal);
  const shown = procent ? multiply(exact, breuk(100)) : exact;
  return `${formatGetal(shown, 20).replaceAll(".", "")}${procent ? "%" : ""}`;
}

export function isLeeg(cel: Werkcel): boolean {
  return cel.soort === "leeg" || (cel.soort === "tekst" && cel.tekst.trim() === "");
}

/** `blad Plannen, C14`. */
export function plaatsnaam({ blad, rij, kolom }: Vindplaats): string {
  return `blad ${blad}, ${formatCeladres(rij, kolom)}`;
}

/** The sheet with the cells that people mended; the text counts as if it had been typed there. */
export function metVerbeteringen(blad: Werkblad, verbeteringen: readonly Verbetering[]): Werkblad {
  const own = verbeteringen.filter((item) => item.blad === blad.naam);
  if (own.length === 0) return blad;
  const rijen = blad.rijen.map((rij) => [...rij]);
  for (const { rij, kolom, tekst } of own) {
    const row = rijen[rij];
    if (!row) continue;
    while (row.length < kolom) row.push(LEEG);
    row[kolom] = tekst.trim() === "" ? LEEG : { soort: "tekst", tekst };
  }
  return { ...blad, rijen };
}

/**
 * A spreadsheet as both directions see it: what was read from a file, and what is written to one.
 *
 * Rows and columns count from nought here; people see `C14`.
 */
export type Werkmap = { readonly bladen: readonly Werkblad[] };

export type Werkblad = {
  readonly naam: string;
  /** Row by row; a row may be shorter than the widest one. */
  readonly rijen: readonly (readonly Werkcel[])[];
};

/** What stands in a cell; a formula with the value it had when the file was saved. */
export type Werkcel =
  | { readonly soort: "leeg" }
  | { readonly soort: "tekst"; readonly tekst: string }
  /** As the file holds it, a double: an exact figure follows from its shortest decimal text. */
  | { readonly soort: "getal"; readonly getal: number }
  /** ISO, without a time of day. */
  | { readonly soort: "datum"; readonly datum: string }
  | { readonly soort: "waarheid"; readonly waar: boolean }
  /** What a spreadsheet shows instead of an outcome: `#N/B`, `#DEEL/0!`. */
  | { readonly soort: "fout"; readonly tekst: string }
  | { readonly soort: "formule"; readonly formule: string; readonly waarde?: Celwaarde };

/** A cell without a formula: what it comes to. */
export type Celwaarde = Exclude<Werkcel, { readonly soort: "formule" }>;

/** Where a cell stands, as people name it: `C14`. */
export function formatCeladres(rij: number, kolom: number): string {
  return `${formatKolom(kolom)}${rij + 1}`;
}

/** The letters of a column: 0 is `A`, 25 `Z`, 26 `AA`. */
export function formatKolom(kolom: number): string {
  const before = Math.floor(kolom / 26) - 1;
  const letter = String.fromCharCode(65 + (kolom % 26));
  return before < 0 ? letter : formatKolom(before) + letter;
}

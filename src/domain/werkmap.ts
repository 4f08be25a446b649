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
  /** Whoever opened the file did not see this sheet. */
  readonly verborgen?: true;
  /** Cells shown as one; what they say stands in the first of them. */
  readonly samengevoegd?: readonly Celbereik[];
};

/** A block of cells; both ends are part of it. */
export type Celbereik = {
  readonly vanRij: number;
  readonly vanKolom: number;
  readonly totRij: number;
  readonly totKolom: number;
};

/** What stands in a cell; a formula with the value it had when the file was saved. */
export type Werkcel =
  | { readonly soort: "leeg" }
  | { readonly soort: "tekst"; readonly tekst: string }
  /**
   * As the file holds it, a double: an exact figure follows from its shortest decimal text.
   * `procent` where people see it times a hundred: 0.25 is shown as 25%.
   */
  | { readonly soort: "getal"; readonly getal: number; readonly procent?: true }
  /** ISO, without a time of day. */
  | { readonly soort: "datum"; readonly datum: string }
  | { readonly soort: "waarheid"; readonly waar: boolean }
  /** What a spreadsheet shows instead of an outcome: `#N/B`, `#DEEL/0!`. */
  | { readonly soort: "fout"; readonly tekst: string }
  /** Without `waarde` the file was written by a program that computes nothing. */
  | { readonly soort: "formule"; readonly formule: string; readonly waarde?: Celwaarde };

/** A cell without a formula: what it comes to. */
export type Celwaarde = Exclude<Werkcel, { readonly soort: "formule" }>;

/** What came of reading a file: all of it, or why not. */
export type Werkmaplezing =
  | {
      readonly ok: true;
      readonly werkmap: Werkmap;
      readonly opmerkingen: readonly Werkmapopmerking[];
    }
  | { readonly ok: false; readonly fouten: readonly Werkmapfout[] };

/** Why a file was refused; `tekst` is Dutch and says what was found, expected, and how to mend it. */
export type Werkmapfout = { readonly code: string; readonly tekst: string };

/** Something a person should know about a file that could be read. */
export type Werkmapopmerking = {
  /** A word of a fixed list, for programs: `rijen-verborgen`, `formule-zonder-waarde`, … */
  readonly code: string;
  /** Dutch, B1. */
  readonly tekst: string;
  /** The sheet it is about; absent where it is about the whole file. */
  readonly blad?: string;
  /** The cells or rows it is about, the first hundred of them. */
  readonly plekken: readonly { readonly rij: number; readonly kolom?: number }[];
  /** How many there are in all. */
  readonly aantal: number;
};

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

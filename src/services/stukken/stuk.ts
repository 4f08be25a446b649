/**
 * A paper for people, before anyone says whether it becomes PDF or Word.
 *
 * Both writers render this and add no word of their own, so that the two never differ.
 */
export type Stuk = {
  readonly titel: string;
  /** Said at the head of every page; empty only where a bestuursorgaan decided. */
  readonly stand: string;
  readonly voet: Voet;
  /** Each begins on a page of its own, with its title as the first heading and as a bookmark. */
  readonly delen: readonly Deel[];
  /** The moment that the file says it was made, so that equal input gives equal bytes. */
  readonly gemaaktOp: Date;
};

/** The foot of every page. */
export type Voet = {
  /** Peildatum, version, kenmerk. */
  readonly tekst: string;
  /** The address that brings the sheet back, shortened for the eye. */
  readonly adres: string;
  /** How the page is numbered: `bladzijde {n} van {m}`. */
  readonly bladzijde: string;
};

export type Deel = {
  readonly titel: string;
  /** Below the title: what kind of paper this is, and for whom. */
  readonly onder?: string;
  /** Set smaller where needed, so that it stays on one page. */
  readonly eenBladzijde: boolean;
  readonly blokken: readonly Blok[];
};

export type Blok =
  /** Level 2 is the first below the title of its deel. */
  | { readonly soort: "kop"; readonly niveau: 2 | 3; readonly tekst: string }
  | { readonly soort: "alinea"; readonly tekst: string; readonly klein?: boolean }
  /** The sentence that the agreement is. */
  | { readonly soort: "zin"; readonly tekst: string }
  | { readonly soort: "lijst"; readonly punten: readonly Punt[] }
  | { readonly soort: "gegevens"; readonly regels: readonly Gegeven[] }
  /** Something that needs a choice, or must not be missed. */
  | { readonly soort: "let-op"; readonly titel: string; readonly alineas: readonly string[] }
  /** Left for people: the question, and room to write. */
  | { readonly soort: "invullen"; readonly vraag: string; readonly regels: number }
  /** A picture, with in words what it shows for who does not see it. */
  | Beeldblok
  /** A link in the text: the foot of a page is no place for one, for who listens never comes there. */
  | { readonly soort: "verwijzing"; readonly tekst: string; readonly adres: string }
  | Tabel;

export type Beeldblok = {
  readonly soort: "beeld";
  readonly svg: string;
  readonly beschrijving: string;
  readonly breedte: number;
  readonly hoogte: number;
};

/** A point of a list, with points of its own below it. */
export type Punt = { readonly tekst: string; readonly punten?: readonly Punt[] };

export type Gegeven = { readonly wat: string; readonly waarde: string; readonly bij?: string };

export type Tabel = {
  readonly soort: "tabel";
  readonly bijschrift: string;
  readonly kolommen: readonly Tabelkolom[];
  readonly groepen: readonly Rijgroep[];
  /** What stands below a line: totals, and what stays open. */
  readonly voet: readonly Rij[];
};

export type Tabelkolom = {
  readonly titel: string;
  /** Unit or other small words below the title. */
  readonly onder?: string;
  readonly getal: boolean;
  /** How wide beside the others. */
  readonly breedte: number;
};

/** Rows under a title of their own; the title is absent where there are no groups. */
export type Rijgroep = { readonly titel?: string; readonly rijen: readonly Rij[] };

/** A row has as many cells as its table has columns; the first is its head. */
export type Rij = { readonly cellen: readonly Cel[]; readonly nadruk?: boolean };

/** What stands in a cell, and what stands small below it. */
export type Cel = { readonly tekst: string; readonly onder?: string };

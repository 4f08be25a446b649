import { type Breuk, toNumber } from "#domain/breuk.ts";
import type { Bewering, Schrijfwijze, Uitdrukking } from "./uitdrukking.ts";

/** How a cell looks; nothing but what carries meaning. */
export type Stijl = "lang" | "kop" | "titel" | "aandeel" | "exact" | "som" | "let-op" | "invoer";

export type Inhoud =
  | { readonly soort: "tekst"; readonly tekst: string }
  | { readonly soort: "getal"; readonly waarde: Breuk }
  | { readonly soort: "formule"; readonly formule: Uitdrukking }
  | { readonly soort: "oordeel"; readonly oordeel: Bewering };

/** One cell of a sheet, which is also the number it holds to whoever points to it. */
export type Cel = Uitdrukking & {
  readonly blad: string;
  /** From 0. */
  readonly rij: number;
  readonly kolom: number;
  readonly inhoud: Inhoud;
  readonly stijl?: Stijl;
};

export type Werkblad = {
  readonly naam: string;
  readonly cellen: () => readonly Cel[];
  readonly zet: (rij: number, kolom: number, inhoud: Inhoud, stijl?: Stijl) => Cel;
  /** A row of texts and numbers from the first column. */
  readonly regel: (rij: number, inhoud: readonly (Inhoud | undefined)[], stijl?: Stijl) => void;
  readonly breedtes: readonly number[];
  /** Rows on top that stay in sight. */
  readonly vast: number;
  /** Throws away what was put from this row on. */
  readonly wisVanaf: (rij: number) => void;
};

export function createWerkblad(naam: string, breedtes: readonly number[], vast = 0): Werkblad {
  let cellen: Cel[] = [];
  const zet: Werkblad["zet"] = (rij, kolom, inhoud, stijl) => {
    const cel = createCel({ blad: naam, rij, kolom, inhoud, ...(stijl ? { stijl } : {}) });
    cellen.push(cel);
    return cel;
  };
  return {
    naam,
    breedtes,
    vast,
    cellen: () => cellen,
    zet,
    regel: (rij, inhoud, stijl) => {
      for (const [kolom, item] of inhoud.entries()) if (item) zet(rij, kolom, item, stijl);
    },
    wisVanaf: (rij) => {
      cellen = cellen.filter((cel) => cel.rij < rij);
    },
  };
}

function createCel(cel: Omit<Cel, keyof Uitdrukking>): Cel {
  let known: Breuk | undefined;
  return {
    ...cel,
    schrijf: (wijze) => `${sheetPrefix(cel.blad, wijze)}${celnaam(cel.rij, cel.kolom)}`,
    waarde: () => {
      known ??= numberIn(cel.inhoud);
      return known;
    },
  };
}

function numberIn(inhoud: Inhoud): Breuk {
  if (inhoud.soort === "getal") return inhoud.waarde;
  if (inhoud.soort === "formule") return inhoud.formule.waarde();
  throw new RangeError("a text is no number");
}

/** `$D$12` */
function celnaam(rij: number, kolom: number): string {
  return `$${kolomletters(kolom)}$${rij + 1}`;
}

function kolomletters(kolom: number): string {
  const last = String.fromCharCode(65 + (kolom % 26));
  return kolom < 26 ? last : `${kolomletters(Math.floor(kolom / 26) - 1)}${last}`;
}

function sheetPrefix(blad: string, wijze: Schrijfwijze): string {
  return blad === wijze.blad ? "" : `${blad}!`;
}

/** Cells below each other, as one range: `Rekenwijze!$D$12:$D$30`. */
export function schrijfBereik(cellen: readonly Cel[], wijze: Schrijfwijze): string {
  const [first, last] = [cellen[0], cellen.at(-1)];
  if (!first || !last) throw new RangeError("a range has at least one cell");
  const tail = celnaam(last.rij, last.kolom);
  return `${first.schrijf(wijze)}:${tail}`;
}

export function tekst(text: string): Inhoud {
  return { soort: "tekst", tekst: text };
}

export function waarde(number: Breuk): Inhoud {
  return { soort: "getal", waarde: number };
}

export function formule(uitdrukking: Uitdrukking): Inhoud {
  return { soort: "formule", formule: uitdrukking };
}

/** What a cell shows before anybody reckons anew. */
export function getoond(inhoud: Inhoud): string | number | boolean {
  switch (inhoud.soort) {
    case "tekst":
      return inhoud.tekst;
    case "getal":
      return toNumber(inhoud.waarde);
    case "formule":
      return toNumber(inhoud.formule.waarde());
    case "oordeel":
      return inhoud.oordeel.geldt();
  }
}

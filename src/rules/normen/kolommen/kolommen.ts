import type { Breuk } from "#domain/breuk.ts";
import type { Waarheid } from "#domain/eis.ts";
import type { Herkomst } from "./herkomst.ts";
import { type Kolom, type Lezing, readAll, toKolom } from "./kolom.ts";
import { createSchrijver, type Schrijver, type Vraag } from "./programma.ts";
import type { Kant } from "./vergelijking.ts";
import type { Vorm } from "./vorm.ts";

/** Where a column lies, and by what its figures were multiplied to be whole. */
export type Kolomplaats = NonNullable<Kant["kolom"]>;

/** How one column or list of answers is read, and what it rests on. */
export type Lezingvan<T> = { readonly lees: Lezing<T>; readonly herkomst: Herkomst };

/** What was read, by the number that the table knows it by. */
export type Gelezen =
  | ({ readonly soort: "kolom"; readonly nummer: number } & Lezingvan<Breuk | undefined>)
  | ({ readonly soort: "antwoorden"; readonly nummer: number } & Lezingvan<Waarheid>);

/** The columns and answers that a set of norms is asked of, and the program in which that is done. */
export type Kolommen = {
  readonly vorm: Vorm;
  readonly schrijver: Schrijver;
  /** The column of that name, read once; undefined where whole numbers cannot hold it. */
  readonly kolom: (naam: string, lezing: Lezingvan<Breuk | undefined>) => Kolomplaats | undefined;
  /** The answers of that name, read once, as a question. */
  readonly antwoorden: (naam: string, lezing: Lezingvan<Waarheid>) => Vraag;
  readonly alleKolommen: () => readonly Kolom[];
  readonly alleAntwoorden: () => readonly (readonly Waarheid[])[];
  readonly gelezen: () => readonly Gelezen[];
};

/** Columns for so many gemeenten and years, none yet. */
export function createKolommen(vorm: Vorm): Kolommen {
  const schrijver = createSchrijver();
  const places = new Map<string, Kolomplaats | undefined>();
  const questions = new Map<string, Vraag>();
  const kolommen: Kolom[] = [];
  const antwoorden: (readonly Waarheid[])[] = [];
  const gelezen: Gelezen[] = [];
  return {
    vorm,
    schrijver,
    kolom: (naam, lezing) => {
      if (places.has(naam)) return places.get(naam);
      const kolom = toKolom(lezing.lees, vorm);
      const nummer = kolommen.length;
      places.set(naam, kolom && { nummer, schaal: kolom.schaal });
      if (kolom) {
        kolommen.push(kolom);
        gelezen.push({ soort: "kolom", nummer, ...lezing });
      }
      return places.get(naam);
    },
    antwoorden: (naam, lezing) => {
      const known = questions.get(naam);
      if (known !== undefined) return known;
      const nummer = antwoorden.length;
      const question = schrijver.gegeven(nummer);
      antwoorden.push(readAll(lezing.lees, vorm));
      gelezen.push({ soort: "antwoorden", nummer, ...lezing });
      questions.set(naam, question);
      return question;
    },
    alleKolommen: () => kolommen,
    alleAntwoorden: () => antwoorden,
    gelezen: () => gelezen,
  };
}

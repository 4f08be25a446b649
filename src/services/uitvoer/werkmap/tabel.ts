import { sum } from "#domain/breuk.ts";
import {
  type Cel,
  formule,
  type Inhoud,
  type Stijl,
  schrijfBereik,
  tekst,
  type Werkblad,
} from "./cellen.ts";
import type { Uitdrukking } from "./uitdrukking.ts";

/** One column of a table, with its sum in the row below. */
export type Tabelkolom = {
  readonly cellen: readonly Cel[];
  readonly som: Uitdrukking;
};

/** A table that grows to the right: one row per unit, a row of sums below. */
export type Rekentabel = {
  readonly aantal: number;
  readonly kolom: (
    titel: string,
    maak: (rij: number) => Inhoud | undefined,
    soort?: { readonly stijl?: Stijl; readonly som?: boolean },
  ) => Tabelkolom;
  /** The first row below the table. */
  readonly einde: number;
};

/** @param top The row of the headings. */
export function createRekentabel(blad: Werkblad, top: number, aantal: number): Rekentabel {
  let next = 0;
  const einde = top + aantal + 2;
  return {
    aantal,
    einde,
    kolom: (titel, maak, { stijl, som = false } = {}) => {
      const kolom = next;
      next += 1;
      blad.zet(top, kolom, tekst(titel), "kop");
      const cellen: Cel[] = [];
      for (let i = 0; i < aantal; i += 1) {
        const inhoud = maak(i);
        if (inhoud) cellen.push(blad.zet(top + 1 + i, kolom, inhoud, stijl));
      }
      if (!som) return { cellen, som: sumOf(cellen) };
      return { cellen, som: blad.zet(top + 1 + aantal, kolom, formule(sumOf(cellen)), "som") };
    },
  };
}

/** The sum of a whole column; also usable in a cell of its own. */
export function sumOf(cellen: readonly Cel[]): Uitdrukking {
  return {
    schrijf: (wijze) => `SUM(${schrijfBereik(cellen, wijze)})`,
    waarde: () => sum(cellen.map((cel) => cel.waarde())),
  };
}

import type { Deel } from "../stuk.ts";

export const INKT = "1B1B1B";
export const GRIJS = "565656";
export const LIJN = "D4D4D4";
export const ACCENT = "0B5563";
export const KEUZE = "9A3D0B";

/** Between the margins, in twentieths of a point. */
export const TEKSTBREEDTE = 9_412;

/** Sizes of letters, in half points, of one part of a paper. */
export type Maat = { readonly tekst: number; readonly tabel: number; readonly onder: number };

const GEWOON: Maat = { tekst: 21, tabel: 19, onder: 16 };
const KRAP: Maat = { tekst: 19, tabel: 17, onder: 14 };

/** Word cannot be asked whether a page is full: what must fit on one is set smaller at once. */
export function maatFor({ eenBladzijde }: Deel): Maat {
  return eenBladzijde ? KRAP : GEWOON;
}

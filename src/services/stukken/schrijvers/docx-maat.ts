import type { Stuk } from "../stuk.ts";

export const INKT = "1B1B1B";
export const GRIJS = "565656";
export const LIJN = "D4D4D4";
export const ACCENT = "0B5563";
export const KEUZE = "9A3D0B";

/** Between the margins, in twentieths of a point. */
export const TEKSTBREEDTE = 9_412;

/** Sizes of letters, in half points, and how close lines and headings stand. */
export type Maat = {
  readonly tekst: number;
  readonly zin: number;
  readonly klein: number;
  readonly tabel: number;
  readonly onder: number;
  readonly koppen: readonly [number, number, number];
  /** Above a heading, below a paragraph, below a point, in twentieths of a point. */
  readonly voorKop: number;
  readonly naAlinea: number;
  readonly naPunt: number;
  /** Lines, of 240. */
  readonly regel: number;
};

const RUIM: Maat = {
  tekst: 21,
  zin: 24,
  klein: 18,
  tabel: 19,
  onder: 16,
  koppen: [36, 25, 22],
  voorKop: 240,
  naAlinea: 110,
  naPunt: 40,
  regel: 262,
};

const KRAP: Maat = {
  tekst: 18,
  zin: 19,
  klein: 16,
  tabel: 17,
  onder: 14,
  koppen: [30, 20, 19],
  voorKop: 130,
  naAlinea: 50,
  naPunt: 0,
  regel: 240,
};

/** Word cannot be asked whether a page is full: what must fit on one is set smaller at once. */
export function maatFor({ delen }: Stuk): Maat {
  return delen.every(({ eenBladzijde }) => eenBladzijde) ? KRAP : RUIM;
}

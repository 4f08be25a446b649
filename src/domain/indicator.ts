import type { Breuk } from "./breuk.ts";
import type { Kop } from "./kop.ts";
import type { Formule } from "./waarde.ts";

export const BETROUWBAARHEDEN = ["gemeten", "geschat", "aanname"] as const;
export type Betrouwbaarheid = (typeof BETROUWBAARHEDEN)[number];

/** How far a figure may be off, either side: percentage points, a part of the figure, or units. */
export type Marge = {
  readonly soort: "procentpunt" | "procent" | "eenheid";
  /** 0.5 procentpunt is 0.005 here, 3 % is 0.03, a number in the unit is that number. */
  readonly waarde: Breuk;
};

/** What a figure means (docs/taal.md 2.2). */
export type Indicator = Kop & {
  readonly soort: "indicator";
  readonly eenheid: string;
  readonly niveau: readonly string[];
  readonly meetmoment: "peildatum" | "periode";
  readonly uitsplitsing: readonly string[];
  /** False for ratios: a higher level takes the formule over sums, never a sum of parts. */
  readonly optelbaar: boolean;
  /** The figure that an average is weighted with where gemeenten were merged; only without formule. */
  readonly gewicht?: string;
  readonly formule?: Formule;
  readonly herkomst?: { readonly tabel?: string; readonly maat?: string; readonly link?: string };
  readonly definitie?: { readonly landelijk: string; readonly wijktAf?: string };
  readonly betrouwbaarheid: Betrouwbaarheid;
  readonly marge?: Marge;
};

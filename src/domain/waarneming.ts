import type { Breuk } from "./breuk.ts";
import type { Betrouwbaarheid } from "./indicator.ts";
import type { Datum, Duur } from "./peildatum.ts";

/** The gebied under which a figure of the whole run is kept where no region id is known. */
export const GEHEEL = "*";

/** What was observed: a number (with the range it was delivered with), or a coded fact. */
export type WaarnemingInhoud =
  | {
      readonly soort: "getal";
      readonly waarde: Breuk;
      readonly laag?: Breuk;
      readonly hoog?: Breuk;
    }
  | { readonly soort: "kenmerk"; readonly code: string }
  | { readonly soort: "duur"; readonly duur: Duur }
  | { readonly soort: "datum"; readonly datum: Datum }
  | { readonly soort: "onbekend" };

/**
 * One figure: an indicator, of a gebied, at a moment, from a source.
 *
 * Missing is not zero: what is not known is absent or `onbekend`, never nought.
 */
export type Waarneming = {
  readonly indicator: string;
  /** The cell of a split figure: `[]`, `["sociale-huur"]`, or a corporatie inside a gemeente. */
  readonly cel: readonly string[];
  readonly gebied: string;
  /** A date for a stock, a periode for a flow; absent in a made-up case. */
  readonly moment?: string;
  readonly inhoud: WaarnemingInhoud;
  readonly bron: string;
  readonly betrouwbaarheid?: Betrouwbaarheid;
  readonly status?: "voorlopig" | "vast" | "voorbeeld";
  readonly opmerking?: string;
};

/** Where a run finds its figures. */
export type Cijferbron = {
  /** Everything known of one indicator of one gebied, at every moment and in every cell. */
  readonly find: (indicator: string, gebied: string) => readonly Waarneming[];
};

export function createCijferbron(waarnemingen: Iterable<Waarneming>): Cijferbron {
  // Two steps rather than one long key: this is asked a hundred thousand times for one sheet.
  const known = new Map<string, Map<string, Waarneming[]>>();
  for (const waarneming of waarnemingen) {
    const { indicator, gebied } = waarneming;
    const perGebied = known.get(indicator) ?? new Map<string, Waarneming[]>();
    known.set(indicator, perGebied);
    const list = perGebied.get(gebied);
    if (list) list.push(waarneming);
    else perGebied.set(gebied, [waarneming]);
  }
  return { find: (indicator, gebied) => known.get(indicator)?.get(gebied) ?? NONE };
}

const NONE: readonly Waarneming[] = [];

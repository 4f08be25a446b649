import type { Breuk } from "./breuk.ts";
import type { Gemeentecode } from "./gebied.ts";
import type { Datum } from "./peildatum.ts";

/** Which part of a gemeente goes over in a split: an estimate, by something that was counted. */
export type Splitsdeel = {
  /** Of the gemeente that is split; the parts of one gemeente on one day are 1 together. */
  readonly deel: Breuk;
  /** How far it may be off; without them anything from nothing to all. */
  readonly laag?: Breuk;
  readonly hoog?: Breuk;
  /** What was counted, and when: "inwoners van de kernen op 1 januari 2020". */
  readonly gewicht: string;
};

/** From one gemeente to one other on a day: all of it, or a part. */
export type Overgang = {
  readonly datum: Datum;
  readonly van: Gemeentecode;
  readonly naar: Gemeentecode;
  readonly zekerheid: "vast" | "aangekondigd";
  readonly bron: string;
  /** Absent where all goes over; `onbekend` where a part does and nobody knows how large it is. */
  readonly deel?: Splitsdeel | "onbekend";
};

/** All changes of gemeenten that are known, and what gemeenten are called. */
export type Herindelingen = {
  /**
   * Complete: a gemeente that stays and takes another in goes over to itself that day too, so that
   * all who make up the new one are there.
   */
  readonly overgangen: readonly Overgang[];
  readonly naamVan: (code: Gemeentecode) => string;
};

export const GEEN_HERINDELINGEN: Herindelingen = { overgangen: [], naamVan: (code) => code };

/** Everything that happens together on a day: a merger, a split, or a border that moves. */
export type Herindelingsgebeurtenis = {
  /** The day and the lowest code that comes out: the same for the same gebeurtenis. */
  readonly id: string;
  readonly datum: Datum;
  readonly soort: "samenvoeging" | "splitsing" | "grenswijziging";
  readonly van: readonly Gemeentecode[];
  readonly naar: readonly Gemeentecode[];
  readonly zekerheid: "vast" | "aangekondigd";
  readonly bronnen: readonly string[];
  readonly overgangen: readonly Overgang[];
};

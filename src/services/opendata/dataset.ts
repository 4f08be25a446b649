import type { Datum, Tijdvak } from "#domain/peildatum.ts";
import type { Licentie } from "./licentie.ts";

export const DATASETSOORTEN = ["cijfers", "gebieden", "indelingen", "documenten"] as const;
export type Datasetsoort = (typeof DATASETSOORTEN)[number];

/** A column of a dataset. */
export type Kolom = {
  readonly naam: string;
  /** A number is written exactly: `178`, `16610.04` or `1/3`. */
  readonly soort: "tekst" | "getal" | "dag";
  readonly uitleg: string;
  /** Only in JSON: a text of many lines is no cell. */
  readonly alleenJson?: true;
};

/** A row by the names of its columns; what is not known is not there. */
export type Rij = Readonly<Record<string, string | undefined>>;

/** Something public that others may take along, and what they must know of it. */
export type Dataset = {
  /** Never given to something else. */
  readonly id: string;
  readonly soort: Datasetsoort;
  readonly titel: string;
  readonly omschrijving: string;
  readonly trefwoorden: readonly string[];
  /** Who the figures or texts are of, in their own words. */
  readonly makers: readonly string[];
  /** The sources, each as it is named beside a figure. */
  readonly bronnen: readonly string[];
  readonly licentie: Licentie;
  /** First and last day on which something of it was delivered; absent where nobody wrote it down. */
  readonly uitgegeven?: Datum;
  readonly gewijzigd?: Datum;
  /** The days it tells of. */
  readonly tijdvak?: Tijdvak;
  readonly kolommen: readonly Kolom[];
  readonly rijen: () => Iterable<Rij>;
  /** Where its shapes are: a collection of the OGC API, on a day. */
  readonly vormen?: { readonly collectie: string; readonly op: Datum };
};

/** What is here and is not given out, and why. */
export type NietOpen = {
  readonly titel: string;
  readonly reden: string;
};

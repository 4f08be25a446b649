import type { Gemeentelijst } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Datum } from "#domain/peildatum.ts";

/** A gemeente that went up in another. */
export type Opgegaan = { readonly datum: Datum; readonly van: string; readonly naar: string };

/** What has to be known to read a file of figures. */
export type Inleeskennis = {
  /** Every figure that is told per gemeente, by id. */
  readonly indicatoren: ReadonlyMap<string, Indicator>;
  /** The codes of a code list; undefined where there is no such list. */
  readonly codes: (lijst: string) => readonly string[] | undefined;
  readonly gemeenten: Gemeentelijst;
  /** Only those that are certain. */
  readonly opgegaan: readonly Opgegaan[];
  /** Titles of regions, in which rows of a total are named. */
  readonly regionamen: readonly string[];
  /** The day on which gemeenten are looked up where nothing says another. */
  readonly peildatum: Datum;
  /** The known word that looks most like this one; undefined where none comes near. */
  readonly dichtstbij: (woord: string, bekend: Iterable<string>) => string | undefined;
};

/** A text in lower case, without accents and marks: what people write in two ways becomes one. */
export function gelijkmaken(tekst: string): string {
  return tekst
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`]/g, "")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

export function quote(tekst: string): string {
  return `«${tekst.length > LONGEST ? `${tekst.slice(0, LONGEST)}…` : tekst}»`;
}

const LONGEST = 60;

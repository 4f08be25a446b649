import type { Datum } from "./peildatum.ts";

/** A CBS code of a gemeente, `GM` and four digits. */
export type Gemeentecode = string;

/** From this day it is known which gemeenten there were; before it, only those of which a name is kept. */
export const GEMEENTEN_BEKEND_VANAF: Datum = "2021-01-01";

export function isGemeentecode(text: string): boolean {
  return /^GM\d{4}$/.test(text);
}

/** A gemeente as it was or is: names and codes only mean something on a date. */
export type Gemeente = {
  readonly code: Gemeentecode;
  readonly naam: string;
  readonly provincie: string;
  readonly corop?: string;
  /** First day; absent where it is not known and lies before our figures. */
  readonly sinds?: Datum;
  /** Last day; absent while it exists. */
  readonly tot?: Datum;
};

/** All gemeenten that were, and which of them exist on a day. */
export type Gemeentelijst = {
  readonly findByCode: (code: string, op: Datum) => Gemeente | undefined;
  /** All that carried this name on that day; more than one where the name is not unique. */
  readonly findByNaam: (naam: string, op: Datum) => readonly Gemeente[];
  /** All that are called so beside their own name on that day: Den Haag, or a spelling of a table. */
  readonly findByAndereNaam: (naam: string, op: Datum) => readonly Gemeente[];
  readonly list: (op: Datum) => readonly Gemeente[];
  readonly provincies: readonly { readonly code: string; readonly naam: string }[];
  readonly andereNamen: readonly { readonly code: string; readonly naam: string }[];
};

export function createGemeentelijst(
  gemeenten: readonly Gemeente[],
  provincies: readonly { readonly code: string; readonly naam: string }[],
  andereNamen: readonly { readonly code: string; readonly naam: string }[] = [],
): Gemeentelijst {
  const byCode = groupBy(gemeenten, (gemeente) => gemeente.code);
  const byNaam = groupBy(gemeenten, (gemeente) => gemeente.naam);
  return {
    findByCode: (code, op) => byCode.get(code)?.find((gemeente) => existsOn(gemeente, op)),
    findByNaam: (naam, op) => (byNaam.get(naam) ?? []).filter((item) => existsOn(item, op)),
    findByAndereNaam: (naam, op) => {
      const wanted = naam.toLowerCase();
      const called = andereNamen.filter((other) => other.naam.toLowerCase() === wanted);
      return [...new Set(called.map(({ code }) => code))].flatMap(
        (code) => byCode.get(code)?.find((gemeente) => existsOn(gemeente, op)) ?? [],
      );
    },
    list: (op) => gemeenten.filter((gemeente) => existsOn(gemeente, op)),
    provincies,
    andereNamen,
  };
}

function groupBy(
  gemeenten: readonly Gemeente[],
  keyOf: (gemeente: Gemeente) => string,
): ReadonlyMap<string, readonly Gemeente[]> {
  const groups = new Map<string, Gemeente[]>();
  for (const gemeente of gemeenten) {
    const group = groups.get(keyOf(gemeente));
    if (group) group.push(gemeente);
    else groups.set(keyOf(gemeente), [gemeente]);
  }
  return groups;
}

function existsOn(gemeente: Gemeente, op: Datum): boolean {
  return (gemeente.sinds ?? "") <= op && op <= (gemeente.tot ?? "9999-12-31");
}

/** A unit that takes part in a run. */
export type Rekeneenheid = {
  readonly id: string;
  readonly naam: string;
  readonly deelregio?: string;
  readonly provincie?: string;
  /** Not sourced membership that counts, and is said. */
  readonly aanname?: string;
};

/** The units that a document is run over. */
export type Rekengebied = {
  /** The region's own id, under which figures of the whole are looked up. */
  readonly id: string;
  readonly titel: string;
  readonly eenheden: readonly Rekeneenheid[];
  /** Deelregio id → title. */
  readonly deelregios: Readonly<Record<string, string>>;
  /** `id@versie` of the indeling, where the region comes from one. */
  readonly indeling?: string;
  /** Members about whom a person must decide first: a run over them is `onbepaald`. */
  readonly onzeker: readonly string[];
};

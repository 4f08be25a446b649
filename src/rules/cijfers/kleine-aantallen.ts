import { add, type Breuk, breuk, compare, NUL } from "#domain/breuk.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Onderwerp } from "#domain/kop.ts";

/** The smallest count of people of a group that is shown: at least ten in every cell (ADR 0016). */
export const KLEINSTE_AANTAL = breuk(10);

/** With two gemeenten each could take its own number from the sum, and has that of the other. */
const MINSTE_GEMEENTEN = 3;

/** What we know of a group is figures of these subjects. */
const OVER_GROEPEN: ReadonlySet<Onderwerp> = new Set([
  "aandachtsgroepen",
  "arbeidsmigranten",
  "ouderen",
  "studenten",
  "uitstroom",
  "urgenten",
  "vergunninghouders",
  "woonwagens",
  "zorg",
]);

const TELT_MENSEN: ReadonlySet<string> = new Set([
  "deel",
  "huishoudens",
  "inschrijvingen",
  "personen",
  "studenten",
]);

/** What is counted of homes and places tells about people where it is split by who they are. */
const TELT_PLEKKEN: ReadonlySet<string> = new Set(["plaatsen", "plekken", "woningen"]);

/** Axes that split a figure by who people are. */
const GROEPSASSEN: ReadonlySet<string> = new Set([
  "aandachtsgroep",
  "beperking",
  "doelgroep",
  "herkomstgemeente",
  "lokale-urgentiegrond",
  "uitstroomplek",
  "urgentiecategorie",
  "woonplek",
]);

/** Where somebody comes from leads to shelters whose place is kept secret. */
const GEVOELIGE_ASSEN: ReadonlySet<string> = new Set(["herkomstgemeente", "uitstroomplek"]);

/** Vrouwenopvang, mensenhandel, sekswerk and detentie, as the code lists and indicators name them. */
const GEVOELIG = /vrouwenopvang|mensenhandel|sekswerk|uitstapprogramma|detentie|forensische/;

/** Levels at which a figure is about one household or person: no count at all. */
const OVER_EEN_MENS: ReadonlySet<string> = new Set(["huishouden", "persoon"]);

/**
 * Whether a figure tells about a group of people, so that small counts stay closed.
 *
 * What documents ask about agreements (an article, a date, a code) is no count of people.
 */
export function isGroepscijfer({ onderwerp, eenheid, uitsplitsing, niveau }: Indicator): boolean {
  if (niveau.some((name) => OVER_EEN_MENS.has(name))) return true;
  if (!OVER_GROEPEN.has(onderwerp)) return false;
  if (TELT_MENSEN.has(eenheid)) return true;
  return TELT_PLEKKEN.has(eenheid) && splits(uitsplitsing, GROEPSASSEN);
}

function splits(uitsplitsing: readonly string[], assen: ReadonlySet<string>): boolean {
  return uitsplitsing.some((as) => assen.has(as));
}

/** One figure of a group in a gemeente; `aantal` is absent where nobody knows it. */
export type Groepscel = {
  readonly gemeente: string;
  /** The one region that this gemeente is counted in: regions of a table never overlap. */
  readonly regio: string;
  readonly cel: readonly string[];
  readonly aantal?: Breuk;
};

export type Groepstabel = {
  readonly indicator: Pick<Indicator, "id" | "uitsplitsing" | "optelbaar" | "niveau">;
  readonly cellen: readonly Groepscel[];
};

/** What of a table may be seen by everybody. */
export type Openbaar = {
  /** Regions of which every gemeente is shown. */
  readonly regios: ReadonlySet<string>;
  /** Sums of the regions that are not. */
  readonly totalen: readonly {
    readonly regio: string;
    readonly cel: readonly string[];
    readonly aantal: Breuk;
  }[];
  /** Nothing is held back: other sums that were delivered give nothing away. */
  readonly alles: boolean;
};

/**
 * What of a table of one indicator at one moment may be seen (F224).
 *
 * One decision for all cells of a region together, whatever somebody filters: per gemeente only
 * where every known cell is at least ten and none is of a sensitive group; else the sum of the
 * region, where at least three gemeenten are in it, all are known, and each sum is at least ten.
 * Every number that is shown rests on cells of its own, so that none can be taken from another.
 */
export function toOpenbaar({ indicator, cellen }: Groepstabel): Openbaar {
  if (indicator.niveau.some((name) => OVER_EEN_MENS.has(name))) {
    return { regios: new Set(), totalen: [], alles: cellen.length === 0 };
  }
  const byRegio = groupBy(cellen, ({ regio }) => regio);
  const gevoelig = isGevoelig(indicator, cellen);
  const open = [...byRegio].filter(([, own]) => !gevoelig && own.every(isLarge));
  const regios = new Set(open.map(([regio]) => regio));
  const dicht = [...byRegio].filter(([regio]) => !regios.has(regio));
  const totalen = indicator.optelbaar ? dicht.flatMap(([regio, own]) => sums(regio, own)) : [];
  return { regios, totalen, alles: dicht.length === 0 };
}

/** One sensitive column closes the table: else it is what is left of the others. */
function isGevoelig(
  { id, uitsplitsing }: Groepstabel["indicator"],
  cellen: readonly Groepscel[],
): boolean {
  if (GEVOELIG.test(id) || splits(uitsplitsing, GEVOELIGE_ASSEN)) return true;
  return cellen.some(({ cel }) => cel.some((code) => GEVOELIG.test(code)));
}

function isLarge({ aantal }: { readonly aantal?: Breuk }): boolean {
  return aantal === undefined || compare(aantal, KLEINSTE_AANTAL) >= 0;
}

/** The sums of one region: of every column, or of the whole where a column is too small. */
function sums(regio: string, cellen: readonly Groepscel[]): Openbaar["totalen"] {
  const gemeenten = new Set(cellen.map(({ gemeente }) => gemeente));
  if (gemeenten.size < MINSTE_GEMEENTEN) return [];
  const columns = [...groupBy(cellen, ({ cel }) => JSON.stringify(cel)).values()];
  const known = columns.flatMap((column) => {
    const [first] = column;
    const complete = column.every(({ aantal }) => aantal !== undefined);
    if (!first || !complete || column.length !== gemeenten.size) return [];
    const aantal = column.reduce((sum, cel) => add(sum, cel.aantal ?? NUL), NUL);
    return [{ regio, cel: first.cel, aantal }];
  });
  if (known.length === columns.length && known.every(isLarge)) return known;
  return known.filter(({ cel, aantal }) => cel.length === 0 && isLarge({ aantal }));
}

function groupBy(
  cellen: readonly Groepscel[],
  keyOf: (cel: Groepscel) => string,
): ReadonlyMap<string, readonly Groepscel[]> {
  const groups = new Map<string, Groepscel[]>();
  for (const cel of cellen) {
    const own = groups.get(keyOf(cel));
    if (own) own.push(cel);
    else groups.set(keyOf(cel), [cel]);
  }
  return groups;
}

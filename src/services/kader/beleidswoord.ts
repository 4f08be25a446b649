import type { Beleidswoord } from "#domain/beleidswoord.ts";
import type { RegieDocument } from "#domain/document.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Bron } from "#domain/kop.ts";
import { beleidswoordVan } from "#rules/kader/index.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";

/** A figure about a word, and whether anybody delivered it. */
export type Woordcijfer = {
  readonly indicator: Indicator;
  /** `afgeleid` follows from other figures; of `onbekend` nobody delivered anything. */
  readonly stand: "geleverd" | "afgeleid" | "onbekend";
};

/** A law or another piece, with what was made of it. */
export type Woordstuk = {
  readonly stuk: string;
  readonly stand: Bron["stand"];
  readonly documenten: readonly RegieDocument[];
};

/** What this installation holds about one policy word; every list in order of the alphabet. */
export type Woordbeeld = {
  /** Of each document the newest version, but for indicators. */
  readonly documenten: readonly RegieDocument[];
  /** What is counted of an area or of a corporatie. */
  readonly cijfers: readonly Woordcijfer[];
  readonly stukken: readonly Woordstuk[];
};

/** What is only known of one household, plan or site is asked where a rule needs it. */
const GEBIEDEN: readonly string[] = [
  ...["wijk", "gemeente", "deelregio", "regio", "provincie", "nederland"],
  "corporatie",
];

/** Gathers what belongs to a word, own documents that whoever asks may see included. */
export function describeWoord(basis: OpenbareBasis, woord: Beleidswoord): Woordbeeld {
  const own = basis.bibliotheek
    .list()
    .filter((document) => beleidswoordVan(document) === woord)
    .filter((document) => basis.bibliotheek.find(document.id) === document)
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
  const documenten = own.filter(({ soort }) => soort !== "indicator");
  const delivered = new Set(basis.leveringen().map(({ indicator }) => indicator));
  const cijfers = own
    .filter((document) => document.soort === "indicator")
    .filter(({ niveau }) => niveau.some((level) => GEBIEDEN.includes(level)))
    .map((indicator) => ({ indicator, stand: standOf(indicator, delivered) }));
  return { documenten, cijfers, stukken: piecesOf(documenten) };
}

function standOf({ id, formule }: Indicator, delivered: ReadonlySet<string>): Woordcijfer["stand"] {
  if (delivered.has(id)) return "geleverd";
  return formule ? "afgeleid" : "onbekend";
}

function piecesOf(documenten: readonly RegieDocument[]): readonly Woordstuk[] {
  const stukken = new Map<string, Woordstuk>();
  for (const document of documenten) {
    const { stuk, stand } = document.bron;
    const key = `${stuk} ${stand}`;
    const known = stukken.get(key)?.documenten ?? [];
    stukken.set(key, { stuk, stand, documenten: [...known, document] });
  }
  return [...stukken.values()].toSorted((a, b) => a.stuk.localeCompare(b.stuk, "nl"));
}

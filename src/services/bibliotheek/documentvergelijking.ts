import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Indeling } from "#domain/indeling.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Basis } from "#services/basis.ts";
import { createZinmaker, isEditable, type Zin, zinAlsTekst } from "#services/kader/zin.ts";

/** One thing that two documents say: the same, otherwise, or only one of them. */
export type Verschilregel = {
  /** The key path in the long form, or the key of the head. */
  readonly pad: string;
  readonly links?: string;
  readonly rechts?: string;
};

/** Two documents in words: their sentences, and what they say otherwise. */
export type Documentvergelijking = {
  readonly zinnen: readonly [string, string];
  readonly gelijk: number;
  readonly verschillen: readonly Verschilregel[];
};

/**
 * Lays two documents side by side in words.
 *
 * What each says is taken from its own sentence, by key path, so that a short and a long form of
 * the same thing do not differ. The heads are compared beside it: source, status, body, validity.
 */
export function compareDocuments(
  basis: Basis,
  links: RegieDocument,
  rechts: RegieDocument,
): Documentvergelijking {
  const zinVan = createZinmaker(basis);
  const [left, right] = [zinVan(links), zinVan(rechts)];
  const regels = [
    ...compareMaps(headOf(links), headOf(rechts)),
    ...compareMaps(partsOf(left), partsOf(right)),
  ];
  const verschillen = regels.filter((regel) => regel.links !== regel.rechts);
  return {
    zinnen: [zinAlsTekst(left), zinAlsTekst(right)],
    gelijk: regels.length - verschillen.length,
    verschillen,
  };
}

function headOf(document: RegieDocument): ReadonlyMap<string, string> {
  const { titel, soort, bron, status, orgaan, spoor, laag, geldigVan, geldigTot } = document;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["titel", titel],
    ["soort", soort],
    ["bron", [bron.stuk, bron.plaats].filter(Boolean).join(", ")],
    ["stand van de bron", bron.stand],
    ["status", status],
    ["orgaan", orgaan],
    ["spoor", spoor?.toString()],
    ["soort regio", laag === "geen" ? undefined : laag],
    ["geldig van", geldigVan && formatMoment(geldigVan)],
    ["geldig tot en met", geldigTot && formatMoment(geldigTot)],
  ];
  return new Map(rows.flatMap(([key, text]) => (text === undefined ? [] : [[key, text] as const])));
}

/** What can be changed in a sentence, by key path; a path that is said twice keeps both texts. */
function partsOf(zin: Zin): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const deel of zin) {
    if (!isEditable(deel)) continue;
    const before = parts.get(deel.pad);
    if (before === deel.tekst) continue;
    parts.set(deel.pad, before === undefined ? deel.tekst : `${before}; ${deel.tekst}`);
  }
  return parts;
}

function compareMaps(
  links: ReadonlyMap<string, string>,
  rechts: ReadonlyMap<string, string>,
): readonly Verschilregel[] {
  return [...new Set([...links.keys(), ...rechts.keys()])].map((pad) => {
    const [left, right] = [links.get(pad), rechts.get(pad)];
    return {
      pad,
      ...(left === undefined ? {} : { links: left }),
      ...(right === undefined ? {} : { rechts: right }),
    };
  });
}

/** A gemeente that is in another region in the one indeling than in the other, or in only one. */
export type Verplaatsing = {
  readonly gemeente: string;
  readonly naam: string;
  readonly links?: string;
  readonly rechts?: string;
};

/** Which gemeenten two indelingen place otherwise on a day; by name. */
export function compareLeden(
  { gemeenten }: Basis,
  links: Indeling,
  rechts: Indeling,
  dag: Datum,
): readonly Verplaatsing[] {
  const [left, right] = [placesOf(links, dag), placesOf(rechts, dag)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((code) => left.get(code)?.naam !== right.get(code)?.naam)
    .map((code): Verplaatsing => {
      const [a, b] = [left.get(code), right.get(code)];
      const naam = gemeenten.findByCode(code, dag)?.naam ?? code;
      return {
        gemeente: code,
        naam,
        ...(a ? { links: a.titel } : {}),
        ...(b ? { rechts: b.titel } : {}),
      };
    })
    .toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
}

function placesOf(
  indeling: Indeling,
  dag: Datum,
): ReadonlyMap<string, { readonly naam: string; readonly titel: string }> {
  return new Map(
    Object.entries(indeling.regios).flatMap(([naam, { titel, gemeenten }]) =>
      gemeenten
        .filter(({ sinds, tot }) => (sinds ?? "") <= dag && dag <= (tot ?? "9999-12-31"))
        .map(({ gemeente }) => [gemeente.id, { naam, titel }] as const),
    ),
  );
}

/** `mra@1` and `Metropoolregio`: how a document is named in a table. */
export function shortName(document: RegieDocument): string {
  return document.versie === 1 ? document.id : documentnaam(document);
}

import type { Afhankelijkheid, Documentsteun, Parametersteun } from "#domain/afhankelijkheid.ts";
import {
  type Bibliotheek,
  documentnaam,
  parseDocumentnaam,
  type RegieDocument,
} from "#domain/document.ts";
import { isDatum } from "#domain/peildatum.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import { daysIn, momentsOf, rhythmOf } from "./dagen.ts";

/** Where a run looks; what it finds there is all that it knows of the world. */
export type Bron = { readonly cijfers: Cijferbron; readonly bibliotheek: Bibliotheek };

/** A run as it was carried out, for what cannot be seen from its questions. */
export type Gelopen = {
  readonly document: RegieDocument;
  readonly op?: string;
  /** `id@versie` of the indeling that the gebied came from. */
  readonly indeling?: string;
  /** The outcome, whose terms and next days count. */
  readonly uitkomst: unknown;
  /** What people recorded or filled in: their days count too, also those still to come. */
  readonly feiten?: unknown;
  /** The outcome itself counts days, so that it is another one every day. */
  readonly teltDagen?: boolean;
};

export type Opname = {
  readonly bron: Bron;
  readonly afhankelijkheid: (gelopen: Gelopen) => Afhankelijkheid;
};

/**
 * A bron that remembers every question, answered or not.
 *
 * Rules are pure: a run whose questions all get the same answers, on a day between the same days,
 * comes out the same. So what it asked is all that it leans on, through however many formules and
 * documents. Without a moment it is sound at the grain of one indicator of one gebied.
 *
 * @param alles All versions, for the days on which a name without a version moves.
 */
export function recordBron(bron: Bron, alles: Bibliotheek = bron.bibliotheek): Opname {
  const cijfers = new Map<string, readonly Waarneming[]>();
  const documenten = new Map<string, RegieDocument | undefined>();
  let alleDocumenten = false;
  return {
    bron: {
      cijfers: {
        find: (indicator, gebied) => {
          const found = bron.cijfers.find(indicator, gebied);
          cijfers.set(`${indicator} ${gebied}`, found);
          return found;
        },
      },
      bibliotheek: {
        find: (naam) => {
          const found = bron.bibliotheek.find(naam);
          documenten.set(naam, found);
          return found;
        },
        list: () => {
          alleDocumenten = true;
          return bron.bibliotheek.list();
        },
      },
    },
    afhankelijkheid: (gelopen) => describe({ cijfers, documenten, alleDocumenten, alles }, gelopen),
  };
}

type Gevraagd = {
  readonly cijfers: ReadonlyMap<string, readonly Waarneming[]>;
  readonly documenten: ReadonlyMap<string, RegieDocument | undefined>;
  readonly alleDocumenten: boolean;
  readonly alles: Bibliotheek;
};

function describe(gevraagd: Gevraagd, gelopen: Gelopen): Afhankelijkheid {
  const { document, op, indeling } = gelopen;
  const found = new Set(
    [document, ...gevraagd.documenten.values()].filter((one) => one !== undefined),
  );
  const named: readonly Documentsteun[] = [
    ...[...gevraagd.documenten].map(([naam, one]) => ({
      gevraagd: naam,
      ...(one ? { gevonden: documentnaam(one) } : {}),
    })),
    ...(indeling === undefined ? [] : [{ gevraagd: indeling, gevonden: indeling }]),
  ];
  return {
    document: documentnaam(document),
    ...(op === undefined ? {} : { op }),
    documenten: named,
    alleDocumenten: gevraagd.alleDocumenten,
    cijfers: [...gevraagd.cijfers].map(([key, list]) => {
      const [indicator = "", gebied = ""] = key.split(" ");
      return { indicator, gebied, gevonden: list.some(isKnown) };
    }),
    parameters: [...found].flatMap(parametersOf),
    dagen: daysOf(gevraagd, gelopen, [...found]),
    ritme: gelopen.teltDagen ? "dag" : rhythmOf([...found], op === undefined || isDatum(op)),
  };
}

function isKnown({ inhoud }: Waarneming): boolean {
  return inhoud.soort !== "onbekend";
}

function parametersOf(document: RegieDocument): readonly Parametersteun[] {
  return Object.entries(document.parameters).map(([naam, { waarde, ingroeipad }]) => ({
    document: documentnaam(document),
    naam,
    leeg: waarde === undefined && ingroeipad === undefined,
  }));
}

function daysOf(
  { cijfers, documenten, alles }: Gevraagd,
  { indeling, uitkomst, feiten }: Gelopen,
  found: readonly RegieDocument[],
): readonly string[] {
  const regional = indeling === undefined ? undefined : alles.find(indeling);
  const versions = [...documenten.keys()].flatMap((naam) => versionsOf(naam, alles));
  const written = daysIn(
    [...found, ...versions, ...(regional ? [regional] : [])],
    feiten,
    uitkomst,
  );
  const days = new Set([...written, ...[...cijfers.values()].flatMap(momentsOf)]);
  return [...days].sort();
}

/** Every version of a name that follows the one in force: each may become that one. */
function versionsOf(naam: string, alles: Bibliotheek): readonly RegieDocument[] {
  const parts = parseDocumentnaam(naam);
  if (!parts || parts.versie !== undefined) return [];
  const newest = alles.find(naam);
  const list: RegieDocument[] = [];
  for (let versie = newest?.versie ?? 0; versie > 0; versie -= 1) {
    const one = alles.find(`${parts.id}@${versie}`);
    if (one) list.push(one);
  }
  return list;
}

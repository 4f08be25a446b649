import type { Indeling } from "./indeling.ts";
import type { Indicator } from "./indicator.ts";
import type { Kader } from "./kader.ts";
import type { Datum } from "./peildatum.ts";
import type { Rangorde } from "./rangorde.ts";
import type { Toets } from "./toets.ts";
import type { Traject } from "./traject.ts";
import type { Verdeling } from "./verdeling.ts";

/** An agreement, or a part of one, as it is written: one of the seven soorten. */
export type RegieDocument = Indicator | Indeling | Verdeling | Toets | Rangorde | Traject | Kader;

/** `id@versie`: the name of one version, which never moves. */
export function documentnaam(document: { readonly id: string; readonly versie: number }): string {
  return `${document.id}@${document.versie}`;
}

/** The parts of `id`, `id@3` or `id@3#naam`; undefined where the text is none of these. */
export function parseDocumentnaam(
  text: string,
): { readonly id: string; readonly versie?: number; readonly naam?: string } | undefined {
  const match = /^([a-z0-9][a-z0-9-]*)(?:@([1-9]\d*))?(?:#([a-z0-9][a-z0-9-]*))?$/.exec(text);
  if (!match?.[1]) return undefined;
  return {
    id: match[1],
    ...(match[2] ? { versie: Number(match[2]) } : {}),
    ...(match[3] ? { naam: match[3] } : {}),
  };
}

/** The documents a run may refer to. */
export type Bibliotheek = {
  /** By `id` (the newest version) or `id@versie`. */
  readonly find: (naam: string) => RegieDocument | undefined;
  readonly list: () => readonly RegieDocument[];
};

export function createBibliotheek(documenten: readonly RegieDocument[]): Bibliotheek {
  const byName = new Map<string, RegieDocument>();
  for (const document of documenten) {
    byName.set(documentnaam(document), document);
    const newest = byName.get(document.id);
    if (!newest || newest.versie < document.versie) byName.set(document.id, document);
  }
  return { find: (naam) => byName.get(naam), list: () => documenten };
}

/**
 * The same documents as they count on a day: a name without a version is the version in force then.
 *
 * Where none is in force that day it is the newest; a name with a version never moves.
 */
export function bibliotheekOp(bibliotheek: Bibliotheek, dag: Datum): Bibliotheek {
  return { ...bibliotheek, find: (naam) => findInForce(bibliotheek, naam, dag) };
}

function findInForce(
  bibliotheek: Bibliotheek,
  naam: string,
  dag: Datum,
): RegieDocument | undefined {
  const newest = bibliotheek.find(naam);
  if (!newest || parseDocumentnaam(naam)?.versie !== undefined) return newest;
  for (let versie = newest.versie; versie > 0; versie -= 1) {
    const document = versie === newest.versie ? newest : bibliotheek.find(`${naam}@${versie}`);
    if (document && isInForce(document, dag)) return document;
  }
  return newest;
}

function isInForce({ geldigVan, geldigTot }: RegieDocument, dag: Datum): boolean {
  return (geldigVan ?? "") <= dag && dag <= (geldigTot ?? "9999-12-31");
}

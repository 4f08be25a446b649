import type { Indeling } from "./indeling.ts";
import type { Indicator } from "./indicator.ts";
import type { Kader } from "./kader.ts";
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

import type { Breuk } from "#domain/breuk.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import type { Hoek, Plek, Rekenvraag } from "#rules/cijfers/rekenvraag.ts";
import type { Eislezer } from "#rules/normen/eis.ts";
import { type Stand, totalAt } from "./stand.ts";

/** What happened so far, as far as a verdeling asks it. */
export type Verloopgegevens = {
  /** How much of a maximum has been used. */
  readonly alToegewezen?: Breuk;
  /** How much is offered on top of that. */
  readonly aanbod?: Breuk;
  /** Saldi carried over from the periode before. */
  readonly saldoVorigePeriode?: Readonly<Record<string, Breuk>>;
  readonly ruil?: Ruilgegevens;
};

/** Agreed shifts, as moves from one to another or as the numbers that result. */
export type Ruilgegevens =
  | {
      readonly soort: "verschuivingen";
      readonly lijst: readonly {
        readonly van: string;
        readonly naar: string;
        readonly aantal: Breuk;
      }[];
    }
  | { readonly soort: "nieuw"; readonly aantallen: Readonly<Record<string, Breuk>> };

/** What a verdeling is asked: the run, and what happened so far. */
export type Verdelingsvraag = Rekenvraag<Verdeling> & {
  readonly verloop?: Verloopgegevens;
  /** Leaves the corners out: a first sight of the middles, while bands are still worked out. */
  readonly alleenMidden?: boolean;
};

/** Everything one pass over the steps carries; a corner is a pass of its own. */
export type Pas = {
  readonly vraag: Verdelingsvraag;
  readonly lezer: Lezer;
  readonly hoek: Hoek;
  readonly ingevuld: Invulling;
  /** Meldingen that arise while dividing; with any of them the step cannot be carried out. */
  readonly meldingen: Melding[];
  /** Steps that have a name, as they stood afterwards. */
  readonly standen: Map<string, Stand>;
  /** Outcomes of other documents that a sleutel leans on, by name. */
  readonly andere: (document: string) => ReadonlyMap<string, Breuk> | undefined;
};

/** What an eis or a waarde may ask while this stand lies there. */
export function eislezerFor(
  pas: Pas,
  stand: Stand,
  evenredig: (aan: Verwijzing, plek: Plek) => Breuk | undefined,
): Eislezer {
  return {
    lezer: pas.lezer,
    hoek: pas.hoek,
    evenredig,
    uitkomst: (verwijzing, plek) => readUitkomst(verwijzing, plek, stand, pas.standen),
    eenheden: (_as, plek) => pas.vraag.gebied.eenheden.map(({ id }) => ({ ...plek, pad: [id] })),
    grenzen: (naam) => {
      const value = pas.lezer.parameter(naam);
      return value && "soort" in value && value.soort === "woord" ? value.woord : undefined;
    },
  };
}

/** `uitkomst`, `uitkomst.overig`, `uitkomst.groei` or `uitkomst.groei.overig` (docs/taal.md 1.1). */
function readUitkomst(
  verwijzing: Verwijzing,
  plek: Plek,
  stand: Stand,
  standen: ReadonlyMap<string, Stand>,
): Breuk {
  const [first = "", ...rest] = verwijzing.pad;
  const earlier = standen.get(first);
  const asked = earlier ? rest[0] : first || undefined;
  const source = earlier ?? stand;
  const pad = verwijzing.van === "regio" ? [] : plek.pad;
  if (asked !== undefined && !source.onderdelen.includes(asked)) {
    return totalAt(source, [...pad, asked]);
  }
  const own = source.onderdelen.includes(plek.onderdeel) ? plek.onderdeel : undefined;
  return totalAt(source, pad, asked ?? own);
}

import type { Ordelijk } from "#contract/kader/knoop.ts";
import type { Rangmelding } from "#domain/rangorde-uitkomst.ts";
import type { Melding } from "#domain/uitkomst.ts";
import {
  compareNamen,
  compareTekst,
  formatOntbrekend,
  unknownKey,
  type Verschil,
} from "./vergelijken.ts";

type Check<Uit> = (verwacht: Ordelijk, uitkomst: Uit) => readonly Verschil[];

/** What each key under `verwacht` of one soort compares; only what is named is compared. */
export type Checks<Uit> = Readonly<Record<string, Check<Uit>>>;

/** Compares all that a scenario expects; a key that nobody knows is a difference too. */
export function runChecks<Uit>(
  checks: Checks<Uit>,
  verwacht: ReadonlyMap<string, Ordelijk>,
  uitkomst: Uit,
): readonly Verschil[] {
  return [...verwacht].flatMap(([key, tree]) => checks[key]?.(tree, uitkomst) ?? unknownKey(key));
}

/** How a scenario expects what was missing, what is still to be settled, and what was refused. */
export function meldingChecks<Uit>(
  meldingenIn: (uitkomst: Uit) => readonly (Melding | Rangmelding)[],
): Checks<Uit> {
  return {
    onvolledig: (verwacht, uitkomst) =>
      compareNamen(
        "onvolledig",
        verwacht,
        meldingenVan(meldingenIn(uitkomst), "onvolledig").flatMap(({ ontbreekt }) =>
          ontbreekt.map(formatOntbrekend),
        ),
      ),
    onbepaald: (verwacht, uitkomst) =>
      compareNamen(
        "onbepaald",
        verwacht,
        meldingenVan(meldingenIn(uitkomst), "onbepaald").map(({ wat }) => wat),
      ),
    geweigerd: (verwacht, uitkomst) =>
      compareTekst(
        "geweigerd",
        verwacht,
        meldingenVan(meldingenIn(uitkomst), "geweigerd").map(({ reden }) => reden),
      ),
  };
}

/** The messages of one soort. */
export function meldingenVan<M extends { readonly soort: string }, S extends M["soort"]>(
  meldingen: readonly M[],
  soort: S,
): readonly Extract<M, { soort: S }>[] {
  return meldingen.filter(
    (melding): melding is Extract<M, { soort: S }> => melding.soort === soort,
  );
}

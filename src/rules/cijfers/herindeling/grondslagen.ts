import type { Bibliotheek } from "#domain/document.ts";
import type { Herindelingen, Herindelingsgebeurtenis, Overgang } from "#domain/herindeling.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import { findOldLeveringen, leveringOf, listEnded } from "./leveringen.ts";
import { type Overzettingsoort, withHerindelingen } from "./met-herindelingen.ts";

/** A figure in the old or the new gemeenten; `soort` is there where it was carried over. */
export type Grondslagcijfer = {
  readonly code: string;
  readonly waarneming: Waarneming;
  readonly soort?: Overzettingsoort;
};

/** One cell at one moment, before and after. */
export type Grondslagregel = {
  readonly moment: string;
  readonly cel: readonly string[];
  readonly oud: readonly Grondslagcijfer[];
  readonly nieuw: readonly Grondslagcijfer[];
};

type Vraag = {
  readonly cijfers: Cijferbron;
  readonly bibliotheek: Pick<Bibliotheek, "find">;
  readonly herindelingen: Herindelingen;
  /** What holds besides this gebeurtenis. */
  readonly overgangen: readonly Overgang[];
  readonly gebeurtenis: Herindelingsgebeurtenis;
};

/**
 * The figures of an indicator on both sides of a herindeling, newest first.
 *
 * Of a gemeente that keeps its name only what was delivered apart from the other stands among the
 * old ones: of other figures nobody knows that they are not already of the new gemeente.
 */
export function compareGrondslagen(
  indicator: string,
  { cijfers, bibliotheek, herindelingen, overgangen, gebeurtenis }: Vraag,
): readonly Grondslagregel[] {
  const { van, naar } = gebeurtenis;
  const ended = listEnded(gebeurtenis.overgangen);
  const old = findOldLeveringen(cijfers, indicator, ended);
  const bronOf = (list: readonly Overgang[]) =>
    withHerindelingen({
      cijfers,
      bibliotheek,
      herindelingen: { ...herindelingen, overgangen: list },
    });
  const earlier = bronOf(overgangen.filter(({ datum }) => datum < gebeurtenis.datum));
  const later = bronOf([...overgangen, ...gebeurtenis.overgangen]);
  const oud = van.flatMap((code) =>
    earlier
      .find(indicator, code)
      .filter((waarneming) => ended.has(code) || old.has(leveringOf(waarneming)))
      .map((waarneming) => toCijfer(code, waarneming, earlier)),
  );
  const nieuw = naar.flatMap((code) =>
    later.find(indicator, code).map((waarneming) => toCijfer(code, waarneming, later)),
  );
  return toRegels(oud, nieuw);
}

function toCijfer(
  code: string,
  waarneming: Waarneming,
  { soortVan }: ReturnType<typeof withHerindelingen>,
): Grondslagcijfer {
  const soort = soortVan(waarneming);
  return { code, waarneming, ...(soort ? { soort } : {}) };
}

function toRegels(
  oud: readonly Grondslagcijfer[],
  nieuw: readonly Grondslagcijfer[],
): readonly Grondslagregel[] {
  const keys = new Map(
    [...oud, ...nieuw].map(({ waarneming: { moment = "", cel } }) => [
      keyOf(moment, cel),
      { moment, cel },
    ]),
  );
  return [...keys]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, place]) => {
      const here = ({ waarneming: { moment = "", cel } }: Grondslagcijfer) =>
        keyOf(moment, cel) === key;
      return { ...place, oud: oud.filter(here), nieuw: nieuw.filter(here) };
    });
}

function keyOf(moment: string, cel: readonly string[]): string {
  return `${moment}|${cel.join(".")}`;
}

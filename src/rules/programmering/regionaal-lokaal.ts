import { compareNaam } from "#domain/alfabet.ts";
import { compare, NUL } from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { combine, exact } from "#rules/cijfers/band.ts";

/** One gemeente: what its own programma holds, and what the regional one asks of it. */
type Programmaregel = {
  readonly naam: string;
  readonly programma?: Bandbreedte;
  readonly gevraagd?: Bandbreedte;
};

export type RegionaalLokaal = {
  /** What gemeenten that have a number hold together. */
  readonly lokaal: Bandbreedte;
  /** Regional − local, where every gemeente has a number; below zero there is more than asked. */
  readonly tekort?: Bandbreedte;
  /** Names by alphabet. */
  readonly zonderGetal: readonly string[];
  /** Those whose programma holds less than the region asks of them, also with the room it leaves. */
  readonly minder: readonly string[];
};

/**
 * The regional programma beside what gemeenten put in their own, to see whether they contradict.
 *
 * A sum over gemeenten of which one is missing is no sum: then there is no `tekort`. Nobody is
 * ranked; who holds less than was asked is named, so that they can talk about it.
 *
 * @see Koersnotitie Wonen en Volkshuisvesting Drechtsteden, raakvlakken (F213).
 */
export function compareRegionaalLokaal(
  regionaal: Bandbreedte | undefined,
  regels: readonly Programmaregel[],
): RegionaalLokaal {
  const known = regels.flatMap(({ programma }) => programma ?? []);
  const lokaal = known.reduce((a, b) => combine("+", a, b) ?? a, exact(NUL));
  const complete = regels.length > 0 && known.length === regels.length;
  const tekort = complete && regionaal ? combine("-", regionaal, lokaal) : undefined;
  return {
    lokaal,
    ...(tekort ? { tekort } : {}),
    zonderGetal: namesOf(regels.filter(({ programma }) => !programma)),
    minder: namesOf(regels.filter(holdsLess)),
  };
}

/** Only where it is less whatever the room of both numbers. */
function holdsLess({ programma, gevraagd }: Programmaregel): boolean {
  return !!programma && !!gevraagd && compare(programma.hoog, gevraagd.laag) < 0;
}

function namesOf(regels: readonly Programmaregel[]): readonly string[] {
  return regels.map(({ naam }) => naam).sort(compareNaam);
}

import type { Gemeentecode } from "#domain/gebied.ts";
import type { Overgang } from "#domain/herindeling.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { listEnded } from "../cijfers/herindeling/leveringen.ts";
import { addStukken } from "../cijfers/herindeling/overzetten.ts";
import { composeGemeente, isUnchanged } from "../cijfers/herindeling/samenstelling.ts";

/** What an outcome in the gemeenten of before comes to for one gemeente of after. */
export type RijNa = {
  readonly id: Gemeentecode;
  /** `exact`: a sum of whole gemeenten. `geschat`: a part was split off. `onbekend`: of a part nobody knows how large it is. */
  readonly soort: "gelijk" | "exact" | "geschat" | "onbekend";
  /** The gemeenten of the outcome that it is made of. */
  readonly uit: readonly Gemeentecode[];
  /** Those it is made of too and that were not in the outcome: the numbers are without them. */
  readonly buiten: readonly Gemeentecode[];
  /** One for each column that was given, or each year of a path. */
  readonly aantallen: readonly (Bandbreedte | undefined)[];
};

/**
 * An outcome, or a path over years, in the gemeenten of after these overgangen.
 *
 * The outcome itself does not change: this stands beside it. Nothing is divided anew, so that every
 * column keeps its total to the last home; of what was split the parts are estimates with a range.
 * Ranges are added too, and so are the widest there can be: not all can be high at once.
 *
 * @param kolommen Per column the number of each gemeente.
 * @param vanaf The day of the outcome: overgangen before it are in its gemeenten already.
 */
export function carryUitkomst(
  kolommen: readonly ReadonlyMap<Gemeentecode, Bandbreedte>[],
  overgangen: readonly Overgang[],
  vanaf: Datum,
): readonly RijNa[] {
  const later = overgangen.filter(({ datum }) => datum >= vanaf);
  const members = new Set(kolommen.flatMap((kolom) => [...kolom.keys()]));
  const ended = listEnded(later);
  const after = [...new Set([...members, ...later.map(({ naar }) => naar)])]
    .filter((code) => !ended.has(code))
    .toSorted();
  return after.flatMap((id) => {
    const stukken = composeGemeente(id, later, vanaf);
    const own = stukken.filter(({ code }) => members.has(code));
    if (own.length === 0) return [];
    const carried = kolommen.map((kolom) => addStukken(own, (code) => kolom.get(code)));
    const known = carried.find((column) => column !== undefined);
    return {
      id,
      soort: isUnchanged(id, stukken) ? "gelijk" : soortOf(known?.soort),
      uit: own.map(({ code }) => code),
      buiten: stukken.map(({ code }) => code).filter((code) => !members.has(code)),
      aantallen: carried.map((column) => column?.waarde),
    };
  });
}

/** Numbers that may be added are never an average. */
function soortOf(soort: "exact" | "gewogen" | "geschat" | undefined): RijNa["soort"] {
  return soort === undefined || soort === "gewogen" ? "onbekend" : soort;
}

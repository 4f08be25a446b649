import type { Eenheiduitkomst } from "#domain/uitkomst.ts";
import type { Kolom } from "#rules/verdeling/index.ts";

const unitMaps = new WeakMap<Kolom["uitkomst"], ReadonlyMap<string, Eenheiduitkomst>>();

/** The units of an outcome by their id, made once for each outcome. */
export function unitsById(uitkomst: Kolom["uitkomst"]): ReadonlyMap<string, Eenheiduitkomst> {
  const known = unitMaps.get(uitkomst) ?? new Map(uitkomst.eenheden.map((item) => [item.id, item]));
  unitMaps.set(uitkomst, known);
  return known;
}

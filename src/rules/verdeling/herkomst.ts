import { add, type Breuk, isZero, multiply, NUL } from "#domain/breuk.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { plekVan } from "#rules/cijfers/rekenvraag.ts";
import { readVerwijzing } from "#rules/normen/waarde.ts";
import type { Sleutelvraag } from "./sleutelvraag.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";

/**
 * Weights by gemeente of origin, from a figure that is split on herkomstgemeente.
 *
 * Everyone counts for the unit they came from, wherever they are now; who came from elsewhere, or
 * whose origin is not known, is spread by the other sleutel.
 */
export function readHerkomst(
  matrix: Verwijzing,
  anders: readonly Breuk[] | undefined,
  vraag: Sleutelvraag,
): readonly Breuk[] | undefined {
  const units = vraag.plekken.map(({ pad }) => pad[0] ?? "");
  const places = new Set(vraag.pas.vraag.gebied.eenheden.map(({ id }) => id));
  const own = new Map<string, Breuk>();
  let elsewhere = NUL;
  for (const place of places) {
    for (const origin of originsAt(matrix.naam, place, vraag.pas.vraag.cijfers)) {
      const plek = plekVan([place]);
      const asked = { ...matrix, pad: [...matrix.pad, origin] };
      const count = readVerwijzing(asked, plek, vraag.lezer);
      if (!count) return undefined;
      if (units.includes(origin)) own.set(origin, add(own.get(origin) ?? NUL, count));
      else elsewhere = add(elsewhere, count);
    }
  }
  if (own.size === 0 && isZero(elsewhere)) return noteMissing(matrix, units, vraag);
  if (!isZero(elsewhere) && !anders) return undefined;
  return units.map((unit, i) => add(own.get(unit) ?? NUL, multiply(elsewhere, anders?.[i] ?? NUL)));
}

/** From which gemeenten people came who are in this place now, and what else the figure names. */
export function originsAt(
  indicator: string,
  place: string,
  cijfers: Verdelingsvraag["cijfers"],
): ReadonlySet<string> {
  const known = cijfers.find(indicator, place);
  return new Set(known.flatMap(({ cel }) => (cel.length === 1 ? [cel[0] ?? ""] : [])));
}

function noteMissing(matrix: Verwijzing, units: readonly string[], vraag: Sleutelvraag): undefined {
  for (const unit of units) readVerwijzing(matrix, plekVan([unit]), vraag.lezer);
  return undefined;
}

import type { Afhankelijkheid, Ritme, Wijziging } from "#domain/afhankelijkheid.ts";
import { parseDocumentnaam } from "#domain/document.ts";
import type { Datum } from "#domain/peildatum.ts";

/** Which runs must run again after a change, and only those. */
export type Register = { readonly affectedBy: (wijziging: Wijziging) => readonly string[] };

/**
 * A register of runs by name, in the order in which they are given.
 *
 * A run that is not named by a change comes out the same: what it read did not change.
 */
export function createRegister(
  lopen: readonly { readonly naam: string; readonly leunt: Afhankelijkheid }[],
): Register {
  const byFigure = new Map<string, Set<number>>();
  const byDocument = new Map<string, Set<number>>();
  const always: number[] = [];
  for (const [index, { leunt }] of lopen.entries()) {
    for (const { indicator, gebied } of leunt.cijfers)
      note(byFigure, `${indicator} ${gebied}`, index);
    for (const { gevraagd } of leunt.documenten) note(byDocument, gevraagd, index);
    note(byDocument, leunt.document, index);
    if (leunt.alleDocumenten) always.push(index);
  }
  const named = (indices: Iterable<number>) =>
    [...new Set(indices)].sort((a, b) => a - b).flatMap((index) => lopen[index]?.naam ?? []);
  return {
    affectedBy: (wijziging) => {
      if (wijziging.soort === "cijfer") {
        return named(byFigure.get(`${wijziging.indicator} ${wijziging.gebied}`) ?? []);
      }
      if (wijziging.soort === "document") {
        const id = parseDocumentnaam(wijziging.document)?.id ?? wijziging.document;
        const exact = byDocument.get(wijziging.document) ?? [];
        return named([...exact, ...(byDocument.get(id) ?? []), ...always]);
      }
      const { van, tot } = wijziging;
      const moved = lopen.flatMap(({ leunt }, index) =>
        movesWith(leunt, van, tot) ? [index] : [],
      );
      return named(moved);
    },
  };
}

function note(index: Map<string, Set<number>>, key: string, run: number): void {
  const known = index.get(key);
  if (known) known.add(run);
  else index.set(key, new Set([run]));
}

/** Whether a run may be another one on the second day than on the first. */
function movesWith({ dagen, ritme }: Afhankelijkheid, van: Datum, tot: Datum): boolean {
  if (van === tot) return false;
  const [first, last] = van < tot ? [van, tot] : [tot, van];
  if (turnOf(first, ritme) !== turnOf(last, ritme)) return true;
  return dagen.some((dag) => first < dag && dag <= last);
}

function turnOf(dag: Datum, ritme: Ritme): string {
  if (ritme === "dag") return dag;
  const year = dag.slice(0, 4);
  return ritme === "jaar" ? year : `${year}-${dag.slice(5, 7) <= "06" ? 1 : 2}`;
}

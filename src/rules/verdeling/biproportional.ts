import { isClearlyBest } from "./bewijs.ts";
import { cancelExactly, type Gelijkspel, UNIEK } from "./biproportional-exact.ts";
import { createKolomgraaf, type Kolomgraaf, shortestPath, updateRow } from "./kolomgraaf.ts";
import { fillRows } from "./rijvulling.ts";
import { scaleTable } from "./schaling.ts";
import { at, createTable, type Tabelvraag, toRows, type Werktabel } from "./werktabel.ts";

export type { Tabelvraag } from "./werktabel.ts";

export type Tabeluitkomst =
  | {
      readonly soort: "verdeeld";
      readonly cellen: readonly (readonly number[])[];
      /** Whose numbers could be exchanged at no cost: more than one table is right. */
      readonly gelijk: Gelijkspel;
    }
  | { readonly soort: "rij"; readonly rij: number }
  | { readonly soort: "kolommen"; readonly kolommen: readonly number[] };

/**
 * Biproportional apportionment by Sainte-Laguë within bounds: rows and columns both exact.
 *
 * Every cell is its weight times a multiplier of its row and one of its column, rounded, or one
 * of its bounds (Balinski and Demange 1989). Starts from multipliers scaled within the bounds, and exact rows, then
 * moves units between columns along cheapest paths (Gaffke and Pukelsheim 2008), and ends with an
 * exact check: floats find the way, fractions decide.
 *
 * @returns `rij` or `kolommen` where the bounds leave no table: a row whose bounds do not hold its
 *   sum, or columns that together cannot give up or take in what they must.
 */
export function allocateTabel(vraag: Tabelvraag): Tabeluitkomst {
  const table = createTable(vraag);
  const schaling = scaleTable(table, vraag);
  const filled = fillRows(table, vraag, schaling);
  if ("rij" in filled) return { soort: "rij", rij: filled.rij };
  const graph = createKolomgraaf(table, schaling.columns);
  const stuck = balanceColumns(table, graph, filled.excess);
  if (stuck) return { soort: "kolommen", kolommen: stuck };
  const gelijk = isClearlyBest(table, graph)
    ? UNIEK
    : cancelExactly(table, vraag.gewichten, vraag.voorrang?.() ?? []);
  return { soort: "verdeeld", cellen: toRows(table), gelijk };
}

/**
 * Moves units from columns that hold too many to columns that hold too few, each time along the
 * cheapest path; the rows never change.
 *
 * @returns the columns that can still be reached where no path is left; undefined when balanced.
 */
function balanceColumns(
  table: Werktabel,
  graph: Kolomgraaf,
  excess: Float64Array,
): readonly number[] | undefined {
  while (excess.some((value) => value > 0)) {
    const path = shortestPath(graph, excess);
    if ("reached" in path) return path.reached;
    applyPath(table, graph, path.columns);
    const [from = 0, to = 0] = [path.columns[0], path.columns.at(-1)];
    excess[from] = at(excess, from) - 1;
    excess[to] = at(excess, to) + 1;
  }
  return undefined;
}

function applyPath(table: Werktabel, graph: Kolomgraaf, path: readonly number[]): void {
  const { columns, best } = graph;
  const moves = path.slice(1).map((to, step) => {
    const from = path[step] ?? 0;
    return { from, to, row: best[from * columns + to] as number };
  });
  for (const { from, to, row } of moves) {
    const base = row * columns;
    table.counts[base + from] = at(table.counts, base + from) - 1;
    table.counts[base + to] = at(table.counts, base + to) + 1;
  }
  for (const { row } of moves) updateRow(table, graph, row);
}

import { type Breuk, toNumber } from "#domain/breuk.ts";
import { cancelExactly } from "./biproportional-exact.ts";
import { columnEdges, type Edges, shortestPath } from "./kolomgraaf.ts";
import type { Werktabel } from "./werktabel.ts";

/** A table to be made whole with both its margins exact. */
export type Tabelvraag = {
  /** `gewichten[i][g]` ≥ 0 of unit i in onderdeel g; only ratios count. */
  readonly gewichten: readonly (readonly Breuk[])[];
  readonly rijen: readonly number[];
  readonly kolommen: readonly number[];
  readonly onder: readonly (readonly number[])[];
  /** `Infinity` where a cell is free upwards. */
  readonly boven: readonly (readonly number[])[];
};

export type Tabeluitkomst =
  | {
      readonly soort: "verdeeld";
      readonly cellen: readonly (readonly number[])[];
      /** Rows whose numbers could be exchanged at no cost: more than one table is right. */
      readonly gelijk: readonly number[];
    }
  | { readonly soort: "rij"; readonly rij: number }
  | { readonly soort: "kolommen"; readonly kolommen: readonly number[] };

const SCALING_ROUNDS = 12;

/**
 * Biproportional apportionment by Sainte-Laguë within bounds: rows and columns both exact.
 *
 * Every cell is its weight times a multiplier of its row and one of its column, rounded, or one
 * of its bounds (Balinski and Demange 1989). Starts from scaled multipliers and exact rows, then
 * moves units between columns along cheapest paths (Gaffke and Pukelsheim 2008), and ends with an
 * exact check: floats find the way, fractions decide.
 *
 * @returns `rij` or `kolommen` where the bounds leave no table: a row whose bounds do not hold its
 *   sum, or columns that together cannot give up or take in what they must.
 */
export function allocateTabel(vraag: Tabelvraag): Tabeluitkomst {
  const table = createTable(vraag);
  const multipliers = scaleColumns(table, vraag);
  for (let row = 0; row < table.rows; row += 1) {
    if (!fillRow(table, row, vraag.rijen[row] ?? 0, multipliers)) return { soort: "rij", rij: row };
  }
  const stuck = balanceColumns(table, vraag.kolommen);
  if (stuck) return { soort: "kolommen", kolommen: stuck };
  const gelijk = cancelExactly(table, vraag.gewichten);
  return { soort: "verdeeld", cellen: toRows(table), gelijk };
}

function createTable({ gewichten, onder, boven, kolommen }: Tabelvraag): Werktabel {
  const rows = gewichten.length;
  const columns = kolommen.length;
  const flat = (numberAt: (row: number, column: number) => number) =>
    Float64Array.from({ length: rows * columns }, (_, k) =>
      numberAt(Math.floor(k / columns), k % columns),
    );
  const weights = flat((i, g) => {
    const weight = gewichten[i]?.[g];
    return weight ? toNumber(weight) : 0;
  });
  const low = flat((i, g) => onder[i]?.[g] ?? 0);
  const cap = flat((i, g) => boven[i]?.[g] ?? Number.POSITIVE_INFINITY);
  // A cell without weight stays on its lower bound: nothing gives it a claim to more.
  const high = cap.map((value, k) => (weights[k] === 0 ? (low[k] ?? 0) : value));
  return { rows, columns, counts: low.slice(), weights, low, high };
}

/** Column multipliers that bring the weights close to both margins (iterative scaling). */
function scaleColumns(table: Werktabel, { rijen, kolommen }: Tabelvraag): Float64Array {
  const mu = new Float64Array(table.columns).fill(1);
  for (let round = 0; round < SCALING_ROUNDS; round += 1) {
    const sums = columnSums(table, rijen, mu);
    for (let g = 0; g < table.columns; g += 1) {
      const sum = at(sums, g);
      const asked = kolommen[g] ?? 0;
      if (sum > 0 && asked > 0) mu[g] = (at(mu, g) * asked) / sum;
    }
  }
  return mu;
}

/** What the columns hold once every row is scaled to its own sum. */
function columnSums(table: Werktabel, rijen: readonly number[], mu: Float64Array): Float64Array {
  const { rows, columns, weights } = table;
  const sums = new Float64Array(columns);
  for (let i = 0; i < rows; i += 1) {
    const total = weightOf(table, i, mu);
    const rate = total > 0 ? (rijen[i] ?? 0) / total : 0;
    for (let g = 0; g < columns; g += 1) {
      sums[g] = at(sums, g) + at(weights, i * columns + g) * at(mu, g) * rate;
    }
  }
  return sums;
}

function weightOf({ columns, weights }: Werktabel, row: number, mu: Float64Array): number {
  let total = 0;
  for (let g = 0; g < columns; g += 1) total += at(weights, row * columns + g) * at(mu, g);
  return total;
}

/** Sainte-Laguë inside one row: by quota first, then one by one where the price is right. */
function fillRow(table: Werktabel, row: number, total: number, mu: Float64Array): boolean {
  const { columns, counts, weights, low, high } = table;
  const start = row * columns;
  const weight = weightOf(table, row, mu);
  let sum = 0;
  for (let g = 0; g < columns; g += 1) {
    const k = start + g;
    const share = weight > 0 ? (at(weights, k) * at(mu, g) * total) / weight : 0;
    counts[k] = Math.min(at(high, k), Math.max(at(low, k), Math.floor(share)));
    sum += at(counts, k);
  }
  while (sum !== total) {
    const step = sum < total ? 1 : -1;
    const k = cheapestCell(table, start, mu, step);
    if (k === -1) return false;
    counts[k] = at(counts, k) + step;
    sum += step;
  }
  return true;
}

function cheapestCell(table: Werktabel, start: number, mu: Float64Array, step: 1 | -1): number {
  const { columns, counts, weights, low, high } = table;
  let best = -1;
  let bestPrice = Number.NEGATIVE_INFINITY;
  for (let g = 0; g < columns; g += 1) {
    const k = start + g;
    const count = at(counts, k);
    const free = step === 1 ? count < at(high, k) : count > at(low, k);
    if (!free) continue;
    const weight = at(weights, k) * at(mu, g);
    const price = step === 1 ? weight / (count + 0.5) : -weight / (count - 0.5);
    if (price > bestPrice) {
      best = k;
      bestPrice = price;
    }
  }
  return best;
}

/**
 * Moves units from columns that hold too many to columns that hold too few, each time along the
 * cheapest path; the rows never change.
 *
 * @returns the columns that can still be reached where no path is left; undefined when balanced.
 */
function balanceColumns(
  table: Werktabel,
  kolommen: readonly number[],
): readonly number[] | undefined {
  const excess = Float64Array.from(kolommen, (total) => -total);
  for (let k = 0; k < table.counts.length; k += 1) {
    const g = k % table.columns;
    excess[g] = at(excess, g) + at(table.counts, k);
  }
  const edges = columnEdges(table);
  while (excess.some((value) => value > 0)) {
    const path = shortestPath(edges.refresh(), excess);
    if ("reached" in path) return path.reached;
    applyPath(table, edges, path.columns);
    const [from = 0, to = 0] = [path.columns[0], path.columns.at(-1)];
    excess[from] = at(excess, from) - 1;
    excess[to] = at(excess, to) + 1;
  }
  return undefined;
}

function applyPath(table: Werktabel, edges: Edges, path: readonly number[]): void {
  const moves = path.slice(1).map((to, step) => {
    const from = path[step] ?? 0;
    return { from, to, row: edges.rowOf(from, to) };
  });
  for (const { from, to, row } of moves) {
    const base = row * table.columns;
    table.counts[base + from] = at(table.counts, base + from) - 1;
    table.counts[base + to] = at(table.counts, base + to) + 1;
    edges.touch(row);
  }
}

function toRows({ rows, columns, counts }: Werktabel): number[][] {
  return Array.from({ length: rows }, (_, i) => [
    ...counts.subarray(i * columns, (i + 1) * columns),
  ]);
}

function at(array: Float64Array, index: number): number {
  return array[index] as number;
}

import type { Werktabel } from "./werktabel.ts";

/**
 * What it costs to move one unit from column a to column b: the cheapest row, in logarithms of
 * the ratio of rank-prices.
 */
export type Edges = {
  readonly columns: number;
  /** `cost[a * columns + b]`; Infinity where no row can move. */
  readonly cost: Float64Array;
  readonly rowOf: (from: number, to: number) => number;
  /** Says that a row changed; its prices are worked out again at the next refresh. */
  readonly touch: (row: number) => void;
  readonly refresh: () => Edges;
};

/** The graph of columns over a table; edges are kept up to date as rows change. */
export function columnEdges(table: Werktabel): Edges {
  const { rows, columns } = table;
  const up = new Float64Array(rows * columns);
  const down = new Float64Array(rows * columns);
  const cost = new Float64Array(columns * columns);
  const best = new Int32Array(columns * columns);
  const touched = new Set<number>(Array.from({ length: rows }, (_, row) => row));
  const edges: Edges = {
    columns,
    cost,
    rowOf: (from, to) => best[from * columns + to] as number,
    touch: (row) => touched.add(row),
    refresh: () => {
      for (const row of touched) priceRow(table, row, up, down);
      touched.clear();
      cheapestMoves(table, up, down, cost, best);
      return edges;
    },
  };
  return edges;
}

/** Log prices of one more and one less in every cell of a row; infinite where a bound forbids. */
function priceRow(table: Werktabel, row: number, up: Float64Array, down: Float64Array): void {
  const { columns, counts, weights, low, high } = table;
  for (let k = row * columns; k < (row + 1) * columns; k += 1) {
    const count = counts[k] as number;
    const weight = weights[k] as number;
    const mayRise = count < (high[k] as number) && weight > 0;
    const mayFall = count > (low[k] as number);
    up[k] = mayRise ? Math.log((count + 0.5) / weight) : Number.POSITIVE_INFINITY;
    down[k] = mayFall ? Math.log((count - 0.5) / weight) : Number.NEGATIVE_INFINITY;
  }
}

function cheapestMoves(
  { rows, columns }: Werktabel,
  up: Float64Array,
  down: Float64Array,
  cost: Float64Array,
  best: Int32Array,
): void {
  cost.fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    for (let a = 0; a < columns; a += 1) {
      const lowered = down[start + a] as number;
      if (lowered === Number.NEGATIVE_INFINITY) continue;
      for (let b = 0; b < columns; b += 1) {
        const price = (up[start + b] as number) - lowered;
        if (a !== b && price < (cost[a * columns + b] as number)) {
          cost[a * columns + b] = price;
          best[a * columns + b] = row;
        }
      }
    }
  }
}

/**
 * The cheapest path from a column with too many to one with too few (Bellman-Ford: there are few
 * columns, and costs may be below zero), or the columns that could be reached where there is none.
 */
export function shortestPath(
  { columns, cost }: Edges,
  excess: Float64Array,
): { readonly columns: readonly number[] } | { readonly reached: readonly number[] } {
  const distance = Float64Array.from(excess, (value) => (value > 0 ? 0 : Number.POSITIVE_INFINITY));
  const previous = new Int32Array(columns).fill(-1);
  relax(columns, cost, distance, previous);
  let end = -1;
  for (let g = 0; g < columns; g += 1) {
    const short = (excess[g] as number) < 0;
    const closer = end === -1 || (distance[g] as number) < (distance[end] as number);
    if (short && (distance[g] as number) < Number.POSITIVE_INFINITY && closer) end = g;
  }
  if (end === -1) {
    return { reached: [...distance.keys()].filter((g) => Number.isFinite(distance[g])) };
  }
  const path = [end];
  while (previous[path[0] as number] !== -1 && path.length <= columns) {
    path.unshift(previous[path[0] as number] as number);
  }
  return { columns: path };
}

/** A saving smaller than this is rounding noise; the exact check afterwards decides on ties. */
const NOISE = 1e-12;

function relax(
  columns: number,
  cost: Float64Array,
  distance: Float64Array,
  previous: Int32Array,
): void {
  for (let round = 0; round < columns; round += 1) {
    let changed = false;
    for (let a = 0; a < columns; a += 1) {
      const from = distance[a] as number;
      if (from === Number.POSITIVE_INFINITY) continue;
      for (let b = 0; b < columns; b += 1) {
        const length = from + (cost[a * columns + b] as number);
        if (length < (distance[b] as number) - NOISE) {
          distance[b] = length;
          previous[b] = a;
          changed = true;
        }
      }
    }
    if (!changed) return;
  }
}

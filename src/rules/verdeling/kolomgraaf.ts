import { at, type Werktabel } from "./werktabel.ts";

/**
 * What it costs to move one unit from column a to column b: the ratio of the price of one more in
 * b to that of one less in a, in the row where it is lowest.
 */
export type Kolomgraaf = {
  readonly columns: number;
  /** Multipliers under which weights are priced, so that costs lie near one; they change no round. */
  readonly mu: Float64Array;
  /** `cost[a * columns + b]`; Infinity where no row can move. */
  readonly cost: Float64Array;
  /** The row that offers it. */
  readonly best: Int32Array;
  /** Per cell (number + ½) ÷ weight, and weight ÷ (number − ½); Infinity where a bound forbids. */
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** Per row the least that any move in it can cost. */
  readonly least: Float64Array;
};

/** So many rows with the lowest prices go first: after them, few others have anything to offer. */
const FIRST = 40;

/** The graph of columns over a table. */
export function createKolomgraaf(table: Werktabel, mu: Float64Array): Kolomgraaf {
  const { rows, columns } = table;
  const graph: Kolomgraaf = {
    columns,
    mu,
    cost: new Float64Array(columns * columns).fill(Number.POSITIVE_INFINITY),
    best: new Int32Array(columns * columns),
    up: new Float64Array(rows * columns),
    down: new Float64Array(rows * columns),
    least: new Float64Array(rows),
  };
  for (let row = 0; row < rows; row += 1) priceRow(table, graph, row);
  const first = graph.least.toSorted()[FIRST] ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row < rows; row += 1) if (at(graph.least, row) < first) offerRow(graph, row);
  const most = dearest(graph);
  for (let row = 0; row < rows; row += 1) {
    if (at(graph.least, row) >= first) offerRow(graph, row, most);
  }
  return graph;
}

function dearest({ columns, cost }: Kolomgraaf): number {
  let most = 0;
  for (let a = 0; a < columns; a += 1) {
    for (let b = 0; b < columns; b += 1) {
      if (a !== b) most = Math.max(most, at(cost, a * columns + b));
    }
  }
  return most;
}

/** Brings the graph up to date after the numbers of one row changed. */
export function updateRow(table: Werktabel, graph: Kolomgraaf, row: number): void {
  const { cost, best } = graph;
  priceRow(table, graph, row);
  for (let edge = 0; edge < cost.length; edge += 1) {
    if (best[edge] === row && at(cost, edge) < Number.POSITIVE_INFINITY) searchEdge(graph, edge);
  }
  offerRow(graph, row);
}

function priceRow(table: Werktabel, { mu, up, down, least }: Kolomgraaf, row: number): void {
  const { columns, counts, weights, low, high } = table;
  let leastUp = Number.POSITIVE_INFINITY;
  let leastDown = Number.POSITIVE_INFINITY;
  for (let g = 0, k = row * columns; g < columns; g += 1, k += 1) {
    const count = at(counts, k);
    const weight = at(weights, k) * at(mu, g);
    const mayRise = count < at(high, k) && weight > 0;
    const mayFall = count > at(low, k);
    const rise = mayRise ? (count + 0.5) / weight : Number.POSITIVE_INFINITY;
    const fall = mayFall ? weight / (count - 0.5) : Number.POSITIVE_INFINITY;
    up[k] = rise;
    down[k] = fall;
    if (rise < leastUp) leastUp = rise;
    if (fall < leastDown) leastDown = fall;
  }
  least[row] = leastUp * leastDown;
}

/**
 * Takes a row as the best for every move that it offers cheaper.
 *
 * @param most No move costs more than this so far, so that a row without anything below it is passed.
 */
function offerRow(graph: Kolomgraaf, row: number, most = Number.POSITIVE_INFINITY): void {
  const { columns, cost, best, up, down, least } = graph;
  if (at(least, row) >= most) return;
  const start = row * columns;
  const leastUp = lowest(up, start, columns);
  for (let a = 0; a < columns; a += 1) {
    const lowered = at(down, start + a);
    if (lowered === Number.POSITIVE_INFINITY || lowered * leastUp >= most) continue;
    const edges = a * columns;
    for (let b = 0; b < columns; b += 1) {
      const price = at(up, start + b) * lowered;
      if (price < at(cost, edges + b) && a !== b) {
        cost[edges + b] = price;
        best[edges + b] = row;
      }
    }
  }
}

function lowest(prices: Float64Array, start: number, count: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = start; k < start + count; k += 1) if (at(prices, k) < least) least = at(prices, k);
  return least;
}

/** Looks for the cheapest row of one move. */
function searchEdge({ columns, cost, best, up, down, least }: Kolomgraaf, edge: number): void {
  const b = edge % columns;
  const a = (edge - b) / columns;
  let price = Number.POSITIVE_INFINITY;
  let found = 0;
  for (let row = 0; row < least.length; row += 1) {
    if (at(least, row) >= price) continue;
    const own = at(up, row * columns + b) * at(down, row * columns + a);
    if (own < price) {
      price = own;
      found = row;
    }
  }
  cost[edge] = price;
  best[edge] = found;
}

/**
 * The cheapest path from a column with too many to one with too few (Bellman-Ford, with ratios
 * multiplied: there are few columns, and ratios may be below one), or the columns that could be
 * reached where there is none.
 */
export function shortestPath(
  { columns, cost }: Kolomgraaf,
  excess: Float64Array,
): { readonly columns: readonly number[] } | { readonly reached: readonly number[] } {
  const distance = new Float64Array(columns);
  const previous = new Int32Array(columns).fill(-1);
  for (let g = 0; g < columns; g += 1) {
    distance[g] = at(excess, g) > 0 ? 1 : Number.POSITIVE_INFINITY;
  }
  relax(columns, cost, distance, previous);
  let end = -1;
  for (let g = 0; g < columns; g += 1) {
    const closer = end === -1 || at(distance, g) < at(distance, end);
    if (at(excess, g) < 0 && at(distance, g) < Number.POSITIVE_INFINITY && closer) end = g;
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

/** A saving smaller than this part is rounding noise; the exact check afterwards decides on ties. */
const NOISE = 1 - 1e-12;

function relax(
  columns: number,
  cost: Float64Array,
  distance: Float64Array,
  previous: Int32Array,
): void {
  for (let round = 0; round < columns; round += 1) {
    let changed = false;
    for (let a = 0; a < columns; a += 1) {
      const from = at(distance, a);
      if (from === Number.POSITIVE_INFINITY) continue;
      for (let b = 0; b < columns; b += 1) {
        const length = from * at(cost, a * columns + b);
        if (length < at(distance, b) * NOISE) {
          distance[b] = length;
          previous[b] = a;
          changed = true;
        }
      }
    }
    if (!changed) return;
  }
}

/** The lowest ratio along any path from a to b, for all pairs (Floyd and Warshall). */
export function allDistances({ columns, cost }: Kolomgraaf): Float64Array {
  const distance = cost.slice();
  for (let via = 0; via < columns; via += 1) {
    for (let a = 0; a < columns; a += 1) {
      const first = at(distance, a * columns + via);
      if (first === Number.POSITIVE_INFINITY) continue;
      for (let b = 0; b < columns; b += 1) {
        const length = first * at(distance, via * columns + b);
        if (length < at(distance, a * columns + b)) distance[a * columns + b] = length;
      }
    }
  }
  return distance;
}

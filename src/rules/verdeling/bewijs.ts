import { allDistances, createKolomgraaf, type Kolomgraaf } from "./kolomgraaf.ts";
import { at, type Werktabel } from "./werktabel.ts";

/** By this part a ratio must lie above one to be certain of it in floats. */
const CERTAIN = 1e-9;

/**
 * Whether floats prove that a table is the only right one: no round of moves between columns
 * comes near one or below it.
 *
 * Column multipliers for which every row by itself is clearly right are such a proof, whatever
 * they come from; else the rounds themselves are gone through, over a graph that is made anew.
 *
 * @param graph Kept up to date while the table changed; only a hint.
 */
export function isClearlyBest(table: Werktabel, graph: Kolomgraaf): boolean {
  const mu = multipliers(graph);
  return (
    (mu !== undefined && isRightAt(table, mu)) || hasNoCheapRound(createKolomgraaf(table, graph.mu))
  );
}

/** Multipliers in the middle of what the graph leaves room for; undefined where columns are cut off. */
function multipliers(graph: Kolomgraaf): Float64Array | undefined {
  const { columns } = graph;
  const distance = allDistances(graph);
  const mu = new Float64Array(columns);
  for (let b = 0; b < columns; b += 1) {
    let sum = 0;
    for (let from = 0; from < columns; from += 1) {
      if (from !== b) sum += Math.log(at(distance, from * columns + b));
    }
    const own = Math.exp(sum / columns) * at(graph.mu, b);
    if (!Number.isFinite(own) || own === 0) return undefined;
    mu[b] = own;
  }
  return mu;
}

/** Whether in every row the cheapest one more costs clearly more than the dearest one less. */
function isRightAt(table: Werktabel, mu: Float64Array): boolean {
  const { rows, columns, counts, weights, low, high } = table;
  for (let row = 0; row < rows; row += 1) {
    let up = Number.POSITIVE_INFINITY;
    let down = Number.POSITIVE_INFINITY;
    for (let g = 0; g < columns; g += 1) {
      const k = row * columns + g;
      const count = at(counts, k);
      const weight = at(weights, k) * at(mu, g);
      if (count < at(high, k) && weight > 0) up = Math.min(up, (count + 0.5) / weight);
      if (count > at(low, k)) down = Math.min(down, weight / (count - 0.5));
    }
    if (up * down < 1 + CERTAIN) return false;
  }
  return true;
}

function hasNoCheapRound(graph: Kolomgraaf): boolean {
  const distance = allDistances(graph);
  for (let a = 0; a < graph.columns; a += 1) {
    if (at(distance, a * graph.columns + a) < 1 + CERTAIN) return false;
  }
  return true;
}

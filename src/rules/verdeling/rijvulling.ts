import { type Schaling, steer } from "./schaling.ts";
import { at, type Tabelvraag, type Werktabel } from "./werktabel.ts";

/** So often the columns are steered before units are moved one by one: each time halves what is left. */
const MOST_TURNS = 3;

/**
 * Fills all rows exactly, with the columns near their totals.
 *
 * @returns what every column then holds too much, or the first row whose bounds do not hold its sum.
 */
export function fillRows(
  table: Werktabel,
  { rijen, kolommen }: Tabelvraag,
  schaling: Schaling,
): { readonly excess: Float64Array } | { readonly rij: number } {
  for (let turn = 0; ; turn += 1) {
    for (let row = 0; row < table.rows; row += 1) {
      if (!fillRow(table, row, rijen[row] ?? 0, schaling)) return { rij: row };
    }
    const excess = excessOf(table, kolommen);
    const together = excess.reduce((sum, value) => sum + Math.abs(value), 0);
    if (turn === MOST_TURNS || together <= table.columns) return { excess };
    steer(schaling, excess, kolommen);
  }
}

function excessOf({ rows, columns, counts }: Werktabel, kolommen: readonly number[]): Float64Array {
  const excess = Float64Array.from(kolommen, (total) => -total);
  for (let row = 0; row < rows; row += 1) {
    for (let g = 0; g < columns; g += 1) {
      excess[g] = at(excess, g) + at(counts, row * columns + g);
    }
  }
  return excess;
}

/**
 * Sainte-Laguë inside one row: every cell rounded at the row's rate and put on its bounds, then
 * one by one where the price is right.
 *
 * @returns false where the bounds of the row do not hold its sum.
 */
function fillRow(
  table: Werktabel,
  row: number,
  total: number,
  { rows, columns: mu }: Schaling,
): boolean {
  const { columns, counts, weights, low, high } = table;
  const start = row * columns;
  const rate = at(rows, row);
  let gap = total;
  for (let g = 0; g < columns; g += 1) {
    const k = start + g;
    const near = Math.floor(at(weights, k) * at(mu, g) * rate + 0.5);
    const count = Math.min(at(high, k), Math.max(at(low, k), near));
    counts[k] = count;
    gap -= count;
  }
  while (gap !== 0) {
    const step = gap > 0 ? 1 : -1;
    const k = cheapestCell(table, start, mu, step);
    if (k === -1) return false;
    counts[k] = at(counts, k) + step;
    gap -= step;
  }
  return true;
}

function cheapestCell(
  { columns, counts, weights, low, high }: Werktabel,
  start: number,
  mu: Float64Array,
  step: 1 | -1,
): number {
  let best = -1;
  let bestPrice = Number.NEGATIVE_INFINITY;
  for (let g = 0; g < columns; g += 1) {
    const k = start + g;
    const count = at(counts, k);
    const free = step === 1 ? count < at(high, k) : count > at(low, k);
    if (!free) continue;
    const price = (step * at(weights, k) * at(mu, g)) / (count + 0.5 * step);
    if (price > bestPrice) {
      best = k;
      bestPrice = price;
    }
  }
  return best;
}

import { type Schaling, steer } from "./schaling.ts";
import { ROUNDER } from "./werkruimte.ts";
import { at, type Tabelvraag, type Werktabel } from "./werktabel.ts";

/** So often the columns are steered before units are moved one by one: each time halves what is left. */
const MOST_TURNS = 1;

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
  const scaled = new Float64Array(table.columns);
  for (let turn = 0; ; turn += 1) {
    const excess = Float64Array.from(kolommen, (total) => -total);
    for (let row = 0; row < table.rows; row += 1) {
      const gap = roundRow(table, row, rijen[row] ?? 0, schaling, scaled);
      if (gap !== 0 && !closeRow(table, row, gap, scaled)) return { rij: row };
      for (let g = 0; g < table.columns; g += 1) {
        excess[g] = at(excess, g) + at(table.counts, row * table.columns + g);
      }
    }
    const together = excess.reduce((sum, value) => sum + Math.abs(value), 0);
    if (turn === MOST_TURNS || together <= table.columns) return { excess };
    steer(schaling, excess, kolommen);
  }
}

/**
 * Sainte-Laguë inside one row at its rate: every cell rounded, and put on its bounds.
 *
 * @param scaled Filled with the weights of the row, times the multipliers of the columns.
 * @returns How much the row falls short of its sum.
 */
function roundRow(
  { columns, counts, weights, low, high }: Werktabel,
  row: number,
  total: number,
  { rows, columns: mu }: Schaling,
  scaled: Float64Array,
): number {
  const rounder = ROUNDER;
  const rate = at(rows, row);
  let gap = total;
  for (let g = 0, k = row * columns; g < columns; g += 1, k += 1) {
    const weight = at(weights, k) * at(mu, g);
    let count = weight * rate + rounder - rounder;
    if (count < at(low, k)) count = at(low, k);
    else if (count > at(high, k)) count = at(high, k);
    scaled[g] = weight;
    counts[k] = count;
    gap -= count;
  }
  return gap;
}

/** One by one, where the price is right; false where nothing may move any more. */
function closeRow(table: Werktabel, row: number, gap: number, scaled: Float64Array): boolean {
  const { columns, counts } = table;
  const start = row * columns;
  const step = gap > 0 ? 1 : -1;
  for (let left = gap; left !== 0; left -= step) {
    const g = step === 1 ? dearestNext(table, start, scaled) : cheapestLast(table, start, scaled);
    if (g === -1) return false;
    counts[start + g] = at(counts, start + g) + step;
  }
  return true;
}

function dearestNext({ columns, counts, high }: Werktabel, start: number, scaled: Float64Array) {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let g = 0; g < columns; g += 1) {
    const count = at(counts, start + g);
    const price = at(scaled, g) / (count + 0.5);
    if (price > most && count < at(high, start + g)) {
      most = price;
      best = g;
    }
  }
  return best;
}

function cheapestLast({ columns, counts, low }: Werktabel, start: number, scaled: Float64Array) {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let g = 0; g < columns; g += 1) {
    const count = at(counts, start + g);
    const price = at(scaled, g) / (count - 0.5);
    if (price < least && count > at(low, start + g)) {
      least = price;
      best = g;
    }
  }
  return best;
}

import { at, type Tabelvraag, type Werktabel } from "./werktabel.ts";

/** Multipliers of rows and columns that bring the weights near both margins. */
export type Schaling = { readonly rows: Float64Array; readonly columns: Float64Array };

const MOST_ROUNDS = 25;

/** When no column is further off than this, rounding moves more than another round would. */
const CLOSE = 1;

/**
 * Scales weights to both margins in turn, with every cell inside its bounds (iterative
 * proportional fitting, one Newton step at a time).
 *
 * A good start and no more: whatever comes out, the table that follows from it is made exact later.
 */
export function scaleTable(table: Werktabel, { rijen, kolommen }: Tabelvraag): Schaling {
  const rows = new Float64Array(table.rows);
  const columns = new Float64Array(table.columns).fill(1);
  const fixed = new Float64Array(table.columns);
  const free = new Float64Array(table.columns);
  for (let row = 0; row < table.rows; row += 1) {
    const weight = weightOf(table, row, columns);
    rows[row] = weight > 0 ? (rijen[row] ?? 0) / weight : 0;
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    fixed.fill(0);
    free.fill(0);
    for (let row = 0; row < table.rows; row += 1) {
      rows[row] = scaleRow(table, row, rijen[row] ?? 0, at(rows, row), columns);
      addToColumns(table, row, at(rows, row), columns, fixed, free);
    }
    if (scaleColumns(kolommen, columns, fixed, free) <= CLOSE) break;
  }
  return { rows, columns };
}

function weightOf({ columns, weights }: Werktabel, row: number, mu: Float64Array): number {
  let total = 0;
  for (let g = 0; g < columns; g += 1) total += at(weights, row * columns + g) * at(mu, g);
  return total;
}

/** The multiplier with which the cells on no bound, as they are now, bring the row to its sum. */
function scaleRow(
  { columns, weights, low, high }: Werktabel,
  row: number,
  total: number,
  rate: number,
  mu: Float64Array,
): number {
  let left = total;
  let weight = 0;
  for (let g = 0; g < columns; g += 1) {
    const k = row * columns + g;
    const own = at(weights, k) * at(mu, g);
    const part = own * rate;
    if (part < at(low, k)) left -= at(low, k);
    else if (part > at(high, k)) left -= at(high, k);
    else weight += own;
  }
  return weight > 0 && left > 0 ? left / weight : rate;
}

function addToColumns(
  { columns, weights, low, high }: Werktabel,
  row: number,
  rate: number,
  mu: Float64Array,
  fixed: Float64Array,
  free: Float64Array,
): void {
  for (let g = 0; g < columns; g += 1) {
    const k = row * columns + g;
    const part = at(weights, k) * at(mu, g) * rate;
    if (part < at(low, k)) fixed[g] = at(fixed, g) + at(low, k);
    else if (part > at(high, k)) fixed[g] = at(fixed, g) + at(high, k);
    else free[g] = at(free, g) + part;
  }
}

/** Scales the columns, and says how far the worst was off. */
function scaleColumns(
  kolommen: readonly number[],
  mu: Float64Array,
  fixed: Float64Array,
  free: Float64Array,
): number {
  let worst = 0;
  for (let g = 0; g < mu.length; g += 1) {
    const left = (kolommen[g] ?? 0) - at(fixed, g);
    worst = Math.max(worst, Math.abs(left - at(free, g)));
    if (left > 0 && at(free, g) > 0) mu[g] = (at(mu, g) * left) / at(free, g);
  }
  return worst;
}

/** Turns the columns a little against what they hold too much after rounding. */
export function steer(
  { columns }: Schaling,
  excess: Float64Array,
  kolommen: readonly number[],
): void {
  for (let g = 0; g < columns.length; g += 1) {
    const total = kolommen[g] ?? 0;
    const held = total + at(excess, g);
    if (total > 0 && held > 0) columns[g] = (at(columns, g) * total) / held;
  }
}

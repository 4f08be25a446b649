import { at, type Tabelvraag, type Werktabel } from "./werktabel.ts";

/** Multipliers of rows and columns that bring the weights near both margins. */
export type Schaling = { readonly rows: Float64Array; readonly columns: Float64Array };

const MOST_ROUNDS = 25;

/** When no column is further off than this, rounding moves more than another round would. */
const CLOSE = 4;

/** What the columns hold on bounds, and what off them. */
type Kolomsommen = { readonly fixed: Float64Array; readonly free: Float64Array };

/**
 * Scales weights to both margins in turn, with every cell inside its bounds (iterative
 * proportional fitting, one Newton step at a time).
 *
 * A good start and no more: whatever comes out, the table that follows from it is made exact later.
 */
export function scaleTable(table: Werktabel, { rijen, kolommen }: Tabelvraag): Schaling {
  const rows = new Float64Array(table.rows);
  const columns = new Float64Array(table.columns).fill(1);
  const scaled = new Float64Array(table.columns);
  const sums = { fixed: new Float64Array(table.columns), free: new Float64Array(table.columns) };
  for (let row = 0; row < table.rows; row += 1) {
    const weight = weightOf(table, row);
    rows[row] = weight > 0 ? (rijen[row] ?? 0) / weight : 0;
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    sums.fixed.fill(0);
    sums.free.fill(0);
    for (let row = 0; row < table.rows; row += 1) {
      rows[row] = scaleRow(table, row, rijen[row] ?? 0, at(rows, row), columns, scaled);
      addToColumns(table, row, at(rows, row), scaled, sums);
    }
    if (scaleColumns(kolommen, columns, sums) <= CLOSE) break;
  }
  return { rows, columns };
}

function weightOf({ columns, weights }: Werktabel, row: number): number {
  let total = 0;
  for (let g = 0; g < columns; g += 1) total += at(weights, row * columns + g);
  return total;
}

/**
 * The multiplier with which the cells on no bound, as they are now, bring the row to its sum.
 *
 * @param scaled Filled with the weights of the row, times the multipliers of the columns.
 */
function scaleRow(
  { columns, weights, low, high }: Werktabel,
  row: number,
  total: number,
  rate: number,
  mu: Float64Array,
  scaled: Float64Array,
): number {
  let left = total;
  let weight = 0;
  for (let g = 0, k = row * columns; g < columns; g += 1, k += 1) {
    const own = at(weights, k) * at(mu, g);
    const part = own * rate;
    scaled[g] = own;
    if (part < at(low, k)) left -= at(low, k);
    else if (part > at(high, k)) left -= at(high, k);
    else weight += own;
  }
  return weight > 0 && left > 0 ? left / weight : rate;
}

function addToColumns(
  { columns, low, high }: Werktabel,
  row: number,
  rate: number,
  scaled: Float64Array,
  { fixed, free }: Kolomsommen,
): void {
  for (let g = 0, k = row * columns; g < columns; g += 1, k += 1) {
    const part = at(scaled, g) * rate;
    if (part < at(low, k)) fixed[g] = at(fixed, g) + at(low, k);
    else if (part > at(high, k)) fixed[g] = at(fixed, g) + at(high, k);
    else free[g] = at(free, g) + part;
  }
}

/** Scales the columns, and says how far the worst was off. */
function scaleColumns(
  kolommen: readonly number[],
  mu: Float64Array,
  { fixed, free }: Kolomsommen,
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

import type { Breuk } from "#domain/breuk.ts";

/** A table to be made whole with both its margins exact. */
export type Tabelvraag = {
  /** `gewichten[i][g]` ≥ 0 of unit i in onderdeel g; only ratios count. */
  readonly gewichten: readonly (readonly Breuk[])[];
  readonly rijen: readonly number[];
  readonly kolommen: readonly number[];
  readonly onder: readonly (readonly number[])[];
  /** `Infinity` where a cell is free upwards. */
  readonly boven: readonly (readonly number[])[];
  /** Per cell, rows after each other: of tables that are equally right, where more goes first. */
  readonly voorrang?: () => readonly bigint[];
};

/** The table while it is worked on, as flat arrays of `rows × columns`. */
export type Werktabel = {
  readonly rows: number;
  readonly columns: number;
  readonly counts: Float64Array;
  readonly weights: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
};

/** Lays a question out flat; a cell without weight stays on its lower bound, for it has no claim. */
export function createTable({ gewichten, onder, boven, kolommen }: Tabelvraag): Werktabel {
  const rows = gewichten.length;
  const columns = kolommen.length;
  const room = () => new Float64Array(rows * columns);
  const table: Werktabel = {
    rows,
    columns,
    counts: room(),
    weights: room(),
    low: room(),
    high: room(),
  };
  for (let row = 0, k = 0; row < rows; row += 1) {
    const [weights = [], lows = [], highs = []] = [gewichten[row], onder[row], boven[row]];
    for (let g = 0; g < columns; g += 1, k += 1) {
      const weight = toFloat(weights[g]);
      const low = lows[g] ?? 0;
      table.weights[k] = weight;
      table.low[k] = low;
      table.high[k] = weight === 0 ? low : (highs[g] ?? Number.POSITIVE_INFINITY);
    }
  }
  return table;
}

/** Near enough to find the way with; fractions decide. */
function toFloat(weight: Breuk | undefined): number {
  if (!weight) return 0;
  const { teller, noemer } = weight;
  return noemer === 1n ? Number(teller) : Number(teller) / Number(noemer);
}

export function toRows({ rows, columns, counts }: Werktabel): number[][] {
  const found: number[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const cells: number[] = [];
    for (let g = 0; g < columns; g += 1) cells.push(counts[row * columns + g] as number);
    found.push(cells);
  }
  return found;
}

/** An element that is there: the loops over a table stay inside it. */
export function at(array: Float64Array, index: number): number {
  return array[index] as number;
}

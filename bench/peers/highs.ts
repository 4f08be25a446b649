import { createRequire } from "node:module";
import type { Highs, ModelData } from "highs";
import type { Jaar } from "../tabellen.ts";

/** What solving one year as a linear programme gave, and how long each part took, in ms. */
export type Opgelost = {
  readonly cellen: readonly (readonly number[])[];
  /** Optimal cells that lie on the edge of the window and not on a bound: none, or no proof. */
  readonly opDeRand: number;
  readonly bouw: number;
  readonly inlezen: number;
  readonly oplossen: number;
};

export async function loadHighs(): Promise<{ readonly highs: Highs; readonly ms: number }> {
  const start = performance.now();
  // Its types describe a default export that Node's own modules do not see as callable.
  const load: (options: object) => Promise<Highs> = createRequire(import.meta.url)("highs");
  const highs = await load({});
  return { highs, ms: performance.now() - start };
}

type Piece = { readonly row: number; readonly column: number; readonly price: number };

/**
 * The same problem as a linear programme: every next home in a cell has its own price, the
 * logarithm of (number − ½) ÷ weight, and row and column sums are exact.
 *
 * Only numbers up to one away from a known table are in it, which keeps it small. The prices of a
 * cell rise, so that what is best among its neighbours is best of all.
 */
export function solveYear(
  highs: Highs,
  year: Jaar,
  known: readonly (readonly number[])[],
): Opgelost {
  const begin = performance.now();
  const { base, pieces } = layOut(year, known);
  const data = toModel(year, base, pieces);
  const built = performance.now();
  const model = highs.createModel();
  try {
    model.options.set({ output_flag: false });
    model.passModel(data);
    const loaded = performance.now();
    model.run();
    const solved = performance.now();
    const { colValue } = model.getSolution();
    const cellen = base.map((row) => [...row]);
    for (const [k, { row, column }] of pieces.entries()) {
      const cells = cellen[row];
      if (cells) cells[column] = (cells[column] ?? 0) + Math.round(colValue[k] ?? 0);
    }
    return {
      cellen,
      opDeRand: countOnEdge(year, known, cellen),
      bouw: built - begin,
      inlezen: loaded - built,
      oplossen: solved - loaded,
    };
  } finally {
    model.dispose();
  }
}

function layOut({ gewichten, onder, boven }: Jaar, known: readonly (readonly number[])[]) {
  const pieces: Piece[] = [];
  const base = known.map((cells, row) =>
    cells.map((x, column) => {
      const weight = gewichten[row]?.[column] ?? 0;
      const least = Math.max(onder[row]?.[column] ?? 0, x - 1);
      const most = weight > 0 ? Math.min(boven[row]?.[column] ?? x + 1, x + 1) : least;
      for (let n = least + 1; n <= most; n += 1) {
        pieces.push({ row, column, price: Math.log((n - 0.5) / weight) });
      }
      return least;
    }),
  );
  return { base, pieces };
}

function toModel(
  { rijen, kolommen }: Jaar,
  base: readonly (readonly number[])[],
  pieces: readonly Piece[],
): ModelData {
  const rows = rijen.length;
  const total = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0);
  const sums = Float64Array.from([
    ...rijen.map((sum, i) => sum - total(base[i] ?? [])),
    ...kolommen.map((sum, g) => sum - total(base.map((row) => row[g] ?? 0))),
  ]);
  return {
    numCols: pieces.length,
    numRows: sums.length,
    colCost: Float64Array.from(pieces, ({ price }) => price),
    colLower: new Float64Array(pieces.length),
    colUpper: new Float64Array(pieces.length).fill(1),
    rowLower: sums,
    rowUpper: sums,
    matrix: {
      format: "csc",
      numRows: sums.length,
      numCols: pieces.length,
      starts: Int32Array.from({ length: pieces.length + 1 }, (_, k) => 2 * k),
      indices: Int32Array.from(pieces.flatMap(({ row, column }) => [row, rows + column])),
      values: new Float64Array(2 * pieces.length).fill(1),
    },
  };
}

function countOnEdge(
  { onder, boven }: Jaar,
  known: readonly (readonly number[])[],
  found: readonly (readonly number[])[],
): number {
  let count = 0;
  for (const [row, cells] of found.entries()) {
    for (const [column, x] of cells.entries()) {
      const moved = x !== known[row]?.[column];
      if (moved && x !== onder[row]?.[column] && x !== boven[row]?.[column]) count += 1;
    }
  }
  return count;
}

import type { Breuk } from "#domain/breuk.ts";
import type { Werktabel } from "./werktabel.ts";

/**
 * A ratio of rank-prices, which moving along edges multiplies; and of equal ratios, how much the
 * move is preferred, which adds up.
 */
type Ratio = { readonly above: bigint; readonly below: bigint; readonly gain: bigint };

/** The cheapest ratio of a move between two columns, and every row that offers it. */
type Move = { readonly ratio: Ratio; readonly rows: readonly number[] };

/** What stays equal: the rows and columns between which numbers can be exchanged at no cost. */
export type Gelijkspel = {
  readonly rijen: readonly number[];
  readonly kolommen: readonly number[];
};

/** A table without any equal. */
export const UNIEK: Gelijkspel = { rijen: [], kolommen: [] };

/**
 * Makes a table that floats found exactly right, and says where another one is just as right.
 *
 * A table is right when no cycle of moves between columns has a ratio below one. For where floats
 * do not put every cycle clearly above it: the cycles are worked out in exact fractions, improved
 * where one is below one, and a cycle of exactly one means a tie. Of tables that are just as right
 * it takes the one whose numbers, each times the priority of its cell, are together the most.
 *
 * @param voorrang Per cell, rows after each other.
 * @returns who is in a tie that priorities do not settle either.
 */
export function cancelExactly(
  table: Werktabel,
  gewichten: readonly (readonly Breuk[])[],
  voorrang: readonly bigint[],
): Gelijkspel {
  for (;;) {
    const moves = exactMoves(table, gewichten, voorrang);
    const search = findCycle(moves, table.columns);
    if (search.improving) {
      applyCycle(table, moves, search.improving);
      continue;
    }
    return search.tied;
  }
}

function exactMoves(
  table: Werktabel,
  gewichten: readonly (readonly Breuk[])[],
  voorrang: readonly bigint[],
): readonly (Move | undefined)[] {
  const { rows, columns } = table;
  const moves: (Move | undefined)[] = new Array(columns * columns).fill(undefined);
  for (let row = 0; row < rows; row += 1) {
    for (let a = 0; a < columns; a += 1) {
      if (!mayFall(table, row * columns + a)) continue;
      const own = voorrang.slice(row * columns, (row + 1) * columns);
      addMoves(moves, table, row, a, gewichten[row], own);
    }
  }
  return moves;
}

/** Keeps the cheapest row for every move out of column a. */
function addMoves(
  moves: (Move | undefined)[],
  table: Werktabel,
  row: number,
  a: number,
  weights: readonly Breuk[] | undefined,
  voorrang: readonly bigint[],
): void {
  const { columns, counts } = table;
  const start = row * columns;
  for (let b = 0; b < columns; b += 1) {
    if (a === b || !mayRise(table, start + b)) continue;
    const [xa, xb] = [counts[start + a] as number, counts[start + b] as number];
    const gain = (voorrang[b] ?? 0n) - (voorrang[a] ?? 0n);
    const ratio = { ...ratioOf(xa, xb, weights, a, b), gain };
    const known = moves[a * columns + b];
    const order = known ? compareRatios(ratio, known.ratio) : -1;
    if (order > 0) continue;
    const level = order === 0 && known ? known.rows : [];
    moves[a * columns + b] = { ratio, rows: [...level, row] };
  }
}

function mayFall({ counts, low }: Werktabel, k: number): boolean {
  return (counts[k] as number) > (low[k] as number);
}

function mayRise({ counts, high, weights }: Werktabel, k: number): boolean {
  return (counts[k] as number) < (high[k] as number) && (weights[k] as number) > 0;
}

/** ((2xb + 1) / wb) ÷ ((2xa − 1) / wa): the price of one more in b against one less in a. */
function ratioOf(
  xa: number,
  xb: number,
  weights: readonly Breuk[] | undefined,
  a: number,
  b: number,
): Omit<Ratio, "gain"> {
  const wa = weights?.[a] ?? { teller: 0n, noemer: 1n };
  const wb = weights?.[b] ?? { teller: 1n, noemer: 1n };
  return {
    above: BigInt(2 * xb + 1) * wb.noemer * wa.teller,
    below: BigInt(2 * xa - 1) * wb.teller * wa.noemer,
  };
}

/** Bellman-Ford over exact ratios from all columns at once; multiplying instead of adding. */
function findCycle(
  moves: readonly (Move | undefined)[],
  columns: number,
): { readonly improving?: readonly number[]; readonly tied: Gelijkspel } {
  const distance: Ratio[] = Array.from({ length: columns }, () => START);
  const previous = new Array<number>(columns).fill(-1);
  for (let round = 0; round < columns; round += 1) {
    const last = relaxExactly(moves, columns, distance, previous);
    if (last === undefined) return { tied: tiedIn(moves, columns, distance) };
    if (round === columns - 1) return { improving: walkBack(last, previous), tied: UNIEK };
  }
  return { tied: UNIEK };
}

const START: Ratio = { above: 1n, below: 1n, gain: 0n };

function relaxExactly(
  moves: readonly (Move | undefined)[],
  columns: number,
  distance: Ratio[],
  previous: number[],
): number | undefined {
  let last: number | undefined;
  for (let a = 0; a < columns; a += 1) {
    for (let b = 0; b < columns; b += 1) {
      const move = moves[a * columns + b];
      if (!move) continue;
      const length = times(distance[a] as Ratio, move.ratio);
      if (compareRatios(length, distance[b] as Ratio) < 0) {
        distance[b] = length;
        previous[b] = a;
        last = b;
      }
    }
  }
  return last;
}

/** From a column that kept improving, back to the cycle that makes it do so. */
function walkBack(start: number, previous: readonly number[]): readonly number[] {
  let inside = start;
  for (let step = 0; step < previous.length; step += 1) inside = previous[inside] as number;
  const cycle = [inside];
  for (let at = previous[inside] as number; at !== inside; at = previous[at] as number) {
    cycle.unshift(at);
  }
  return cycle;
}

function applyCycle(
  table: Werktabel,
  moves: readonly (Move | undefined)[],
  cycle: readonly number[],
): void {
  for (const [step, from] of cycle.entries()) {
    const to = cycle[(step + 1) % cycle.length] as number;
    const base = (moves[from * table.columns + to]?.rows[0] ?? 0) * table.columns;
    table.counts[base + from] = (table.counts[base + from] as number) - 1;
    table.counts[base + to] = (table.counts[base + to] as number) + 1;
  }
}

/** All rows and columns on edges without any slack that lie on a cycle of such edges. */
function tiedIn(
  moves: readonly (Move | undefined)[],
  columns: number,
  distance: readonly Ratio[],
): Gelijkspel {
  const tight = (a: number, b: number) => {
    const move = moves[a * columns + b];
    if (!move) return false;
    return compareRatios(times(distance[a] as Ratio, move.ratio), distance[b] as Ratio) === 0;
  };
  const rows = new Set<number>();
  const between = new Set<number>();
  for (let a = 0; a < columns; a += 1) {
    for (let b = 0; b < columns; b += 1) {
      if (a !== b && tight(a, b) && reaches(b, a, columns, tight)) {
        for (const row of moves[a * columns + b]?.rows ?? []) rows.add(row);
        between.add(a).add(b);
      }
    }
  }
  const inOrder = (found: ReadonlySet<number>) => [...found].sort((a, b) => a - b);
  return { rijen: inOrder(rows), kolommen: inOrder(between) };
}

function reaches(
  from: number,
  to: number,
  columns: number,
  tight: (a: number, b: number) => boolean,
): boolean {
  const seen = new Set([from]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) return true;
    for (let next = 0; next < columns; next += 1) {
      if (!seen.has(next) && next !== at && tight(at, next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return false;
}

function times(a: Ratio, b: Ratio): Ratio {
  return { above: a.above * b.above, below: a.below * b.below, gain: a.gain + b.gain };
}

function compareRatios(a: Ratio, b: Ratio): number {
  const left = a.above * b.below;
  const right = b.above * a.below;
  if (left !== right) return left < right ? -1 : 1;
  if (a.gain === b.gain) return 0;
  return a.gain > b.gain ? -1 : 1;
}

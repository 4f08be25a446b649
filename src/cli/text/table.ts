import { padEnd, padStart, visibleLength, wrap } from "./wrap.ts";

/** A cell: one text, or parts that each line up below each other (`41`, `(37–45)`, `25%`). */
export type Cell = string | readonly string[];

export type Column = { readonly header: string; readonly align: "left" | "right" };

export type Row =
  | { readonly kind: "row" | "total"; readonly cells: readonly Cell[] }
  /** A heading over the rows below it. */
  | { readonly kind: "group"; readonly title: string };

export type Table = { readonly columns: readonly Column[]; readonly rows: readonly Row[] };

const GAP = 3;
const HEADER_WIDTH = 18;

/**
 * A table as lines of at most `width` characters.
 *
 * What does not fit beside each other comes in blocks below each other, each with the names again.
 */
export function renderTable(table: Table, width: number): readonly string[] {
  const measured = table.columns.map((column, i) => measure(column, cellsAt(table.rows, i)));
  return blocks(measured, width).flatMap((chosen, i) => {
    const lines = renderBlock(table, measured, [0, ...chosen]);
    return i === 0 ? lines : ["", ...lines];
  });
}

type Measured = {
  readonly column: Column;
  readonly parts: readonly number[];
  readonly width: number;
};

function cellsAt(rows: readonly Row[], index: number): readonly (readonly string[])[] {
  return rows.flatMap((row) => (row.kind === "group" ? [] : [partsOf(row.cells[index] ?? "")]));
}

function partsOf(cell: Cell): readonly string[] {
  return typeof cell === "string" ? [cell] : cell;
}

function measure(column: Column, cells: readonly (readonly string[])[]): Measured {
  const split = cells.filter((cell) => cell.length > 1);
  const count = Math.max(0, ...split.map(({ length }) => length));
  const parts = Array.from({ length: count }, (_, part) =>
    Math.max(0, ...split.map((cell) => visibleLength(cell[part] ?? ""))),
  );
  const single = cells.filter((cell) => cell.length === 1).map(([text = ""]) => text);
  const content = Math.max(joinedWidth(parts), ...single.map(visibleLength));
  const header = wrap(column.header, Math.max(content, HEADER_WIDTH)).map(visibleLength);
  return { column, parts, width: Math.max(content, ...header) };
}

function joinedWidth(parts: readonly number[]): number {
  const used = parts.filter((part) => part > 0);
  return used.reduce((sum, part) => sum + part, 0) + Math.max(0, used.length - 1);
}

/** Which columns stand beside each other after the first, block by block. */
function blocks(measured: readonly Measured[], width: number): readonly (readonly number[])[] {
  const result: number[][] = [[]];
  const first = measured[0]?.width ?? 0;
  let used = first;
  for (const [i, { width: own }] of measured.entries()) {
    if (i === 0) continue;
    const current = result.at(-1) ?? [];
    if (current.length > 0 && used + GAP + own > width) {
      result.push([i]);
      used = first + GAP + own;
    } else {
      current.push(i);
      used += GAP + own;
    }
  }
  return result;
}

function renderBlock(
  { rows }: Table,
  measured: readonly Measured[],
  indices: readonly number[],
): readonly string[] {
  const columns = indices.flatMap((index) => measured[index] ?? []);
  const total = columns.reduce((sum, { width }) => sum + width + GAP, -GAP);
  const rule = "─".repeat(total);
  const lines = [...renderHeader(columns), rule];
  for (const row of rows) {
    if (row.kind === "group") lines.push(row.title);
    else {
      if (row.kind === "total") lines.push(rule);
      const cells = indices.map((index) => row.cells[index] ?? "");
      lines.push(joinCells(cells.map((cell, i) => renderCell(cell, columns[i]))));
    }
  }
  return lines;
}

function renderHeader(columns: readonly Measured[]): readonly string[] {
  const wrapped = columns.map(({ column, width }) => wrap(column.header, width));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    joinCells(
      wrapped.map((lines, i) => {
        const text = lines[line - (height - lines.length)] ?? "";
        return place(text, columns[i]);
      }),
    ),
  );
}

function renderCell(cell: Cell, measured: Measured | undefined): string {
  if (typeof cell === "string" || !measured) return place(partsOf(cell).join(" "), measured);
  const texts = measured.parts.flatMap((width, i) =>
    width > 0 ? [padStart(cell[i] ?? "", width)] : [],
  );
  return place(texts.join(" "), measured);
}

function place(text: string, measured: Measured | undefined): string {
  if (!measured) return text;
  const { column, width } = measured;
  return column.align === "right" ? padStart(text, width) : padEnd(text, width);
}

function joinCells(texts: readonly string[]): string {
  return texts.join(" ".repeat(GAP)).trimEnd();
}

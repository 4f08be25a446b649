import type { Breuk } from "#domain/breuk.ts";
import { formatGetal } from "#domain/notatie.ts";

/** Rows as csv for a Dutch spreadsheet: semicolons, a byte order mark, lines that end in CR LF. */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(csvText).join(";")}\r\n`).join("")}`;
}

const BELOW_ZERO = /^-\d+(,\d+)?$/;

/**
 * A cell that no spreadsheet takes for a formula: it gets an apostrophe before it, unless it is a
 * number below zero. Between quotes where it holds a separator.
 */
export function csvText(text: string): string {
  const formula = /^[=+\-@\t\r]/.test(text) && !BELOW_ZERO.test(text);
  const safe = formula ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const DECIMALS = 4;

/** At most four decimals, a comma before them and no points; the exact number is in the JSON. */
export function csvNumber(number: Breuk): string {
  return formatGetal(number, DECIMALS).replaceAll(".", "").replace("−", "-");
}

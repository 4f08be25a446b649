import { readFileSync, writeFileSync } from "node:fs";

/** One line of a csv file, by the names in its header. */
export type CsvRow = Readonly<Record<string, string>>;

/**
 * Reads a comma-separated file with a header into rows.
 *
 * Quoted cells may hold commas and doubled quotes; a line break inside a cell is not read.
 */
export function readCsv(path: string): readonly CsvRow[] {
  const lines = readFileSync(path, "utf8")
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .filter((line) => line !== "");
  const [header = [], ...rest] = lines.map(splitLine);
  return rest.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""])));
}

/** Writes rows under a header, with quotes only around cells that need them. */
export function writeCsv(
  path: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  writeFileSync(path, [header, ...rows].map((row) => `${row.map(quote).join(",")}\n`).join(""));
}

/** The cell of that name; throws where the column is not in the file. */
export function cell(row: CsvRow, name: string): string {
  const text = row[name];
  if (text === undefined) throw new Error(`Kolom «${name}» ontbreekt.`);
  return text;
}

/** The folder given as the first argument of the script; throws where there is none. */
export function rawFolder(): string {
  const folder = process.argv[2];
  if (folder === undefined) {
    throw new Error("Geef de map met ruwe gegevens: node --import tsx scripts/<naam>.ts <map>");
  }
  return folder;
}

function splitLine(line: string): string[] {
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu);
  return [...found].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

function quote(text: string): string {
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

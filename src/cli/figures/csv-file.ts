import { findNearest } from "#contract/kader/nearest.ts";
import {
  type FigureInput,
  type FigureReading,
  toValueInput,
  type ValueInput,
} from "./figure-input.ts";

const COLUMNS = [
  "cijfer",
  "gebied",
  "waarde",
  "laag",
  "hoog",
  "moment",
  "bron",
  "opmerking",
] as const;
type ColumnName = (typeof COLUMNS)[number];

const NEEDED: readonly ColumnName[] = ["cijfer", "waarde"];

type Line = { readonly number: number; readonly cells: readonly string[] };

/**
 * Figures from csv as a spreadsheet saves it: `cijfer;gebied;waarde`, and if wanted `laag`, `hoog`,
 * `moment`, `bron` and `opmerking`, in any order.
 *
 * Between cells a semicolon, and then 1,5 is one and a half; or a comma, and then it is 1.5.
 */
export function readCsv(text: string, file: string): FigureReading {
  const clean = text.replace(/^\uFEFF/u, "");
  const separator = (clean.split(/\r?\n/u, 1)[0] ?? "").includes(";") ? ";" : ",";
  const { lines: all, broken } = readLines(clean, separator);
  if (broken !== undefined) {
    const tekst =
      "Hier staat een los aanhalingsteken. Zet de hele cel tussen aanhalingstekens, of haal het weg.";
    return { figures: [], fouten: [`${file}:${broken}\n  ${tekst}`] };
  }
  const [header, ...lines] = all;
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const wrong = wrongColumns(names, file);
  if (wrong.length > 0) return { figures: [], fouten: wrong };
  const fouten: string[] = [];
  const figures = lines.flatMap((line) => {
    if (line.cells.length === names.length) return [toFigure(line, names, separator, file)];
    fouten.push(
      `${file}:${line.number}\n  Deze regel heeft ${line.cells.length} cellen; het moeten er ${names.length} zijn, zoals in de kop.`,
    );
    return [];
  });
  return { figures, fouten };
}

function wrongColumns(names: readonly string[], file: string): readonly string[] {
  const unknown = names.filter((name) => !COLUMNS.some((known) => known === name));
  const missing = NEEDED.filter((name) => !names.includes(name));
  return [
    ...unknown.map((name) => {
      const nearest = findNearest(name, COLUMNS);
      const hint = nearest ? `Bedoelt u «${nearest}»?` : `Hier kan staan: ${COLUMNS.join(", ")}.`;
      return `${file}:1\n  Onbekende kolom «${name}». ${hint}`;
    }),
    ...missing.map(
      (name) => `${file}:1\n  De kolom «${name}» ontbreekt. Schrijf haar in de eerste regel.`,
    ),
  ];
}

function toFigure(
  { number, cells }: Line,
  names: readonly string[],
  separator: string,
  file: string,
): FigureInput {
  const cell = (name: ColumnName) => cells[names.indexOf(name)]?.trim() || undefined;
  const [unit, moment, remark] = [cell("gebied"), cell("moment"), cell("opmerking")];
  const decimal = (text: string) => (separator === ";" ? withPoint(text) : text);
  const [low, high] = [cell("laag"), cell("hoog")];
  const value: ValueInput =
    low && high
      ? { kind: "range", low: decimal(low), high: decimal(high) }
      : toValueInput(decimal(cell("waarde") ?? ""));
  return {
    place: `${file}:${number}  ${cell("cijfer") ?? ""}`,
    name: cell("cijfer") ?? "",
    value,
    source: cell("bron") ?? "uw cijferbestand",
    ...(unit ? { unit } : {}),
    ...(moment ? { moment } : {}),
    ...(remark ? { remark } : {}),
  };
}

/** 1,5 as the language writes it; only where it can be nothing else. */
function withPoint(text: string): string {
  return /^-?\d+,\d+\s*%?$/.test(text) ? text.replace(",", ".") : text;
}

type Lines = {
  readonly lines: readonly Line[] /** The line where it cannot be read on. */;
  readonly broken?: number;
};

/** Lines with their cells; a cell between quotes may hold the separator, a quote, or a line break. */
export function readLines(text: string, separator: string): Lines {
  const lines: Line[] = [];
  let cells: string[] = [];
  let position = 0;
  let number = 1;
  let started = 1;
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator}"\\r\\n]*))(${separator}|\\r?\\n|$)`,
    "y",
  );
  while (position <= text.length) {
    cell.lastIndex = position;
    const [whole, quoted, plain, end] = cell.exec(text) ?? [];
    if (whole === undefined) return { lines, broken: number };
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    position += whole.length;
    number += whole.split("\n").length - 1;
    if (end === separator) continue;
    if (cells.some((text) => text !== "")) lines.push({ number: started, cells });
    cells = [];
    started = number;
    if (end === "") break;
  }
  return { lines };
}

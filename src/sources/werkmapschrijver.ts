import { writeOds, writeXlsx } from "hucre";
import { parseBreuk } from "#domain/breuk.ts";
import { formatGetal } from "#domain/notatie.ts";
import type { Werkblad, Werkcel, Werkmap } from "#domain/werkmap.ts";

/** The forms in which a list or an empty form of figures can be taken along. */
export const WERKMAPVORMEN = ["xlsx", "ods", "csv"] as const;
export type Werkmapvorm = (typeof WERKMAPVORMEN)[number];

export const WERKMAP_MEDIA: Readonly<Record<Werkmapvorm, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv; charset=utf-8",
};

/**
 * A table as a spreadsheet file: texts stay texts, whatever they begin with, and no cell computes.
 *
 * A csv holds the first sheet, with a semicolon, a decimal comma and a mark that says it is UTF-8,
 * as Dutch spreadsheets open it.
 */
export async function writeWerkmap(werkmap: Werkmap, vorm: Werkmapvorm): Promise<Uint8Array> {
  if (vorm === "csv") return new TextEncoder().encode(toCsv(werkmap.bladen[0]));
  const sheets = werkmap.bladen.map(({ naam, rijen }) => ({
    name: naam,
    rows: rijen.map((rij) => rij.map(toValue)),
    columns: widths(rijen).map((width) => ({ width })),
  }));
  return vorm === "xlsx" ? writeXlsx({ sheets }) : writeOds({ sheets });
}

function toValue(cel: Werkcel): string | number | boolean | null {
  switch (cel.soort) {
    case "leeg":
      return null;
    case "getal":
      return cel.getal;
    case "waarheid":
      return cel.waar;
    case "datum":
      return cel.datum;
    case "tekst":
    case "fout":
      return cel.tekst;
    case "formule":
      return cel.waarde ? toValue(cel.waarde) : null;
  }
}

const WIDEST = 60;

function widths(rijen: Werkblad["rijen"]): readonly number[] {
  const most: number[] = [];
  for (const rij of rijen) {
    for (const [kolom, cel] of rij.entries()) {
      const length = String(toValue(cel) ?? "").length + 2;
      most[kolom] = Math.min(WIDEST, Math.max(most[kolom] ?? 8, length));
    }
  }
  return most;
}

function toCsv(blad: Werkblad | undefined): string {
  const lines = (blad?.rijen ?? []).map((rij) => rij.map(toCsvCell).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function toCsvCell(cel: Werkcel): string {
  const value = toValue(cel);
  if (typeof value === "number") return formatNumber(value);
  const text = String(value ?? "");
  // A spreadsheet would compute what begins so, and what somebody else wrote must not be able to.
  const safe = /^[=+@\t\r]|^-(?!\d*$)/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function formatNumber(value: number): string {
  const exact = parseBreuk(String(value));
  return exact ? formatGetal(exact, 20).replaceAll(".", "") : String(value);
}

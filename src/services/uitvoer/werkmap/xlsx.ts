import type { Cell, CellStyle, CellValue, WriteOptions, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { type Cel, getoond, type Inhoud, type Stijl, type Werkblad } from "./cellen.ts";
import { Onzegbaar, type Schrijfwijze } from "./uitdrukking.ts";
import type { Werkmap } from "./werkmap.ts";

/** The ink of a long text, which wraps inside its cell. */
export const LANG = "1B1B1B";

const STIJLEN: Readonly<Record<Stijl, CellStyle>> = {
  // An ods has the colour to know this style by; see there.
  lang: { font: { color: { rgb: LANG } }, alignment: { wrapText: true, vertical: "top" } },
  kop: { font: { bold: true } },
  titel: { font: { bold: true, size: 14 } },
  aandeel: { numFmt: "0.0%" },
  exact: { numFmt: "#,##0.0000" },
  som: { font: { bold: true } },
  "let-op": { font: { italic: true } },
  invoer: { font: { color: { rgb: "0B5C66" } } },
};

/** The workbook as hucre writes it; `scheiding` is what stands between the arguments of a formula. */
export function toWriteOptions(
  { titel, bladen }: Werkmap,
  scheiding: Schrijfwijze["scheiding"],
): WriteOptions {
  return {
    sheets: bladen.map((blad) => toSheet(blad, scheiding)),
    // Without a moment of its own a file would be another one at every download.
    properties: { title: plainText(titel), creator: "Woonregie", created: START, modified: START },
  };
}

const START = new Date("2026-01-01T00:00:00Z");

/** The workbook as an xlsx file; the same workbook gives the same bytes. */
export function toXlsx(werkmap: Werkmap): Promise<Uint8Array> {
  return writeXlsx(toWriteOptions(werkmap, ","));
}

function toSheet(blad: Werkblad, scheiding: Schrijfwijze["scheiding"]): WriteSheet {
  const cellen = blad.cellen();
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  for (const cel of cellen) {
    while (rows.length <= cel.rij) rows.push([]);
    const row = rows[cel.rij] ?? [];
    while (row.length <= cel.kolom) row.push(null);
    cells.set(`${cel.rij},${cel.kolom}`, toCell(cel, { scheiding, blad: blad.naam }));
  }
  return {
    name: blad.naam,
    rows,
    cells,
    columns: blad.breedtes.map((width) => ({ width })),
    ...(blad.vast > 0 ? { freezePane: { rows: blad.vast } } : {}),
  };
}

function toCell({ inhoud, stijl }: Cel, wijze: Schrijfwijze): Partial<Cell> {
  const style = stijl ? { style: STIJLEN[stijl] } : {};
  const value = shownValue(inhoud);
  const written = writtenFormula(inhoud, wijze);
  if (written === undefined) return { value, ...style };
  return { value, formula: written, formulaResult: value, ...style };
}

function writtenFormula(inhoud: Inhoud, wijze: Schrijfwijze): string | undefined {
  if (inhoud.soort === "formule") return inhoud.formule.schrijf(wijze);
  return inhoud.soort === "oordeel" ? inhoud.oordeel.schrijf(wijze) : undefined;
}

/** A round that these figures do not come to may hold what nobody has to decide: it shows #N/A. */
function shownValue(inhoud: Inhoud): CellValue {
  try {
    const shown = getoond(inhoud);
    return typeof shown === "string" ? plainText(shown) : shown;
  } catch (error) {
    if (error instanceof Onzegbaar) return "#N/A";
    throw error;
  }
}

/** What XML can hold; a text is a text in these files, whatever sign it begins with. */
function plainText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}

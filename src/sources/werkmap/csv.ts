import { CsvError, parse } from "csv-parse/sync";
import type { Werkcel } from "#domain/werkmap.ts";
import { findScheidingsteken } from "./scheidingsteken.ts";
import { beschadigd, tooMany, Weigering } from "./weigering.ts";
import { LEEG, type Werkmapbouwer } from "./werkmapbouwer.ts";

/** How the text is to be read where that is known; otherwise it is found. */
export type Csvwijze = { readonly scheidingsteken?: string; readonly aanhalingstekens?: boolean };

// Excel's own line that names the sign between cells; it is no row.
const SEP = /^sep=(.)\n/iu;

/**
 * Puts the rows of a text file on a new sheet; every cell is text.
 *
 * Rows count as a spreadsheet counts them: a line break inside quotes makes no new one.
 *
 * @throws Weigering for a quote that nothing closes.
 */
export function readCsv(
  tekst: string,
  naam: string,
  bouwer: Werkmapbouwer,
  wijze: Csvwijze = {},
): void {
  const lines = tekst.replace(/\r\n?/gu, "\n");
  const told = SEP.exec(lines);
  const body = told ? lines.slice(told[0].length) : lines;
  const delimiter = wijze.scheidingsteken ?? told?.[1] ?? findScheidingsteken(body);
  bouwer.startBlad(naam);
  checkAantal(body, delimiter, bouwer.grenzen);
  const records = parseRecords(body, delimiter, wijze.aanhalingstekens ?? true, bouwer.grenzen);
  for (const [rij, record] of records.entries()) putRow(record, rij, bouwer);
  noteRagged(records, bouwer);
}

/** Before rows are taken apart, for that takes far more room than the text itself. */
function checkAantal(body: string, delimiter: string, grenzen: Werkmapbouwer["grenzen"]): void {
  let all = 0;
  let inLine = 0;
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at];
    if (char === "\n") inLine = 0;
    else if (char !== delimiter) continue;
    else inLine += 1;
    all += 1;
    if (inLine >= grenzen.kolommen) throw tooMany("kolommen", grenzen);
    if (all > grenzen.cellen) throw tooMany("cellen", grenzen);
  }
}

function parseRecords(
  body: string,
  delimiter: string,
  quotes: boolean,
  grenzen: Werkmapbouwer["grenzen"],
): readonly (readonly string[])[] {
  try {
    return parse(body, {
      delimiter,
      quote: quotes ? '"' : null,
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: grenzen.kolommen * 64,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuseRecord(error);
  }
}

function refuseRecord({ code, records }: CsvError): Weigering {
  const rij = Number(records) + 1;
  if (code === "CSV_MAX_RECORD_SIZE") return tooLongRow(rij);
  if (code !== "CSV_QUOTE_NOT_CLOSED") return beschadigd(`Rij ${rij} is niet te lezen.`);
  return new Weigering(
    "aanhalingsteken",
    `In rij ${rij} begint een cel met een aanhalingsteken ("), en dat sluit nergens. Zet het ` +
      "tweede aanhalingsteken erbij, of haal het eerste weg. U kunt het bestand ook als xlsx opslaan.",
  );
}

function tooLongRow(rij: number): Weigering {
  return new Weigering(
    "tekst-te-lang",
    `Rij ${rij} is te lang om te lezen. Kijk of daar een aanhalingsteken (") is vergeten: dan telt ` +
      "alles erna als één cel. U kunt het bestand ook als xlsx opslaan.",
  );
}

function putRow(record: readonly string[], rij: number, bouwer: Werkmapbouwer): void {
  const last = record.findLastIndex((raw) => raw !== "");
  const cellen: Werkcel[] = [];
  for (let kolom = 0; kolom <= last; kolom += 1) {
    cellen.push(bouwer.makeTekst(record[kolom] ?? "", rij, kolom));
  }
  while (cellen.at(-1) === LEEG) cellen.pop();
  bouwer.putRijen(rij, cellen, 1);
}

/** A title above the table has no separator at all, and is not held against the table. */
function noteRagged(
  records: readonly (readonly string[])[],
  { opmerkingen, blad }: Werkmapbouwer,
): void {
  const lengths = records.map(({ length }) => length);
  const times = new Map<number, number>();
  for (const length of lengths) if (length > 1) times.set(length, (times.get(length) ?? 0) + 1);
  const [usual] = [...times].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0]);
  for (const [rij, length] of lengths.entries()) {
    if (length > 1 && length !== usual) {
      opmerkingen.note("rijen-ongelijk", blad, { rij }, `${usual}`);
    }
  }
}

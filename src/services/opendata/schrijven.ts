import { createHash } from "node:crypto";
import type { Dataset, Kolom, Rij } from "./dataset.ts";

export const FORMATEN = ["csv", "json"] as const;
export type Formaat = (typeof FORMATEN)[number];

/** What somebody can check a download by. */
export type Maat = { readonly bytes: number; readonly sha256: string; readonly rijen: number };

const KNIP = 64 * 1024;

/** A dataset in pieces of text, so that a large one is never in memory as a whole. */
export function writeDataset(dataset: Dataset, formaat: Formaat): Iterable<string> {
  return inStukken(formaat === "csv" ? csvRegels(dataset) : jsonDelen(dataset));
}

export function measure(dataset: Dataset, formaat: Formaat): Maat {
  const hash = createHash("sha256");
  let bytes = 0;
  for (const text of writeDataset(dataset, formaat)) {
    bytes += Buffer.byteLength(text);
    hash.update(text);
  }
  let rijen = 0;
  for (const _ of dataset.rijen()) rijen += 1;
  return { bytes, sha256: hash.digest("hex"), rijen };
}

function* inStukken(delen: Iterable<string>): Iterable<string> {
  let text = "";
  for (const deel of delen) {
    text += deel;
    if (text.length < KNIP) continue;
    yield text;
    text = "";
  }
  if (text) yield text;
}

/** RFC 4180: commas, a header, lines that end in CR LF; no byte order mark. */
function* csvRegels({ kolommen, rijen }: Dataset): Iterable<string> {
  const shown = kolommen.filter(({ alleenJson }) => !alleenJson);
  yield csvRegel(shown.map(({ naam }) => naam));
  for (const rij of rijen()) yield csvRegel(shown.map((kolom) => cel(kolom, rij)));
}

function csvRegel(cellen: readonly string[]): string {
  return `${cellen.map(quote).join(",")}\r\n`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers. */
function cel({ naam, soort }: Kolom, rij: Rij): string {
  const text = rij[naam] ?? "";
  return soort === "tekst" && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function* jsonDelen(dataset: Dataset): Iterable<string> {
  const { id, titel, omschrijving, licentie, bronnen, kolommen } = dataset;
  const kop = {
    dataset: id,
    titel,
    omschrijving,
    licentie: { naam: licentie.naam, uri: licentie.uri },
    bronnen,
    kolommen: kolommen.map(({ naam, soort, uitleg }) => ({ naam, soort, uitleg })),
  };
  yield `${JSON.stringify(kop).slice(0, -1)},"rijen":[`;
  let comma = "";
  for (const rij of dataset.rijen()) {
    const known = kolommen.flatMap(({ naam }) =>
      rij[naam] === undefined ? [] : [[naam, rij[naam]] as const],
    );
    yield `${comma}\n${JSON.stringify(Object.fromEntries(known))}`;
    comma = ",";
  }
  yield "\n]}\n";
}

import { type Archief, openArchief } from "./archief.ts";
import { readOds } from "./ods/read-ods.ts";
import { withPassword } from "./soort.ts";
import { Weigering } from "./weigering.ts";
import type { Werkmapbouwer } from "./werkmapbouwer.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

const ODS = "application/vnd.oasis.opendocument.spreadsheet";
const OPSLAAN = "Open het in Excel of LibreOffice en sla het op als xlsx of ods.";

/** Reads an xlsx or ods, told apart by the parts that are in it. */
export async function readZip(bytes: Uint8Array, bouwer: Werkmapbouwer): Promise<void> {
  const archief = await openArchief(bytes, bouwer.grenzen);
  if (archief.has("encrypted-package")) throw withPassword();
  if (archief.has("content.xml")) {
    const mimetype = (await archief.read("mimetype"))?.toString("latin1").trim();
    if (mimetype !== undefined && !mimetype.startsWith(ODS))
      throw otherKind("een ander OpenDocument");
    return readOds(archief, bouwer);
  }
  if (archief.has("[Content_Types].xml") && !archief.has(/^(?:word|ppt|visio)\//u)) {
    if (archief.has(/^xl\/workbook\.bin$/u)) throw otherKind("een binair Excel-bestand (.xlsb)");
    return readXlsx(archief, bouwer);
  }
  throw describeOther(archief);
}

function describeOther(archief: Archief): Weigering {
  if (archief.has(/^word\//u)) return otherKind("een Word-document");
  if (archief.has(/^ppt\//u)) return otherKind("een presentatie");
  if (archief.has(/^index\/.*\.iwa$/u)) return otherKind("een Numbers-bestand van Apple");
  if (archief.has(/\.(?:xlsx|xlsm|xls|ods|csv)$/u)) {
    return new Weigering(
      "soort-onbekend",
      "Dit is een zip met bestanden erin. Pak hem uit en lever het xlsx-, ods- of csv-bestand zelf aan.",
    );
  }
  return otherKind("een ingepakt bestand zonder werkbladen");
}

function otherKind(wat: string): Weigering {
  return new Weigering("soort-onbekend", `Dit bestand is ${wat}. ${OPSLAAN}`);
}

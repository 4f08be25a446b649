import type { Werkmaplezing } from "#domain/werkmap.ts";
import { type Codering, decodeTekst } from "./codering.ts";
import { readCsv } from "./csv.ts";
import { WERKMAPGRENZEN, type Werkmapgrenzen } from "./grenzen.ts";
import { createOpmerkingen } from "./opmerkingen.ts";
import { recognizeInhoud } from "./soort.ts";
import { formatOmvang, Weigering, withoutCells } from "./weigering.ts";
import { Werkmapbouwer } from "./werkmapbouwer.ts";
import { readZip } from "./zip.ts";

/** How a file is to be read; what is left out is found in the file, or is as usual. */
export type Leeswijze = {
  readonly codering?: Codering;
  readonly scheidingsteken?: string;
  readonly grenzen?: Partial<Werkmapgrenzen>;
};

/**
 * Reads a file in this very thread: all of it, or a refusal that says why.
 *
 * The limits hold, except those of time and memory: those are kept by `readWerkmap`, which gives
 * this to a worker.
 *
 * @param naam How the file is called; told apart is by content only.
 */
export async function parseWerkmap(
  bytes: Uint8Array,
  naam: string,
  { grenzen = {}, ...wijze }: Leeswijze = {},
): Promise<Werkmaplezing> {
  const opmerkingen = createOpmerkingen();
  const bouwer = new Werkmapbouwer({ ...WERKMAPGRENZEN, ...grenzen }, opmerkingen);
  try {
    checkOmvang(bytes, bouwer.grenzen);
    if (recognizeInhoud(bytes) === "zip") await readZip(bytes, bouwer);
    else readTekst(bytes, naam, bouwer, wijze);
    return { ok: true, werkmap: bouwer.finish(), opmerkingen: opmerkingen.list() };
  } catch (error) {
    return refuse(error);
  }
}

/**
 * Reads what was pasted: what Excel or LibreOffice puts on the clipboard, or the text of a csv.
 *
 * A quote that nothing closes is then a sign like any other.
 */
export function readPlaksel(tekst: string, grenzen: Partial<Werkmapgrenzen> = {}): Werkmaplezing {
  const lezing = parsePlaksel(tekst, grenzen, true);
  const open = !lezing.ok && lezing.fouten.some(({ code }) => code === "aanhalingsteken");
  return open ? parsePlaksel(tekst, grenzen, false) : lezing;
}

function parsePlaksel(
  tekst: string,
  grenzen: Partial<Werkmapgrenzen>,
  aanhalingstekens: boolean,
): Werkmaplezing {
  const opmerkingen = createOpmerkingen();
  const bouwer = new Werkmapbouwer({ ...WERKMAPGRENZEN, ...grenzen }, opmerkingen);
  const teken = tekst.includes("\t") ? { scheidingsteken: "\t" } : {};
  try {
    checkOmvang(tekst, bouwer.grenzen);
    readCsv(tekst, "Geplakt", bouwer, { ...teken, aanhalingstekens });
    return { ok: true, werkmap: bouwer.finish(), opmerkingen: opmerkingen.list() };
  } catch (error) {
    return refuse(error);
  }
}

function readTekst(
  bytes: Uint8Array,
  naam: string,
  bouwer: Werkmapbouwer,
  wijze: Omit<Leeswijze, "grenzen">,
): void {
  const { tekst, codering, zeker } = decodeTekst(bytes, wijze.codering);
  if (!zeker) bouwer.opmerkingen.note("codering-aangenomen", undefined, undefined, codering);
  readCsv(tekst, naam.replace(/\.[^.]*$/u, ""), bouwer, wijze);
}

function checkOmvang({ length }: Uint8Array | string, { bytes: most }: Werkmapgrenzen): void {
  if (length === 0) {
    throw withoutCells();
  }
  if (length > most) {
    throw new Weigering(
      "te-groot",
      `Het bestand is ${formatOmvang(length)}. Wij lezen hoogstens ${formatOmvang(most)}. Haal ` +
        "plaatjes en bladen eruit die niet nodig zijn, of splits het over meer bestanden.",
    );
  }
}

function refuse(error: unknown): Werkmaplezing {
  if (!(error instanceof Weigering)) throw error;
  return { ok: false, fouten: [{ code: error.code, tekst: error.message }] };
}

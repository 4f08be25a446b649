import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { causeOf, StorageError } from "#storage/storage-error.ts";
import { createTeller, type Kop, type Slot, SOORT, type Tabelkop } from "./vorm.ts";

/** A line of a backup, by what it is. */
export type Regel =
  | { readonly soort: "kop"; readonly kop: Kop }
  | { readonly soort: "tabel"; readonly tabel: Tabelkop }
  | { readonly soort: "rij"; readonly tekst: string };

/**
 * The lines of a backup, from first to last.
 *
 * Throws where the file is no backup, was cut off, or was changed after it was written; that shows
 * at the last line, so whoever does something with the lines reads them all once before.
 *
 * @throws StorageError "reservekopie-onbruikbaar".
 */
export async function* readRegels(bestand: string): AsyncGenerator<Regel> {
  try {
    yield* linesOf(bestand);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    throw unusable(bestand, `zij is niet te lezen (${causeOf(error)})`);
  }
}

/** Reads the whole file; what it says of itself, and that it is whole. */
export async function checkReservekopie(
  bestand: string,
): Promise<{ readonly kop: Kop; readonly rijen: number }> {
  let kop: Kop | undefined;
  let rijen = 0;
  for await (const regel of readRegels(bestand)) {
    if (regel.soort === "kop") kop = regel.kop;
    if (regel.soort === "rij") rijen += 1;
  }
  if (!kop) throw unusable(bestand, "zij is leeg");
  return { kop, rijen };
}

async function* linesOf(bestand: string): AsyncGenerator<Regel> {
  const source = createReadStream(bestand);
  const text = createGunzip();
  source.on("error", (error) => text.destroy(error));
  source.pipe(text);
  const teller = createTeller();
  let slot: Slot | undefined;
  let first = true;
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (slot) throw unusable(bestand, "er staat iets achter het einde");
    if (first) {
      yield { soort: "kop", kop: parseKop(bestand, line) };
    } else if (line.startsWith('{"einde":')) {
      slot = JSON.parse(line) as Slot;
      continue;
    } else if (line.startsWith('{"tabel":')) {
      yield { soort: "tabel", tabel: JSON.parse(line) as Tabelkop };
    } else {
      teller.row();
      yield { soort: "rij", tekst: line };
    }
    first = false;
    teller.add(line);
  }
  const found = teller.slot();
  if (!slot) throw unusable(bestand, "zij is afgebroken: het einde ontbreekt");
  if (slot.sha256 !== found.sha256 || slot.rijen !== found.rijen) {
    throw unusable(bestand, "de inhoud is veranderd nadat zij is geschreven");
  }
}

function parseKop(bestand: string, line: string): Kop {
  const kop = JSON.parse(line) as Partial<Kop>;
  if (kop.soort !== SOORT) throw unusable(bestand, "het is geen reservekopie van Woonregie");
  if (kop.vorm !== 1) {
    throw unusable(bestand, "een nieuwere versie van Woonregie heeft haar geschreven");
  }
  return kop as Kop;
}

function unusable(bestand: string, waarom: string): StorageError {
  return new StorageError("reservekopie-onbruikbaar", { bestand, waarom });
}

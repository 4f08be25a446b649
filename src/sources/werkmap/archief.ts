import { crc32, inflateRawSync } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { Werkmapgrenzen } from "./grenzen.ts";
import { withPassword } from "./soort.ts";
import { beschadigd, formatOmvang, tooMany, Weigering } from "./weigering.ts";
import { cleanTekst } from "./zuivere-tekst.ts";

const STORED = 0;
const DEFLATED = 8;

/**
 * A zip whose list of contents was checked: names, sizes and ratio, before anything is unpacked.
 *
 * Parts are found whatever the case of their name, as Office does.
 */
export class Archief {
  readonly #zip: ZipFile;
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Onderdeel>;

  constructor(zip: ZipFile, bytes: Buffer, entries: ReadonlyMap<string, Onderdeel>) {
    this.#zip = zip;
    this.#bytes = bytes;
    this.#entries = entries;
  }

  /** Whether there is a part of this name, or one whose name fits. */
  has(naam: string | RegExp): boolean {
    if (typeof naam === "string") return this.#entries.has(naam.toLowerCase());
    return [...this.#entries.keys()].some((key) => naam.test(key));
  }

  /**
   * Unpacks one part; undefined where there is none.
   *
   * @throws Weigering where it is larger than it said, or not what it was when it was packed.
   */
  async read(naam: string): Promise<Buffer | undefined> {
    const found = this.#entries.get(naam.toLowerCase());
    if (!found) return undefined;
    const { entry } = found;
    const header = await this.#zip
      .readLocalFileHeaderPromise(entry)
      .catch(() => Promise.reject(beschadigd(`Onderdeel ${found.naam} is niet te vinden.`)));
    if (!header.fileName.equals(entry.fileNameRaw)) {
      throw beschadigd(`Onderdeel ${found.naam} heet op twee plaatsen anders.`);
    }
    const start = header.fileDataStart;
    const packed = this.#bytes.subarray(start, start + entry.compressedSize);
    const data = entry.compressionMethod === STORED ? packed : unpack(packed, found);
    if (data.length !== entry.uncompressedSize) throw liesAboutSize(found);
    if (crc32(data) !== entry.crc32) {
      throw beschadigd(`De controlesom van onderdeel ${found.naam} klopt niet.`);
    }
    return data;
  }
}

type Onderdeel = { readonly naam: string; readonly entry: Entry };

/**
 * Opens a zip for reading.
 *
 * @throws Weigering for what would unpack to too much, for names that point outside, for parts that
 *   lie over each other, and for a password.
 */
export async function openArchief(bytes: Uint8Array, grenzen: Werkmapgrenzen): Promise<Archief> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const zip = await yauzl
    .fromBufferPromise(buffer, { decodeStrings: false })
    .catch(() =>
      Promise.reject(beschadigd("Het einde ontbreekt, of het is niet helemaal verzonden.")),
    );
  if (zip.entryCount > grenzen.onderdelen) throw tooMany("onderdelen", grenzen);
  const entries = await listEntries(zip);
  checkOmvang(
    [...entries.values()].map(({ entry }) => entry),
    buffer.length,
    grenzen,
  );
  return new Archief(zip, buffer, entries);
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Onderdeel>> {
  const entries = new Map<string, Onderdeel>();
  try {
    for await (const entry of zip.eachEntry()) {
      const naam = nameOf(entry);
      if (entries.has(naam.toLowerCase()))
        throw beschadigd(`Onderdeel ${naam} zit er twee keer in.`);
      entries.set(naam.toLowerCase(), { naam, entry });
    }
  } catch (error) {
    throw error instanceof Weigering ? error : beschadigd("De inhoudsopgave is niet te lezen.");
  }
  return entries;
}

function nameOf(entry: Entry): string {
  const raw = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    true,
  );
  const naam = cleanTekst(raw).tekst.slice(0, 100);
  if (yauzl.validateFileName(raw) !== null || raw === "") {
    throw new Weigering(
      "zip-naam",
      `In het bestand zit een onderdeel met de naam «${naam}». Zo'n naam wijst naar een plek ` +
        "buiten het bestand, en dat doet een gewoon xlsx- of ods-bestand niet. Vertrouwt u de " +
        "afzender? Open het dan in Excel of LibreOffice en sla het opnieuw op.",
    );
  }
  if (entry.isEncrypted()) throw withPassword();
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw beschadigd(`Onderdeel ${naam} is ingepakt op een manier die wij niet kennen.`);
  }
  return naam;
}

function checkOmvang(entries: readonly Entry[], bytes: number, grenzen: Werkmapgrenzen): void {
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (packed > bytes) {
    throw new Weigering(
      "zip-overlap",
      "In het bestand liggen onderdelen over elkaar heen. Dat doet een gewoon xlsx- of ods-bestand " +
        "niet. Open het in Excel of LibreOffice en sla het opnieuw op.",
    );
  }
  const steep = unpacked > grenzen.verhoudingVanaf && unpacked > packed * grenzen.verhouding;
  if (unpacked <= grenzen.uitgepakt && !steep) return;
  throw new Weigering(
    "zip-bom",
    `Uitgepakt is het bestand ${formatOmvang(unpacked)}, en het is ${formatOmvang(bytes)} groot. ` +
      `Wij pakken hoogstens ${formatOmvang(grenzen.uitgepakt)} uit, en hoogstens ` +
      `${grenzen.verhouding} keer de omvang. Haal lege opgemaakte rijen en kolommen weg, of sla ` +
      "het blad op als csv.",
  );
}

function unpack(packed: Buffer, found: Onderdeel): Buffer {
  try {
    const maxOutputLength = Math.max(1, found.entry.uncompressedSize);
    return inflateRawSync(packed, { maxOutputLength });
  } catch (error) {
    if (error instanceof RangeError) throw liesAboutSize(found);
    throw beschadigd(`Onderdeel ${found.naam} is niet uit te pakken.`);
  }
}

function liesAboutSize({ naam, entry }: Onderdeel): Weigering {
  return new Weigering(
    "zip-bom",
    `Onderdeel ${naam} zegt dat het uitgepakt ${formatOmvang(entry.uncompressedSize)} is, en dat is ` +
      "niet zo. Open het bestand in Excel of LibreOffice en sla het opnieuw op.",
  );
}

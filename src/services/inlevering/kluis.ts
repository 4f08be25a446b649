import type { Werkmaplezing } from "#domain/werkmap.ts";
import type { Inleeskennis } from "#rules/cijfers/inlezen/kennis.ts";
import { WERKMAPGRENZEN } from "#sources/werkmap/grenzen.ts";
import { readPlaksel } from "#sources/werkmap/parse-werkmap.ts";
import { readWerkmap } from "#sources/werkmap/read-werkmap.ts";
import type { Connection } from "#storage/transaction.ts";
import type { Basis } from "../basis.ts";
import { createInleeskennis, type Samenvoeging } from "./inleeskennis.ts";

/** What deliveries stand on: where they are kept, what they are read by, and how. */
export type Inleverkluis = {
  readonly db: Connection;
  readonly basis: Basis;
  readonly kennis: () => Inleeskennis;
  readonly lees: (bestand: Leesbestand) => Promise<Werkmaplezing>;
};

export type Leesbestand = {
  readonly bestandsnaam: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

/** How what was pasted is called: it is kept as the text of a file. */
export const PLAKNAAM = "geplakte tabel.txt";

/** The largest file that is read. */
export const MEESTE_BYTES = WERKMAPGRENZEN.bytes;

const KEPT = 4;

/**
 * Makes what deliveries stand on. The last files that were read stay in memory, because every step
 * of a delivery reads its file again.
 */
export function createInleverkluis(
  db: Connection,
  basis: Basis,
  samenvoegingen: readonly Samenvoeging[],
): Inleverkluis {
  let kennis: Inleeskennis | undefined;
  const read = new Map<string, Promise<Werkmaplezing>>();
  return {
    db,
    basis,
    kennis: () => {
      kennis ??= createInleeskennis(basis, samenvoegingen);
      return kennis;
    },
    lees: ({ bestandsnaam, sha256, bytes }) => {
      const key = `${sha256} ${bestandsnaam}`;
      const found = read.get(key) ?? leesBytes(bestandsnaam, bytes);
      read.delete(key);
      read.set(key, found);
      const [oldest] = read.keys();
      if (read.size > KEPT && oldest) read.delete(oldest);
      return found;
    },
  };
}

async function leesBytes(bestandsnaam: string, bytes: Uint8Array): Promise<Werkmaplezing> {
  if (bestandsnaam === PLAKNAAM) return readPlaksel(new TextDecoder().decode(bytes));
  return readWerkmap(bytes, bestandsnaam);
}

import { createHash } from "node:crypto";
import { sql } from "kysely";
import { SCHAKEL } from "#storage/migrations/0011-geschiedenis.ts";
import type { Connection } from "#storage/transaction.ts";

/** What came of looking over the change log. */
export type Ketencontrole = {
  readonly aantal: number;
  /** The hash of the last line: written down elsewhere, it proves that nothing before it changed. */
  readonly kop?: string;
  /** As people name them: «wijziging 12 (document roda 1) is veranderd». */
  readonly fout: readonly string[];
};

const CHUNK = 2_000;
const BEGIN = "0".repeat(64);

type Schakel = {
  readonly nummer: string;
  readonly tabel: string;
  readonly sleutel: string;
  readonly vorige: string;
  readonly hash: string;
  readonly tekst: string;
};

/**
 * Looks over every line of the change log: whether it is what it was, and whether none is missing.
 *
 * It is hashed here, and not by the database that wrote it.
 */
export async function checkKeten(db: Connection): Promise<Ketencontrole> {
  const fout: string[] = [];
  let aantal = 0;
  let last = { nummer: 0, hash: BEGIN };
  for (;;) {
    const { rows } = await sql<Schakel>`
      select nummer, tabel, sleutel, vorige, hash, ${sql.raw(SCHAKEL)} as tekst from wijziging
      where nummer > ${last.nummer} order by nummer limit ${sql.lit(CHUNK)}`.execute(db);
    for (const row of rows) {
      fout.push(...checkSchakel(row, last));
      last = { nummer: Number(row.nummer), hash: row.hash };
    }
    aantal += rows.length;
    if (rows.length < CHUNK) break;
  }
  fout.push(...(await checkKop(db, last)));
  return { aantal, ...(aantal > 0 ? { kop: last.hash } : {}), fout };
}

function checkSchakel(row: Schakel, before: { nummer: number; hash: string }): readonly string[] {
  const nummer = Number(row.nummer);
  const naam = `wijziging ${nummer} (${row.tabel} ${row.sleutel})`;
  const missing = describeMissing(before.nummer + 1, nummer - 1);
  if (createHash("sha256").update(row.tekst, "utf8").digest("hex") !== row.hash) {
    return [...missing, `${naam} is veranderd`];
  }
  if (missing.length === 0 && row.vorige !== before.hash) {
    return [`${naam} volgt niet op wat ervoor staat`];
  }
  return missing;
}

/** Lines that were cut off at the end leave a whole chain behind, but a shorter one. */
async function checkKop(
  db: Connection,
  last: { nummer: number; hash: string },
): Promise<readonly string[]> {
  const kop = await db.selectFrom("wijzigingketen").select(["nummer", "hash"]).executeTakeFirst();
  const nummer = Number(kop?.nummer ?? 0);
  const missing = describeMissing(last.nummer + 1, nummer);
  if (missing.length > 0) return missing;
  if (nummer === last.nummer && (kop?.hash ?? BEGIN) === last.hash) return [];
  return [`wijziging ${last.nummer} is niet de laatste die is bijgehouden`];
}

function describeMissing(first: number, last: number): readonly string[] {
  if (last < first) return [];
  if (last === first) return [`wijziging ${first} ontbreekt`];
  return [`wijziging ${first} tot en met ${last} ontbreken`];
}

import { createHash } from "node:crypto";
import { sql } from "kysely";
import { SCHAKEL } from "#storage/migrations/0011-geschiedenis.ts";
import { SCHAKEL_INZAGE } from "#storage/migrations/0015-inzage.ts";
import type { Connection } from "#storage/transaction.ts";

/** What came of looking over a log whose every line holds the hash of the one before it. */
export type Ketencontrole = {
  readonly aantal: number;
  /** The hash of the last line: written down elsewhere, it proves that nothing before it changed. */
  readonly kop?: string;
  /** As people name them: «wijziging 12 (document roda 1) is veranderd». */
  readonly fout: readonly string[];
};

const CHUNK = 2_000;
const BEGIN = "0".repeat(64);

/** A log of which the lines hang together: where it is kept, and how a line is told. */
type Keten = {
  readonly tabel: "wijziging" | "inzage";
  readonly kop: "wijzigingketen" | "inzageketen";
  readonly schakel: string;
  /** What a line is of, for people, as SQL. */
  readonly waarvan: string;
  /** The last line that went when its time was over, as SQL; the rest follows on it. */
  readonly opgeruimd: string;
};

const WIJZIGINGEN: Keten = {
  ...{ tabel: "wijziging", kop: "wijzigingketen", schakel: SCHAKEL },
  waarvan: "' (' || tabel || ' ' || sleutel || ')'",
  opgeruimd: "select 0 as nummer, '' as hash where false",
};

const INZAGEN: Keten = {
  ...{ tabel: "inzage", kop: "inzageketen", schakel: SCHAKEL_INZAGE },
  waarvan: "''",
  opgeruimd: "select laatste as nummer, hash from inzage_opgeruimd order by laatste desc limit 1",
};

type Schakel = {
  readonly nummer: string;
  readonly waarvan: string;
  readonly vorige: string;
  readonly hash: string;
  readonly tekst: string;
};

/** Looks over the change log: whether every line is what it was, and none is missing. */
export function checkKeten(db: Connection): Promise<Ketencontrole> {
  return check(db, WIJZIGINGEN);
}

/** The same of the access log. */
export function checkInzageketen(db: Connection): Promise<Ketencontrole> {
  return check(db, INZAGEN);
}

/** It is hashed here, and not by the database that wrote it. */
async function check(db: Connection, keten: Keten): Promise<Ketencontrole> {
  const { tabel, schakel, waarvan, opgeruimd } = keten;
  const fout: string[] = [];
  let aantal = 0;
  const before = await sql<Plaats>`${sql.raw(opgeruimd)}`.execute(db);
  const [gone] = before.rows;
  let last = { nummer: Number(gone?.nummer ?? 0), hash: gone?.hash ?? BEGIN };
  for (;;) {
    const { rows } = await sql<Schakel>`
      select nummer, ${sql.raw(waarvan)} as waarvan, vorige, hash, ${sql.raw(schakel)} as tekst
      from ${sql.table(tabel)}
      where nummer > ${last.nummer} order by nummer limit ${sql.lit(CHUNK)}`.execute(db);
    for (const row of rows) {
      fout.push(...checkSchakel(tabel, row, last));
      last = { nummer: Number(row.nummer), hash: row.hash };
    }
    aantal += rows.length;
    if (rows.length < CHUNK) break;
  }
  fout.push(...(await checkKop(db, keten, last)));
  return { aantal, ...(aantal > 0 ? { kop: last.hash } : {}), fout };
}

type Plaats = { readonly nummer: number; readonly hash: string };

function checkSchakel(tabel: Keten["tabel"], row: Schakel, before: Plaats): readonly string[] {
  const nummer = Number(row.nummer);
  const naam = `${tabel} ${nummer}${row.waarvan}`;
  const missing = describeMissing(tabel, before.nummer + 1, nummer - 1);
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
  { tabel, kop }: Keten,
  last: Plaats,
): Promise<readonly string[]> {
  const found = await db.selectFrom(kop).select(["nummer", "hash"]).executeTakeFirst();
  const nummer = Number(found?.nummer ?? 0);
  const missing = describeMissing(tabel, last.nummer + 1, nummer);
  if (missing.length > 0) return missing;
  if (nummer === last.nummer && (found?.hash ?? BEGIN) === last.hash) return [];
  return [`${tabel} ${last.nummer} is niet de laatste die is bijgehouden`];
}

function describeMissing(tabel: string, first: number, last: number): readonly string[] {
  if (last < first) return [];
  if (last === first) return [`${tabel} ${first} ontbreekt`];
  return [`${tabel} ${first} tot en met ${last} ontbreken`];
}

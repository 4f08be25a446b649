import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "#storage/schema.ts";
import { StorageError } from "#storage/storage-error.ts";
import { inTransaction } from "#storage/transaction.ts";
import { checkReservekopie, readRegels } from "./lees.ts";
import { listTabellen, type Tabel } from "./tabellen.ts";

const CHUNK = 2_000;

/**
 * Puts a backup back in an empty database with the same tables: all of it, or nothing.
 *
 * @returns How many rows.
 * @throws StorageError "reservekopie-onbruikbaar", "database-niet-leeg", "andere-tabellen".
 */
export async function restoreReservekopie(db: Kysely<Tables>, bestand: string): Promise<number> {
  const { kop, rijen } = await checkReservekopie(bestand);
  await inTransaction(db, async (tx) => {
    // What comes back has its own history with it, and is no change.
    await sql`select set_config('woonregie.herstel', 'ja', true)`.execute(tx);
    const steps = await tx.selectFrom("migratie").select("naam").orderBy("naam").execute();
    const here = steps.map(({ naam }) => naam);
    if (here.join() !== kop.migraties.join()) {
      throw new StorageError("andere-tabellen", { kopie: kop.migraties, database: here });
    }
    const tabellen = await listTabellen(tx);
    await assertEmpty(tx, tabellen);
    await fill(tx, bestand, new Map(tabellen.map((tabel) => [tabel.naam, tabel])));
    await continueCounting(tx);
  });
  return rijen;
}

async function assertEmpty(tx: Transaction<Tables>, tabellen: readonly Tabel[]): Promise<void> {
  for (const { naam } of tabellen) {
    const { rows } = await sql`select 1 from ${sql.table(naam)} limit 1`.execute(tx);
    if (rows.length > 0) throw new StorageError("database-niet-leeg", { tabel: naam });
  }
}

async function fill(
  tx: Transaction<Tables>,
  bestand: string,
  tabellen: ReadonlyMap<string, Tabel>,
): Promise<void> {
  let tabel: Tabel | undefined;
  let waiting: string[] = [];
  const flush = async () => {
    if (tabel && waiting.length > 0) await insertRows(tx, tabel, waiting);
    waiting = [];
  };
  for await (const regel of readRegels(bestand)) {
    if (regel.soort === "tabel") {
      await flush();
      tabel = tabellen.get(regel.tabel.tabel);
      if (!tabel) throw new Error(`there is no table ${regel.tabel.tabel}`);
    }
    if (regel.soort !== "rij") continue;
    waiting.push(regel.tekst);
    if (waiting.length >= CHUNK && !tabel?.verwijstNaarZichzelf) await flush();
  }
  await flush();
}

async function insertRows(
  tx: Transaction<Tables>,
  { naam, kolommen }: Tabel,
  rows: readonly string[],
): Promise<void> {
  const columns = sql.join(kolommen.map((kolom) => sql.ref(kolom)));
  await sql`insert into ${sql.table(naam)} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${sql.table(naam)}, ${`[${rows.join()}]`}::json)`.execute(
    tx,
  );
}

/** Numbers that the database gives out itself go on after the highest that came in. */
async function continueCounting(tx: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ tabel: string; kolom: string }>`
    select c.relname as tabel, a.attname as kolom
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attidentity <> '' and c.relnamespace = current_schema()::regnamespace`.execute(tx);
  for (const { tabel, kolom } of rows) {
    await sql`select setval(pg_get_serial_sequence(${tabel}, ${kolom}),
      (select coalesce(max(${sql.ref(kolom)}), 0) + 1 from ${sql.table(tabel)}), false)`.execute(
      tx,
    );
  }
}

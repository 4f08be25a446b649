import { type Kysely, sql, type Transaction } from "kysely";
import { basis } from "#storage/migrations/0001-basis.ts";
import { versies } from "#storage/migrations/0002-versies.ts";
import { stand } from "#storage/migrations/0003-stand.ts";
import { inleveringen } from "#storage/migrations/0004-inleveringen.ts";
import { ophalen } from "#storage/migrations/0005-ophalen.ts";
import { toegang } from "#storage/migrations/0006-toegang.ts";
import { afscherming } from "#storage/migrations/0007-afscherming.ts";
import type { Tables } from "#storage/schema.ts";
import { StorageError } from "#storage/storage-error.ts";
import { inTransaction } from "#storage/transaction.ts";
import { zorgVoorRol } from "#storage/zorg-voor-rol.ts";

/** A step forward; once it has run anywhere it is never edited, a next one follows. */
export const MIGRATIONS: readonly {
  readonly name: string;
  readonly statements: readonly string[];
}[] = [
  { name: "0001-basis", statements: basis },
  { name: "0002-versies", statements: versies },
  { name: "0003-stand", statements: stand },
  { name: "0004-inleveringen", statements: inleveringen },
  { name: "0005-ophalen", statements: ophalen },
  { name: "0006-toegang", statements: toegang },
  { name: "0007-afscherming", statements: afscherming },
];

const OLDEST_SERVER = 150_000;

// Any number will do, as long as every version takes the same one.
const LOCK = 28_040_193;

/**
 * Brings the tables up to date, all steps in one transaction.
 *
 * With `tot` no further than that step: to put an old backup back as it was.
 *
 * Safe where several servers start at once: they take turns, and the later ones find it done.
 *
 * @throws StorageError "database-te-oud", "database-van-nieuwer-programma", "rol-ontbreekt",
 *   "rol-te-ruim".
 */
export async function migrate(
  db: Kysely<Tables>,
  waar: string,
  onStart: () => void,
  tot?: string,
): Promise<void> {
  await assertServer(db, waar);
  await zorgVoorRol(db, waar);
  if ((await pending(db, tot)).length === 0) return;
  onStart();
  await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
    await sql`create table if not exists migratie (
      naam text primary key,
      uitgevoerd_op timestamptz not null default now()
    )`.execute(tx);
    for (const migration of await pending(tx, tot)) await run(tx, migration);
  });
}

/** The steps that this program knows and the database does not have yet; one that is ahead has none. */
export async function listAchterstand(db: Kysely<Tables>): Promise<readonly string[]> {
  const done = await listDone(db);
  return MIGRATIONS.flatMap(({ name }) => (done.includes(name) ? [] : [name]));
}

async function assertServer(db: Kysely<Tables>, waar: string): Promise<void> {
  const { rows } = await sql<{ nummer: number; versie: string }>`
    select current_setting('server_version_num')::int as nummer,
      current_setting('server_version') as versie`.execute(db);
  for (const { nummer, versie } of rows) {
    if (nummer < OLDEST_SERVER) throw new StorageError("database-te-oud", { waar, versie });
  }
}

async function pending(db: Kysely<Tables>, tot?: string): Promise<typeof MIGRATIONS> {
  const done = await listDone(db);
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const stappen = done.filter((name) => !known.has(name));
  if (stappen.length > 0) throw new StorageError("database-van-nieuwer-programma", { stappen });
  const last = MIGRATIONS.findIndex(({ name }) => name === tot);
  const wanted = tot === undefined ? MIGRATIONS : MIGRATIONS.slice(0, last + 1);
  return wanted.filter(({ name }) => !done.includes(name));
}

async function listDone(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ bestaat: boolean }>`
    select to_regclass('migratie') is not null as bestaat`.execute(db);
  if (!rows[0]?.bestaat) return [];
  const done = await db.selectFrom("migratie").select("naam").execute();
  return done.map(({ naam }) => naam);
}

async function run(tx: Transaction<Tables>, { name, statements }: (typeof MIGRATIONS)[number]) {
  for (const statement of statements) await sql.raw(statement).execute(tx);
  await tx.insertInto("migratie").values({ naam: name }).execute();
}

import { setTimeout } from "node:timers/promises";
import { type Kysely, sql, type Transaction } from "kysely";
import { basis } from "#storage/migrations/0001-basis.ts";
import { versies } from "#storage/migrations/0002-versies.ts";
import { stand } from "#storage/migrations/0003-stand.ts";
import { inleveringen } from "#storage/migrations/0004-inleveringen.ts";
import { ophalen } from "#storage/migrations/0005-ophalen.ts";
import { toegang } from "#storage/migrations/0006-toegang.ts";
import { afscherming } from "#storage/migrations/0007-afscherming.ts";
import { bedrijf } from "#storage/migrations/0008-bedrijf.ts";
import { eigendom } from "#storage/migrations/0010-eigendom.ts";
import { geschiedenis } from "#storage/migrations/0011-geschiedenis.ts";
import { herhaling } from "#storage/migrations/0012-herhaling.ts";
import { vaststelling } from "#storage/migrations/0013-vaststelling.ts";
import { aandacht } from "#storage/migrations/0014-aandacht.ts";
import { inzage } from "#storage/migrations/0015-inzage.ts";
import { gevolg } from "#storage/migrations/0016-gevolg.ts";
import { fondsen } from "#storage/migrations/0017-fondsen.ts";
import { personen } from "#storage/migrations/0021-personen.ts";
import { verbruik } from "#storage/migrations/0026-verbruik.ts";
import { aanwezig } from "#storage/migrations/0035-aanwezig.ts";
import { webhooks } from "#storage/migrations/0036-webhooks.ts";
import { inzageBewaren } from "#storage/migrations/0037-inzage-bewaren.ts";
import { eigen } from "#storage/migrations/0038-eigen.ts";
import { aanwezigOveral } from "#storage/migrations/0039-aanwezig-overal.ts";
import { gezet } from "#storage/migrations/0041-gezet.ts";
import { standOpenbaar } from "#storage/migrations/0042-stand-openbaar.ts";
import type { Tables } from "#storage/schema.ts";
import { StorageError } from "#storage/storage-error.ts";
import { inTransaction } from "#storage/transaction.ts";
import { zorgVoorEigenaar, zorgVoorRol } from "#storage/zorg-voor-rol.ts";

type Migration = { readonly name: string; readonly statements: readonly string[] };

/** A step forward; once it has run anywhere it is never edited, a next one follows. */
export const MIGRATIONS: readonly Migration[] = [
  { name: "0001-basis", statements: basis },
  { name: "0002-versies", statements: versies },
  { name: "0003-stand", statements: stand },
  { name: "0004-inleveringen", statements: inleveringen },
  { name: "0005-ophalen", statements: ophalen },
  { name: "0006-toegang", statements: toegang },
  { name: "0007-afscherming", statements: afscherming },
  { name: "0008-bedrijf", statements: bedrijf },
  { name: "0010-eigendom", statements: eigendom },
  { name: "0011-geschiedenis", statements: geschiedenis },
  { name: "0012-herhaling", statements: herhaling },
  { name: "0013-vaststelling", statements: vaststelling },
  { name: "0014-aandacht", statements: aandacht },
  { name: "0015-inzage", statements: inzage },
  { name: "0016-gevolg", statements: gevolg },
  { name: "0017-fondsen", statements: fondsen },
  { name: "0021-personen", statements: personen },
  { name: "0026-verbruik", statements: verbruik },
  { name: "0035-aanwezig", statements: aanwezig },
  { name: "0036-webhooks", statements: webhooks },
  { name: "0037-inzage-bewaren", statements: inzageBewaren },
  { name: "0038-eigen", statements: eigen },
  { name: "0039-aanwezig-overal", statements: aanwezigOveral },
  { name: "0041-gezet", statements: gezet },
  { name: "0042-stand-openbaar", statements: standOpenbaar },
];

const OLDEST_SERVER = 150_000;

// Any number will do, as long as every version takes the same one.
const LOCK = 28_040_193;

/** How long a step waits for a table, and how long it leaves others alone then; milliseconds. */
type Geduld = { readonly wacht: number; readonly rust: number };

const GEDULD: Geduld = { wacht: 2_000, rust: 1_000 };
const MOST_ATTEMPTS = 60;

type Opties = {
  /** No further than this step: to put an old backup back as it was. */
  readonly tot?: string | undefined;
  /** Only for tests. */
  readonly stappen?: readonly Migration[];
  readonly geduld?: Geduld;
};

/**
 * Brings the tables up to date, all steps in one transaction.
 *
 * Safe where several servers start at once: they take turns, and the later ones find it done. Safe
 * while others work: it waits shortly for a table and then tries again, because everybody who comes
 * after it would wait too.
 *
 * @throws StorageError "database-te-oud", "database-van-nieuwer-programma", "rol-ontbreekt",
 *   "rol-te-ruim".
 */
export async function migrate(
  db: Kysely<Tables>,
  waar: string,
  onStart: () => void,
  { tot, stappen = MIGRATIONS, geduld = GEDULD }: Opties = {},
): Promise<void> {
  await assertServer(db, waar);
  await inTransaction(db, async (tx) => {
    await takeTurn(tx);
    await zorgVoorRol(tx, waar);
    await zorgVoorEigenaar(tx);
  });
  if ((await pending(db, stappen, tot)).length === 0) return;
  onStart();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runAll(db, stappen, tot, geduld.wacht);
    } catch (error) {
      if (!isTakenTable(error) || attempt === MOST_ATTEMPTS) throw error;
      await setTimeout(geduld.rust);
    }
  }
}

async function runAll(
  db: Kysely<Tables>,
  stappen: readonly Migration[],
  tot: string | undefined,
  wacht: number,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await takeTurn(tx);
    await sql`select set_config('lock_timeout', ${`${wacht}ms`}, true)`.execute(tx);
    await sql`create table if not exists migratie (
      naam text primary key,
      uitgevoerd_op timestamptz not null default now()
    )`.execute(tx);
    for (const migration of await pending(tx, stappen, tot)) await run(tx, migration);
  });
}

/** Until the transaction ends no other server changes anything of this. */
async function takeTurn(tx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
}

/** PostgreSQL says so where a lock did not come in time. */
function isTakenTable(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "55P03";
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

async function pending(
  db: Kysely<Tables>,
  stappen: readonly Migration[],
  tot?: string,
): Promise<readonly Migration[]> {
  const done = await listDone(db);
  const known = new Set(stappen.map(({ name }) => name));
  const newer = done.filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new StorageError("database-van-nieuwer-programma", { stappen: newer });
  }
  const last = stappen.findIndex(({ name }) => name === tot);
  const wanted = tot === undefined ? stappen : stappen.slice(0, last + 1);
  return wanted.filter(({ name }) => !done.includes(name));
}

async function listDone(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ bestaat: boolean }>`
    select to_regclass('migratie') is not null as bestaat`.execute(db);
  if (!rows[0]?.bestaat) return [];
  const done = await db.selectFrom("migratie").select("naam").execute();
  return done.map(({ naam }) => naam);
}

async function run(tx: Transaction<Tables>, { name, statements }: Migration) {
  for (const statement of statements) await sql.raw(statement).execute(tx);
  await tx.insertInto("migratie").values({ naam: name }).execute();
}

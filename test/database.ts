import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Kysely, PostgresPool, Transaction } from "kysely";
import { afterAll, beforeAll, describe } from "vitest";
import { createKysely } from "#storage/kysely.ts";
import { migrate } from "#storage/migrate.ts";
import { openPglitePool, type PglitePool } from "#storage/pglite-pool.ts";
import { splitPool } from "#storage/rol.ts";
import type { Tables } from "#storage/schema.ts";
import { createServerPool } from "#storage/server-pool.ts";
import { inTransaction } from "#storage/transaction.ts";
import { createDatabase, NO_POSTGRES, postgresUrl } from "#test/postgres.ts";

/** An empty, up-to-date database for the tests of one file. */
export type TestDatabase = {
  /** As the product has it, in the role of the app. Only while a test runs. */
  readonly db: () => Kysely<Tables>;
  /** As the owner of the tables, past every policy: to plant, to damage, and to look. */
  readonly eigenaar: () => Kysely<Tables>;
  /** A test in a transaction that is rolled back, so that no test sees another's rows. */
  readonly alone: (test: (tx: Transaction<Tables>) => Promise<void>) => () => Promise<void>;
  /** The same as the owner of the tables. */
  readonly aloneAsOwner: TestDatabase["alone"];
};

type Drop = () => Promise<void>;
type Opened = { readonly pool: PostgresPool; readonly drop: Drop };

/**
 * Runs the same tests on the embedded database and on a real PostgreSQL.
 *
 * One database per file and kind. Where there is no PostgreSQL, its half is skipped and says why.
 */
export function describeDatabases(title: string, tests: (database: TestDatabase) => void): void {
  describe(`${title} (PGlite)`, () => tests(useDatabase(openEmbedded)));
  const reason = postgresUrl ? "" : `: ${NO_POSTGRES}`;
  describe.skipIf(!postgresUrl)(`${title} (PostgreSQL)${reason}`, () =>
    tests(useDatabase(() => openServer(postgresUrl ?? ""))),
  );
}

/** The same, for what needs the connections themselves; without the tables of Woonregie. */
export function describePools(title: string, tests: (pool: () => PostgresPool) => void): void {
  describe(`${title} (PGlite)`, () => tests(usePool(openEmbedded)));
  const reason = postgresUrl ? "" : `: ${NO_POSTGRES}`;
  describe.skipIf(!postgresUrl)(`${title} (PostgreSQL)${reason}`, () =>
    tests(usePool(() => openServer(postgresUrl ?? ""))),
  );
}

function usePool(open: () => Promise<Opened>): () => PostgresPool {
  let current: Opened | undefined;
  beforeAll(async () => {
    current = await open();
  });
  afterAll(async () => {
    await current?.pool.end();
    await current?.drop();
  });
  return () => {
    if (!current) throw new Error("the database is only there while a test runs");
    return current.pool;
  };
}

function useDatabase(open: () => Promise<Opened>): TestDatabase {
  let current:
    | { readonly db: Kysely<Tables>; readonly eigenaar: Kysely<Tables>; readonly drop: Drop }
    | undefined;
  beforeAll(async () => {
    const { pool, drop } = await open();
    const { app, eigenaar } = splitPool(pool);
    current = { db: createKysely(app), eigenaar: createKysely(eigenaar), drop };
    await migrate(current.eigenaar, "van de tests", () => {});
  });
  afterAll(async () => {
    await current?.eigenaar.destroy();
    await current?.drop();
  });

  const opened = () => {
    if (!current) throw new Error("the database is only there while a test runs");
    return current;
  };
  const db = () => opened().db;
  return {
    db,
    eigenaar: () => opened().eigenaar,
    alone: (test) => () => rolledBack(db(), test),
    aloneAsOwner: (test) => () => rolledBack(opened().eigenaar, test),
  };
}

const ROLLBACK = Symbol("rollback");

async function rolledBack(
  db: Kysely<Tables>,
  test: (tx: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await test(tx);
    throw ROLLBACK;
  }).catch((thrown: unknown) => {
    if (thrown !== ROLLBACK) throw thrown;
  });
}

async function openServer(serverUrl: string): Promise<Opened> {
  const { url, drop } = await createDatabase(serverUrl);
  return { pool: createServerPool(url), drop };
}

async function openEmbedded(): Promise<Opened> {
  return { pool: await openFreshPglite(), drop: async () => {} };
}

/** An empty embedded database in memory, without tables. */
export async function openFreshPglite(): Promise<PglitePool> {
  return openPglitePool({ template: await emptyPglite() });
}

/** Makes the same in a folder that is not there yet: sooner than the product makes it. */
export async function fillPgliteFolder(dataDir: string): Promise<void> {
  const pool = await openPglitePool({ dataDir, template: await emptyPglite() });
  await pool.end();
}

/** Making an empty one takes seconds, starting from a finished one less than one. */
async function emptyPglite(): Promise<Blob> {
  const root = join(import.meta.dirname, "..");
  const installed = join(root, "node_modules/@electric-sql/pglite/package.json");
  const { version } = JSON.parse(await readFile(installed, "utf8"));
  const path = join(root, `node_modules/.cache/woonregie/pglite-${version}.tar`);
  const bytes = await readFile(path).catch(() => makeTemplate(path));
  return new Blob([new Uint8Array(bytes)]);
}

async function makeTemplate(path: string): Promise<Buffer> {
  const pool = await openPglitePool();
  const bytes = Buffer.from(await (await pool.dump()).arrayBuffer());
  await pool.end();
  const draft = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, bytes);
  await rename(draft, path);
  return bytes;
}

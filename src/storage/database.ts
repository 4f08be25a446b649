import { existsSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Kysely, PostgresPool } from "kysely";
import type { Bereik } from "#storage/bereik.ts";
import { type FolderLock, lockFolder } from "#storage/lock.ts";
import type { Tables } from "#storage/schema.ts";
import { causeOf, StorageError } from "#storage/storage-error.ts";
import { TEKEN, toTeken } from "#storage/teken.ts";

/** Where the figures, documents and frozen outcomes are kept. */
export type DatabasePlace =
  | { readonly url: string }
  | {
      readonly varFolder: string;
      /** Who asks, as the user knows it: `woonregie start`. */
      readonly what: string;
    };

/** An open database; `close` gives the folder free. */
export type Database = {
  /** In the role of the app, as whoever asks: for every request and every job. */
  readonly db: Kysely<Tables>;
  /** As the owner of the tables: to back up and restore, to read in what ships, to look over all. */
  readonly eigenaar: Kysely<Tables>;
  readonly kind: "pglite" | "postgres";
  /** Connections as the owner, for what brings its own tables and statements: the queue of tasks. */
  readonly pool: PostgresPool;
  readonly close: () => Promise<void>;
};

/** The same, for a server: with whether it can be reached. */
export type WatchedDatabase = Database & { readonly bereik: Bereik };

/** What opening is busy with: making takes seconds, the others are short. */
export type OpenStep = "aanmaken" | "openen" | "bijwerken";

type OpenOptions = {
  readonly onProgress?: (step: OpenStep) => void;
  /** The last step that makes or changes tables; all of them where it is absent. */
  readonly tot?: string;
};

/** `DATABASE_URL` names a PostgreSQL server; else a folder, `WOONREGIE_VAR` or `./var`. */
export function databasePlace(
  env: Readonly<Record<string, string | undefined>>,
  what: string,
): DatabasePlace {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL };
  return { varFolder: env.WOONREGIE_VAR || "var", what };
}

/**
 * Opens the database, and makes it and brings it up to date where needed.
 *
 * The embedded one is for one process: its folder is claimed until `close` or until the process
 * ends. Packages are loaded only here, so that importing this file costs nothing.
 *
 * @throws StorageError "map-in-gebruik", "map-onbruikbaar", "database-gaat-niet-open",
 *   "database-te-oud", "database-van-nieuwer-programma", "rol-ontbreekt", "rol-te-ruim".
 */
export function openDatabase(
  place: DatabasePlace,
  options: OpenOptions = {},
): Promise<WatchedDatabase> {
  return "url" in place ? openServer(place.url, options) : openFolder(place, options);
}

function openServer(url: string, options: OpenOptions): Promise<WatchedDatabase> {
  options.onProgress?.("openen");
  const pool = import("#storage/server-pool.ts").then((file) => file.createServerPool(url));
  const finish = async () => {};
  return prepare({ pool, kind: "postgres", waar: withoutPassword(url), finish }, options);
}

async function openFolder(
  { varFolder, what }: { readonly varFolder: string; readonly what: string },
  options: OpenOptions,
): Promise<WatchedDatabase> {
  const lock = lockFolder(varFolder, what);
  try {
    return await openLocked(resolve(varFolder), lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openLocked(
  folder: string,
  lock: FolderLock,
  options: OpenOptions,
): Promise<WatchedDatabase> {
  const dataDir = join(folder, "database");
  const unfinished = join(folder, "database.onaf");
  // Stopped while it was made: it never held anything, and does not open any more.
  if (existsSync(unfinished)) await rm(dataDir, { recursive: true, force: true });
  const isNew = !existsSync(dataDir);
  if (isNew) await writeFile(unfinished, "De database wordt aangemaakt.\n");
  options.onProgress?.(isNew ? "aanmaken" : "openen");

  const pool = openEmbedded(dataDir);
  const finish = async () => lock.release();
  const database = await prepare({ pool, kind: "pglite", waar: dataDir, finish }, options);
  if (isNew) await rm(unfinished);
  return database;
}

async function openEmbedded(dataDir: string): Promise<PostgresPool> {
  await mkdir(dataDir, { recursive: true });
  await keepFromOthers(dataDir);
  const { openPglitePool } = await import("#storage/pglite-pool.ts");
  return openPglitePool({ dataDir });
}

/**
 * Lets no other user of this computer into the folder: the files in it can be read, and even
 * written, by everybody who comes that far.
 */
async function keepFromOthers(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch((error: NodeJS.ErrnoException) => {
    // Of a folder that is lent to us its owner says who comes in.
    if (error.code !== "EPERM") throw error;
  });
}

type Opening = {
  readonly pool: Promise<PostgresPool & { readonly bereik?: Bereik }>;
  readonly kind: Database["kind"];
  readonly waar: string;
  readonly finish: () => Promise<void>;
};

async function prepare(opening: Opening, options: OpenOptions): Promise<WatchedDatabase> {
  const { kind, waar, finish } = opening;
  let close = finish;
  try {
    // The query builder loads while the database opens.
    const [pool, { createKysely }, { migrate }, { splitPool }] = await Promise.all([
      opening.pool,
      import("#storage/kysely.ts"),
      import("#storage/migrate.ts"),
      import("#storage/rol.ts"),
    ]);
    const rollen = splitPool(pool);
    const [db, eigenaar] = [createKysely(rollen.app), createKysely(rollen.eigenaar)];
    close = () => eigenaar.destroy().finally(finish);
    const { tot } = options;
    await migrate(eigenaar, waar, () => options.onProgress?.("bijwerken"), { tot });
    const bereik = pool.bereik ?? reachOf(pool);
    return { db, eigenaar, kind, pool: rollen.eigenaar, bereik, close };
  } catch (error) {
    await close();
    if (error instanceof StorageError) throw error;
    const details = { waar, oorzaak: causeOf(error) };
    throw new StorageError("database-gaat-niet-open", details, { cause: error });
  }
}

/** In this process itself: it is there as long as the process is. */
function reachOf(pool: PostgresPool): Bereik {
  const vraagTeken = async () => {
    const client = await pool.connect();
    try {
      return toTeken((await client.query(TEKEN, [])).rows);
    } finally {
      client.release();
    }
  };
  return { vraagTeken, meldWeg: () => {}, verbindingen: () => ({ open: 1, vrij: 0, wachtend: 0 }) };
}

/** The database and its server, fit to be shown: without user or password. */
function withoutPassword(text: string): string {
  if (!URL.canParse(text)) return "van DATABASE_URL";
  const url = new URL(text);
  return `${url.pathname.slice(1)} op ${url.host || url.searchParams.get("host") || "localhost"}`;
}

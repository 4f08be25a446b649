import { PGlite } from "@electric-sql/pglite";
import type { PostgresPoolClient, PostgresQueryResult } from "kysely";
import { TEXT_TYPES } from "#storage/column-types.ts";
import { StorageError } from "#storage/storage-error.ts";

/** One checkout of the embedded database. After `release` it answers no more. */
type PgliteClient = PostgresPoolClient & {
  /** Several statements at once, without parameters. */
  readonly exec: (text: string) => Promise<void>;
  /** The one connection that every checkout is of. */
  readonly verbinding: object;
};

/** The embedded database in the shape of a pool. */
export type PglitePool = {
  readonly connect: () => Promise<PgliteClient>;
  /** Checks out, runs and releases. */
  readonly query: Query;
  readonly exec: PgliteClient["exec"];
  /** The whole database as one file, to start another one from. */
  readonly dump: () => Promise<Blob>;
  readonly end: () => Promise<void>;
};

type Query = <R>(text: string, parameters?: readonly unknown[]) => Promise<PostgresQueryResult<R>>;

const WAIT_SECONDS = 60;

const keep = (text: string) => text;

/**
 * Opens the embedded database: in a folder, or in memory where none is named.
 *
 * It has one connection, and a query beside an open transaction would run inside it. So
 * checkouts queue up, and nothing reaches the database but through one. A checkout that is
 * released with its transaction open is rolled back first. Whoever waits a minute is refused.
 *
 * The only file that may import PGlite. Does not make parent folders.
 */
export async function openPglitePool(
  source: { readonly dataDir?: string; readonly template?: Blob } = {},
): Promise<PglitePool> {
  const parsers = Object.fromEntries(TEXT_TYPES.map((type) => [type, keep]));
  const { dataDir, template } = source;
  const database = await PGlite.create({
    parsers,
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(template === undefined ? {} : { loadDataDir: template }),
  });
  return createPool(database);
}

function createPool(database: PGlite): PglitePool {
  let tail: Promise<void> = Promise.resolve();

  async function connect(): Promise<PgliteClient> {
    const before = tail;
    let free = () => {};
    const turn = new Promise<void>((resolve) => {
      free = resolve;
    });
    tail = before.then(() => turn);
    await withDeadline(before, free);
    return checkout(database, free);
  }

  async function during<T>(work: (client: PgliteClient) => Promise<T>): Promise<T> {
    const client = await connect();
    return work(client).finally(client.release);
  }

  return {
    connect,
    query: (text, parameters) => during((client) => client.query(text, parameters ?? [])),
    exec: (text) => during((client) => client.exec(text)),
    dump: () => during(() => database.dumpDataDir("none")),
    end: () => tail.then(() => database.close()),
  };
}

// One that gives up still leaves the queue in order: its turn passes at once.
async function withDeadline(turn: Promise<void>, giveUp: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new StorageError("verbinding-komt-niet-vrij", { seconden: WAIT_SECONDS });
    timer = setTimeout(() => reject(error), WAIT_SECONDS * 1000);
  });
  try {
    await Promise.race([turn, late]);
  } catch (error) {
    giveUp();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function checkout(database: PGlite, free: () => void): PgliteClient {
  let released = false;
  let inTransaction = false;

  function assertHeld(text: string): void {
    if (released) throw new Error(`the connection was released before: ${text}`);
  }

  async function query<R>(
    text: string,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> {
    assertHeld(text);
    inTransaction = leavesTransactionOpen(text, inTransaction);
    const { rows, affectedRows = 0 } = await database.query<R>(text, [...parameters]);
    return { command: commandOf(text), rows, rowCount: affectedRows || rows.length };
  }

  async function exec(text: string): Promise<void> {
    assertHeld(text);
    // It may hold a begin anywhere; a rollback too many does no harm.
    inTransaction = true;
    await database.exec(text);
  }

  function release(): void {
    if (released) return;
    released = true;
    if (inTransaction) void database.exec("rollback").then(free, free);
    else free();
  }

  return { query: query as PgliteClient["query"], exec, release, verbinding: database };
}

function leavesTransactionOpen(text: string, before: boolean): boolean {
  if (/^\s*(begin|start\s+transaction)\b/i.test(text)) return true;
  if (/^\s*(commit|end|abort|rollback(?!\s+to\b))\b/i.test(text)) return false;
  return before;
}

type Command = PostgresQueryResult<unknown>["command"];

function commandOf(text: string): Command {
  const word = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase();
  return (word ?? "SELECT") as Command;
}

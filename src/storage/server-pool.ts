import type { PostgresPool } from "kysely";
import pg from "pg";
import type { Bereik } from "#storage/bereik.ts";
import { TEXT_TYPES } from "#storage/column-types.ts";
import { StorageError } from "#storage/storage-error.ts";
import { TEKEN, toTeken } from "#storage/teken.ts";

const WAIT_MS = 60_000;
/** Silence that long on a connection that only asks for a sign means that nobody is there. */
const SIGN_MS = 5_000;

/** The connections to a PostgreSQL server, and whether it can be reached. */
type Serverpool = PostgresPool & { readonly bereik: Bereik };

/**
 * A pool on a PostgreSQL server; connects when first asked.
 *
 * Once it is told that the server is away, nobody waits for a connection: each is refused at once.
 * When it is back all connections are new, because an old one may be dead and not know it.
 */
export function createServerPool(connectionString: string): Serverpool {
  const make = () => createPool({ connectionString, connectionTimeoutMillis: WAIT_MS });
  // The sign has a connection of its own: that all others are busy is not the same as away.
  const signs = createPool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: SIGN_MS,
    query_timeout: SIGN_MS,
  });
  let current = make();
  let away = false;
  let ended = false;

  const connect = async () => {
    if (away && !ended) throw new StorageError("database-weg", {});
    return current.connect();
  };
  const end = async () => {
    ended = true;
    await Promise.all([current.end(), signs.end()]);
  };
  const meldWeg = (now: boolean) => {
    if (away && !now && !ended) {
      const old = current;
      current = make();
      old.end().catch(() => {});
    }
    away = now;
  };
  const vraagTeken = async () => toTeken((await signs.query(TEKEN)).rows);
  const verbindingen = () => ({
    open: current.totalCount,
    vrij: current.idleCount,
    wachtend: current.waitingCount,
  });
  return { connect, end, bereik: { vraagTeken, meldWeg, verbindingen } };
}

function createPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, keepAlive: true, types: { getTypeParser } });
  // An idle connection that the server ends is replaced; without a listener Node would stop.
  pool.on("error", () => {});
  // The pool listens only while a connection is idle. One that is in somebody's hands and is ended
  // between two statements would stop Node; that statement, or the next, fails by itself.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: "text" | "binary") =>
  TEXT_TYPES.includes(type) ? keep : pg.types.getTypeParser(type, format as "text");

const keep = (text: string) => text;

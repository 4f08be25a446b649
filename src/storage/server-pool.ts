import type { PostgresPool } from "kysely";
import pg from "pg";
import { TEXT_TYPES } from "#storage/column-types.ts";

const WAIT_MS = 60_000;

/** A pool on a PostgreSQL server; connects when first asked. */
export function createServerPool(connectionString: string): PostgresPool {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: WAIT_MS,
    types: { getTypeParser },
  });
  // An idle connection that the server ends is replaced; without a listener Node would stop.
  pool.on("error", () => {});
  return pool;
}

const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: "text" | "binary") =>
  TEXT_TYPES.includes(type) ? keep : pg.types.getTypeParser(type, format as "text");

const keep = (text: string) => text;

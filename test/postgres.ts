import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** What a skipped database test says to whoever reads the outcome. */
export const NO_POSTGRES =
  "Geen PostgreSQL gevonden: installeer het, of zet DATABASE_URL_TEST op een lege testserver.";

/** The test server of this run; undefined where there is none (only in integration tests). */
export const postgresUrl: string | undefined = inject("postgresUrl");

/** A new, empty database on a server; `drop` ends its connections and removes it. */
export async function createDatabase(
  serverUrl: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await run(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(serverUrl, `drop database ${name} with (force)`) };
}

async function run(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

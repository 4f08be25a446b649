import type { Kysely, PostgresPoolClient } from "kysely";
import { createKysely } from "#storage/kysely.ts";
import type { Tables } from "#storage/schema.ts";

/** A database that answers each statement with the rows that it is given, or throws. */
export function databaseThatAnswers(answer: (text: string) => readonly object[]): Kysely<Tables> {
  const query = async (text: string) => {
    const rows = answer(text);
    return { command: "SELECT", rows, rowCount: rows.length };
  };
  const client = { query, release: () => {} } as unknown as PostgresPoolClient;
  return createKysely({ connect: async () => client, end: async () => {} });
}

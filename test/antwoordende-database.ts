import { Kysely, PostgresDialect, type PostgresPoolClient } from "kysely";
import type { Tables } from "#storage/schema.ts";

/** A database that answers each statement with the rows that it is given, or throws. */
export function databaseThatAnswers(answer: (text: string) => readonly object[]): Kysely<Tables> {
  const query = async (text: string) => {
    const rows = answer(text);
    return { command: "SELECT", rows, rowCount: rows.length };
  };
  const client = { query, release: () => {} } as unknown as PostgresPoolClient;
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: async () => client, end: async () => {} } }),
  });
}

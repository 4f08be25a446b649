import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import { noteGevraagd } from "#storage/gevraagd.ts";
import type { Tables } from "#storage/schema.ts";
import { refuseInsideTransaction } from "#storage/transaction.ts";

/** The one way to the database, over either pool. `destroy` ends the pool. */
export function createKysely(pool: PostgresPool): Kysely<Tables> {
  const guarded: PostgresPool = {
    connect: async () => {
      refuseInsideTransaction();
      noteGevraagd();
      return pool.connect();
    },
    end: () => pool.end(),
  };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: guarded }) });
}

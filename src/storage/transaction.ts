import { AsyncLocalStorage } from "node:async_hooks";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "#storage/schema.ts";
import { StorageError } from "#storage/storage-error.ts";

/** The database, or a transaction that is open on it. */
export type Connection = Kysely<Tables> | Transaction<Tables>;

const scopes = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Does work in one transaction: all of it stands, or where it throws nothing.
 *
 * Joins the transaction it is given. Inside, only `tx` may be used: asking the database for
 * another connection would wait for ever on the embedded one, and is refused on both.
 */
export function inTransaction<T>(
  db: Connection,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>);
  return db.transaction().execute((tx) => {
    const scope = { open: true };
    return scopes
      .run(scope, () => work(tx))
      .finally(() => {
        scope.open = false;
      });
  });
}

/** @throws StorageError "tweede-verbinding-in-transactie" where the caller is inside one. */
export function refuseInsideTransaction(): void {
  if (scopes.getStore()?.open) throw new StorageError("tweede-verbinding-in-transactie", {});
}

import { AsyncLocalStorage } from "node:async_hooks";
import type { Transaction } from "kysely";
import { OPENBAAR, type Wie } from "#domain/toegang.ts";
import type { Tables } from "#storage/schema.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";

const asking = new AsyncLocalStorage<Wie>();

/**
 * Does work as somebody: every connection that is taken inside asks the database as `wie`.
 *
 * The database then shows and takes what this person may see and change, and nothing else,
 * whatever the statement says. Outside of it the public asks.
 */
export function alsWie<T>(wie: Wie, work: () => T): T {
  return asking.run(wie, work);
}

/** The same in one transaction: all of it stands, or where it throws nothing. */
export function asWie<T>(
  db: Connection,
  wie: Wie,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  // A transaction that is open already asks as whoever began it.
  if (db.isTransaction) throw new Error("who asks is settled before a transaction begins");
  return alsWie(wie, () => inTransaction(db, work));
}

/** Who asks here; the public where nobody said. */
export function wieVraagt(): Wie {
  return asking.getStore() ?? OPENBAAR;
}

import { sql, type Transaction } from "kysely";
import type { Tables } from "#storage/schema.ts";

/**
 * Waits until no other server does this work, and holds it until the transaction ends.
 *
 * For work that several servers on one database would otherwise do at once.
 */
export async function takeTurn(tx: Transaction<Tables>, work: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${work}))`.execute(tx);
}

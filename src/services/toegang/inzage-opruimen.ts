import { addDuur, type Duur } from "#domain/peildatum.ts";
import { type Opgeruimd, removeInzagen } from "#storage/inzage.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { dagVan } from "./toegang.ts";

/**
 * Takes away the lines of the access log that are older than they are kept, as the owner of the
 * tables; undefined where there were none. The day itself on which the time is over still stays.
 */
export function ruimInzageOp(
  db: Connection,
  bewaren: Duur,
  nu: Date,
): Promise<Opgeruimd | undefined> {
  const first = addDuur(dagVan(nu), { ...bewaren, aantal: -bewaren.aantal });
  return removeInzagen(db, addDuur(first, { aantal: -1, maat: "dagen" }));
}

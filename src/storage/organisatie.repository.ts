import type { Organisatie } from "#domain/toegang.ts";
import { toOrganisatie } from "#storage/mandaat.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** Adds a body; a second time with the same id, or for the same area, changes nothing. */
export async function insertOrganisatie(db: Connection, organisatie: Organisatie): Promise<void> {
  await db
    .insertInto("organisatie")
    .values({ gebied: null, tot: null, ...organisatie })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** All bodies on this installation, by name. */
export async function listOrganisaties(db: Connection): Promise<readonly Organisatie[]> {
  const rows = await db
    .selectFrom("organisatie")
    .selectAll()
    .orderBy("naam")
    .orderBy("id")
    .execute();
  return rows.map(toOrganisatie);
}

/** A body by its id. */
export async function findOrganisatie(
  db: Connection,
  id: string,
): Promise<Organisatie | undefined> {
  const row = await db
    .selectFrom("organisatie")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toOrganisatie(row);
}

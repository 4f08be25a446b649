import { type Selectable, sql } from "kysely";
import type { LeveringTable, WaarnemingTable } from "#storage/schema.ts";
import type { Connection } from "#storage/transaction.ts";

/** A levering with its figures, as the database keeps them: put back, it is the same to the letter. */
export type BewaardeInhoud = {
  readonly levering: Omit<Selectable<LeveringTable>, "ingelezen_op">;
  readonly rijen: readonly WaarnemingTable[];
};

/** Undefined where there is no levering with this id. */
export async function readLevering(
  db: Connection,
  id: string,
): Promise<BewaardeInhoud | undefined> {
  const found = await db.selectFrom("levering").selectAll().where("id", "=", id).executeTakeFirst();
  if (!found) return undefined;
  const { ingelezen_op: _, ...levering } = found;
  const rijen = await db.selectFrom("waarneming").selectAll().where("levering", "=", id).execute();
  return { levering, rijen };
}

/** Puts a levering back as it was, in place of the one with the same id. */
export async function restoreLevering(
  db: Connection,
  { levering, rijen }: BewaardeInhoud,
): Promise<void> {
  await removeLevering(db, levering.id);
  await db.insertInto("levering").values(levering).execute();
  await sql`insert into waarneming
    select * from json_populate_recordset(null::waarneming, ${JSON.stringify(rijen)})`.execute(db);
}

export async function removeLevering(db: Connection, id: string): Promise<void> {
  await db.deleteFrom("levering").where("id", "=", id).execute();
}

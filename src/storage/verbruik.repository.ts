import { sql } from "kysely";
import type { Connection } from "#storage/transaction.ts";

/** A part of what may still be asked is given at a time, so that not every request asks the database. */
const DEEL = 20;

/** What may be asked in a minute, by the name of who asks. */
export type Minuutdeel = {
  readonly sleutel: string;
  readonly minuut: number;
  readonly grens: number;
};

/**
 * Gives a server leave to let a number of requests through: a twentieth of what is left, at least
 * one; 0 where nothing is left. Over all servers no more is given than the limit.
 */
export async function neemDeel(
  db: Connection,
  { sleutel, minuut, grens }: Minuutdeel,
): Promise<number> {
  const { rows } = await sql<{ laatst: number }>`
    insert into verbruik as v (sleutel, minuut, gegeven, laatst)
    values (${sleutel}, ${minuut}, ${eerste(grens)}::int, ${eerste(grens)}::int)
    on conflict (minuut, sleutel) do update set
      laatst = least(greatest(${grens}::int - v.gegeven, 0),
        greatest(1, (${grens}::int - v.gegeven) / ${DEEL}::int)),
      gegeven = v.gegeven + least(greatest(${grens}::int - v.gegeven, 0),
        greatest(1, (${grens}::int - v.gegeven) / ${DEEL}::int))
    returning laatst`.execute(db);
  return rows[0]?.laatst ?? 0;
}

const eerste = (grens: number) => Math.min(grens, Math.max(1, Math.floor(grens / DEEL)));

/** Removes what was of minutes before this one. */
export async function removeVerbruik(db: Connection, minuut: number): Promise<void> {
  await db.deleteFrom("verbruik").where("minuut", "<", `${minuut}`).execute();
}

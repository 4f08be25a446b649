import type { Connection } from "#storage/transaction.ts";

/** The number that moves whenever a figure or a document does; only equal or not means something. */
export async function readStand(db: Connection): Promise<string> {
  const { nummer } = await db.selectFrom("stand").select("nummer").executeTakeFirstOrThrow();
  return `${nummer}`;
}

/** Moves the number, for who changed something that stands outside the database: borders on disk. */
export async function moveStand(db: Connection): Promise<void> {
  await db
    .updateTable("stand")
    .set((eb) => ({ nummer: eb("nummer", "+", "1") }))
    .execute();
}

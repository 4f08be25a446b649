import { type Connection, inTransaction } from "#storage/transaction.ts";

/** Lets a circle see a version; a second time changes nothing. `met` is the link that shares. */
export async function shareVersie(
  db: Connection,
  { versie, kring, met }: { readonly versie: string; readonly kring: string; readonly met: string },
): Promise<void> {
  await db
    .insertInto("rekenversie_kring")
    .values({ versie, kring, gedeeld_met: met })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which circles may see each version of a reeks. */
export async function listGedeeld(
  db: Connection,
  reeks: string,
): Promise<readonly { readonly versie: string; readonly kring: string }[]> {
  return db
    .selectFrom("rekenversie_kring")
    .innerJoin("rekenversie", "rekenversie.id", "rekenversie_kring.versie")
    .select(["versie", "rekenversie_kring.kring"])
    .where("reeks", "=", reeks)
    .orderBy("nummer")
    .orderBy("kring")
    .execute();
}

/**
 * Removes all that a version holds; that it was made, and by which link it went, stays.
 *
 * Tells whether there was still something to remove.
 */
export function removeInhoud(
  db: Connection,
  id: string,
  weg: { readonly op: Date; readonly met?: string },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const marked = await tx
      .updateTable("rekenversie")
      .set({
        weg_op: weg.op,
        weg_met: weg.met ?? null,
        weg_reden: weg.met === undefined ? "vervallen" : "weggegooid",
      })
      .where("id", "=", id)
      .where("weg_op", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!marked) return false;
    await tx.deleteFrom("rekenversie_inhoud").where("versie", "=", id).execute();
    await tx.deleteFrom("versiegebeurtenis").where("versie", "=", id).execute();
    return true;
  });
}

/** Removes the content of every version whose time is over; how many. */
export async function removeVervallen(db: Connection, nu: Date): Promise<number> {
  const rows = await db
    .selectFrom("rekenversie")
    .select("id")
    .where("vervalt_op", "<=", nu)
    .where("weg_op", "is", null)
    // What was adopted stays.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("vaststelling")
            .select("vaststelling.id")
            .whereRef("vaststelling.versie", "=", "rekenversie.id"),
        ),
      ),
    )
    .execute();
  let removed = 0;
  for (const { id } of rows) if (await removeInhoud(db, id, { op: nu })) removed += 1;
  return removed;
}

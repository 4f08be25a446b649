import type { Koppeling } from "#domain/inlevering.ts";
import type { Connection } from "#storage/transaction.ts";

/** Whose sheet with which head a koppeling is for. */
export type Koppelsleutel = { readonly afzenderSleutel: string; readonly handtekening: string };

/** How this sender had a sheet with this head read the last time; undefined where it never did. */
export async function findKoppeling(
  db: Connection,
  { afzenderSleutel, handtekening }: Koppelsleutel,
): Promise<Koppeling | undefined> {
  const row = await db
    .selectFrom("koppelgeheugen")
    .select("koppeling")
    .where("afzender_sleutel", "=", afzenderSleutel)
    .where("handtekening", "=", handtekening)
    .executeTakeFirst();
  return row && JSON.parse(row.koppeling);
}

/** Remembers how a sheet is read, in place of how it was before. */
export async function rememberKoppeling(
  db: Connection,
  { afzenderSleutel, handtekening }: Koppelsleutel,
  koppeling: Koppeling,
): Promise<void> {
  const text = JSON.stringify(koppeling);
  await db
    .insertInto("koppelgeheugen")
    .values({ afzender_sleutel: afzenderSleutel, handtekening, koppeling: text })
    .onConflict((conflict) =>
      conflict
        .columns(["organisatie", "afzender_sleutel", "handtekening"])
        .doUpdateSet({ koppeling: text, bewaard_op: new Date() }),
    )
    .execute();
}

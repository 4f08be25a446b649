import type { Connection } from "#storage/transaction.ts";

/** A request by the sha256 of its key and of all that it asks. */
export type Herhaalsleutel = { readonly sleutel: string; readonly verzoek: string };

/** What is known of a key; a request that is `bezig` has no answer yet, or was broken off. */
export type Herhaling =
  | { readonly soort: "nieuw" }
  | { readonly soort: "andere-vraag" }
  | { readonly soort: "bezig" }
  | { readonly soort: "gedaan"; readonly status: number; readonly antwoord: Uint8Array };

/** Takes a key for a request; of two at once one gets it. */
export async function takeHerhaling(
  db: Connection,
  { sleutel, verzoek }: Herhaalsleutel,
): Promise<Herhaling> {
  const taken = await db
    .insertInto("herhaling")
    .values({ sleutel, verzoek })
    .onConflict((conflict) => conflict.doNothing())
    .returning("sleutel")
    .executeTakeFirst();
  if (taken) return { soort: "nieuw" };
  const row = await db
    .selectFrom("herhaling")
    .select(["verzoek", "status", "antwoord"])
    .where("sleutel", "=", sleutel)
    .executeTakeFirst();
  if (row && row.verzoek !== verzoek) return { soort: "andere-vraag" };
  if (!row || row.status === null || row.antwoord === null) return { soort: "bezig" };
  return { soort: "gedaan", status: row.status, antwoord: row.antwoord };
}

/** Keeps the answer of a request that was done. */
export async function keepAntwoord(
  db: Connection,
  sleutel: string,
  answer: { readonly status: number; readonly antwoord: Uint8Array },
): Promise<void> {
  await db.updateTable("herhaling").set(answer).where("sleutel", "=", sleutel).execute();
}

/** Gives a key free whose request did nothing. */
export async function dropHerhaling(db: Connection, sleutel: string): Promise<void> {
  await db
    .deleteFrom("herhaling")
    .where("sleutel", "=", sleutel)
    .where("status", "is", null)
    .execute();
}

/** Removes what is older, of whoever it is: for who owns the tables. */
export async function removeHerhalingen(db: Connection, before: Date): Promise<number> {
  const gone = await db
    .deleteFrom("herhaling")
    .where("gemaakt_op", "<", before)
    .returning("sleutel")
    .execute();
  return gone.length;
}

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Connection } from "#storage/transaction.ts";

/** A request by the sha256 of its key and of all that it asks. */
export type Herhaalsleutel = { readonly sleutel: string; readonly verzoek: string };

/** What is known of a key. */
export type Herhaling =
  /** To be done now, as this attempt. */
  | { readonly soort: "nieuw"; readonly poging: string }
  | { readonly soort: "andere-vraag" }
  /** Somebody is at it, or was a moment ago. */
  | { readonly soort: "bezig" }
  /** It was done, and its answer is lost; what was changed first, by table and name. */
  | { readonly soort: "zonder-antwoord"; readonly gevolg: string }
  | { readonly soort: "gedaan"; readonly status: number; readonly antwoord: Uint8Array };

/** Longer than a request may take; what has no answer and no effect by then may be tried again. */
export const GEDULD_SECONDEN = 15;

/**
 * Takes a key for a request; of two at once one gets it.
 *
 * A request that was broken off and changed nothing is given to who sends it again after a while.
 * The attempt before it can then change nothing any more.
 */
export async function takeHerhaling(
  db: Connection,
  { sleutel, verzoek }: Herhaalsleutel,
  geduld = GEDULD_SECONDEN,
): Promise<Herhaling> {
  const poging = randomUUID();
  const taken = await db
    .insertInto("herhaling")
    .values({ sleutel, verzoek, poging })
    .onConflict((conflict) => conflict.doNothing())
    .returning("sleutel")
    .executeTakeFirst();
  if (taken) return { soort: "nieuw", poging };
  const row = await db
    .selectFrom("herhaling")
    .select(["verzoek", "status", "antwoord", "gevolg"])
    .where("sleutel", "=", sleutel)
    .executeTakeFirst();
  if (row && row.verzoek !== verzoek) return { soort: "andere-vraag" };
  if (row?.status && row.antwoord) {
    return { soort: "gedaan", status: row.status, antwoord: row.antwoord };
  }
  if (await takeOver(db, sleutel, poging, geduld)) return { soort: "nieuw", poging };
  // Looked at before it was waited for: by now it may have been done, and the next time tells.
  return row?.gevolg && (await isStil(db, sleutel, geduld))
    ? { soort: "zonder-antwoord", gevolg: row.gevolg }
    : { soort: "bezig" };
}

const stil = (geduld: number) =>
  sql<boolean>`begonnen_op < now() - make_interval(secs => ${geduld})`;

async function takeOver(
  db: Connection,
  sleutel: string,
  poging: string,
  geduld: number,
): Promise<boolean> {
  const row = await db
    .updateTable("herhaling")
    .set({ poging, begonnen_op: sql<Date>`now()` })
    .where("sleutel", "=", sleutel)
    .where("status", "is", null)
    .where("gevolg", "is", null)
    .where(stil(geduld))
    .returning("sleutel")
    .executeTakeFirst();
  return row !== undefined;
}

async function isStil(db: Connection, sleutel: string, geduld: number): Promise<boolean> {
  const row = await db
    .selectFrom("herhaling")
    .select("sleutel")
    .where("sleutel", "=", sleutel)
    .where("status", "is", null)
    .where(stil(geduld))
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps the answer of a request that was done; not where another attempt took its place. */
export async function keepAntwoord(
  db: Connection,
  poging: string,
  answer: { readonly status: number; readonly antwoord: Uint8Array },
): Promise<void> {
  await db.updateTable("herhaling").set(answer).where("poging", "=", poging).execute();
}

/** Gives a key free whose request did nothing; one that had an effect stays. */
export async function dropHerhaling(db: Connection, poging: string): Promise<void> {
  await db
    .deleteFrom("herhaling")
    .where("poging", "=", poging)
    .where("status", "is", null)
    .where("gevolg", "is", null)
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

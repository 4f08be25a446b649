import { sql } from "kysely";
import type { Connection } from "#storage/transaction.ts";

/** How long somebody is there after they last said so; seconds. A tab says so every twenty. */
const BLIJFT = 45;

/** Somebody else who has the same document open; `sinds` an ISO moment. */
export type Aanwezige = {
  readonly naam: string;
  readonly organisatie?: string;
  readonly sinds: string;
};

type Tab = { readonly tab: string; readonly document: string };

/** Whether who asks can see an own document of this id. */
export async function canSeeDocument(db: Connection, document: string): Promise<boolean> {
  const row = await db
    .selectFrom("document")
    .select("id")
    .where("id", "=", document)
    .where("herkomst", "=", "eigen")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Says that who asks has a document open in a tab; nothing happens where they cannot see it. */
export async function meldAanwezig(
  db: Connection,
  { tab, document, naam, organisatie }: Tab & Omit<Aanwezige, "sinds">,
): Promise<void> {
  const known = await db
    .updateTable("aanwezig")
    .set({ gezien_op: sql`clock_timestamp()` })
    .where("tab", "=", tab)
    .where("document", "=", document)
    .returning("tab")
    .executeTakeFirst();
  if (known) return;
  await db
    .insertInto("aanwezig")
    .values({ tab, document, naam, organisatie: organisatie ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Says that who asks has closed the tab. */
export async function meldAfwezig(db: Connection, { tab, document }: Tab): Promise<void> {
  await db.deleteFrom("aanwezig").where("tab", "=", tab).where("document", "=", document).execute();
}

/** Who else has the document open now, by when they came; each person once. */
export async function listAanwezigen(
  db: Connection,
  document: string,
): Promise<readonly Aanwezige[]> {
  const rows = await db
    .selectFrom("aanwezig")
    .select(["naam", "organisatie"])
    .select(({ fn }) => fn.min("sinds").as("sinds"))
    .where("document", "=", document)
    .where(sql<boolean>`persoon <> ik()`)
    .where(sql<boolean>`gezien_op > clock_timestamp() - make_interval(secs => ${BLIJFT})`)
    .groupBy(["persoon", "naam", "organisatie"])
    .orderBy("sinds")
    .orderBy("naam")
    .execute();
  return rows.map(({ naam, organisatie, sinds }) => ({
    ...{ naam, sinds: sinds.toISOString() },
    ...(organisatie === null ? {} : { organisatie }),
  }));
}

/** Takes away who is not there any more, of every document: as the owner of the tables. */
export async function removeAfwezigen(db: Connection): Promise<void> {
  await db
    .deleteFrom("aanwezig")
    .where(sql<boolean>`gezien_op <= clock_timestamp() - make_interval(secs => ${BLIJFT})`)
    .execute();
}

import { sql } from "kysely";
import { findEigendom } from "#storage/eigendom.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** How long somebody is there after they last said so; seconds. A tab says so every twenty. */
const BLIJFT = 45;

/** Something that several people work at: which sort of thing, and which one. */
export type Ding = {
  readonly soort: "document" | "lijst" | "fonds" | "levering";
  readonly id: string;
};

/** Somebody else who has the same thing open; `sinds` an ISO moment. */
export type Aanwezige = {
  readonly naam: string;
  readonly organisatie?: string;
  readonly sinds: string;
};

const TABELLEN = { lijst: "woordenlijst", fonds: "fonds", levering: "inlevering" } as const;

/** Whether who asks can see this; what has no owner is opened by its link alone, and is told of nobody. */
export async function canSee(db: Connection, { soort, id }: Ding): Promise<boolean> {
  if (soort !== "document") return (await findEigendom(db, TABELLEN[soort], id)) !== undefined;
  const row = await db
    .selectFrom("document")
    .select("id")
    .where("id", "=", id)
    .where("herkomst", "=", "eigen")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type Tab = Ding & { readonly tab: string };

/** Says that who asks has something open in a tab; nothing happens where they cannot see it. */
export async function meldAanwezig(
  db: Connection,
  { tab, soort, id, naam, organisatie }: Tab & Omit<Aanwezige, "sinds">,
): Promise<void> {
  const known = await db
    .updateTable("aanwezig")
    .set({ gezien_op: sql`clock_timestamp()` })
    .where("tab", "=", tab)
    .where("soort", "=", soort)
    .where("document", "=", id)
    .returning("tab")
    .executeTakeFirst();
  if (known) return;
  await db
    .insertInto("aanwezig")
    .values({ tab, soort, document: id, naam, organisatie: organisatie ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Says that who asks has closed the tab. */
export async function meldAfwezig(db: Connection, { tab, soort, id }: Tab): Promise<void> {
  await db
    .deleteFrom("aanwezig")
    .where("tab", "=", tab)
    .where("soort", "=", soort)
    .where("document", "=", id)
    .execute();
}

/** Who else has it open now, by when they came; each person once. */
export async function listAanwezigen(
  db: Connection,
  { soort, id }: Ding,
): Promise<readonly Aanwezige[]> {
  const rows = await db
    .selectFrom("aanwezig")
    .select(["naam", "organisatie"])
    .select(({ fn }) => fn.min("sinds").as("sinds"))
    .where("soort", "=", soort)
    .where("document", "=", id)
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

/** Takes away who is not there any more, of everything: as the owner of the tables. */
export async function removeAfwezigen(db: Connection): Promise<void> {
  await db
    .deleteFrom("aanwezig")
    .where(sql<boolean>`gezien_op <= clock_timestamp() - make_interval(secs => ${BLIJFT})`)
    .execute();
}

import { sql } from "kysely";
import { type Connection, inTransaction } from "#storage/transaction.ts";

/** What a region calls things: code → label. A version is never changed, a next one follows. */
export type Woordenlijst = {
  readonly id: string;
  readonly regio: string;
  /** 0 while nothing was said. */
  readonly versie: number;
  readonly woorden: Readonly<Record<string, string>>;
  readonly wie?: string;
  readonly gemaaktOp?: string;
};

export async function insertLijst(
  db: Connection,
  lijst: { readonly id: string; readonly regio: string },
): Promise<void> {
  await db.insertInto("woordenlijst").values(lijst).execute();
}

/** That version of the list, or without one the newest; undefined where there is none. */
export async function findLijst(
  db: Connection,
  id: string,
  versie?: number,
): Promise<Woordenlijst | undefined> {
  const lijst = await db
    .selectFrom("woordenlijst")
    .select(["id", "regio"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!lijst) return undefined;
  let query = db.selectFrom("woordenlijst_versie").selectAll().where("lijst", "=", id);
  if (versie !== undefined) query = query.where("versie", "=", versie);
  const row = await query.orderBy("versie", "desc").limit(1).executeTakeFirst();
  if (!row) return versie === undefined ? { ...lijst, versie: 0, woorden: {} } : undefined;
  return {
    ...lijst,
    versie: row.versie,
    woorden: JSON.parse(row.woorden),
    ...(row.wie === null ? {} : { wie: row.wie }),
    gemaaktOp: row.gemaakt_op.toISOString(),
  };
}

/** Adds a version after `van`; tells false where another was added since. */
export function insertLijstversie(
  db: Connection,
  nieuw: Pick<Woordenlijst, "id" | "woorden" | "wie"> & {
    readonly van: number;
    readonly link: string;
  },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await sql`select id from woordenlijst where id = ${nieuw.id} for update`.execute(tx);
    const now = await findLijst(tx, nieuw.id);
    if (now?.versie !== nieuw.van) return false;
    await tx
      .insertInto("woordenlijst_versie")
      .values({
        lijst: nieuw.id,
        versie: nieuw.van + 1,
        woorden: JSON.stringify(nieuw.woorden),
        wie: nieuw.wie ?? null,
        link: nieuw.link,
      })
      .execute();
    return true;
  });
}

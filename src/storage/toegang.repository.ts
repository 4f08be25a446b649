import type { Selectable } from "kysely";
import type { Connection } from "#storage/transaction.ts";
import type { VersieTables } from "#storage/versie-schema.ts";
import { withoutNulls } from "#storage/without-nulls.ts";

/** What a link allows: `nakijken` is of one gemeente in one correction round. */
export type Recht = "beheren" | "meewerken" | "lezen" | "nakijken";

/** A link to one versiereeks, correctieronde or woordenlijst; of its secret only the sha256. */
export type Toegangslink = {
  readonly id: string;
  readonly sha256: string;
  readonly onderwerp: string;
  readonly recht: Recht;
  /** Of a circle, as its members call it. */
  readonly naam?: string;
  readonly gemeente?: string;
  /** Opened by an account and not by a secret: the database then says what is seen of it. */
  readonly metAccount?: true;
};

/** Keeps a link; from then on its secret opens the onderwerp, unless it is withdrawn already. */
export async function insertLink(
  db: Connection,
  { ingetrokkenOp, ...link }: Toegangslink & { readonly ingetrokkenOp?: Date },
): Promise<void> {
  const ended = ingetrokkenOp === undefined ? {} : { ingetrokken_op: ingetrokkenOp };
  await db
    .insertInto("toegangslink")
    .values({ naam: null, gemeente: null, ...link, ...ended })
    .execute();
}

/** The link under which is noted what whoever manages an onderwerp does, withdrawn or not. */
export async function findBeheerlink(
  db: Connection,
  onderwerp: string,
): Promise<Toegangslink | undefined> {
  const row = await db
    .selectFrom("toegangslink")
    .selectAll()
    .where("onderwerp", "=", onderwerp)
    .where("recht", "=", "beheren")
    .orderBy("gemaakt_op")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row && toLink(row);
}

/** The newest link of a gemeente in a correction round, withdrawn or not. */
export async function findGemeentelink(
  db: Connection,
  onderwerp: string,
  gemeente: string,
): Promise<Toegangslink | undefined> {
  const row = await db
    .selectFrom("toegangslink")
    .selectAll()
    .where("onderwerp", "=", onderwerp)
    .where("gemeente", "=", gemeente)
    .orderBy("gemaakt_op", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row && toLink(row);
}

/** The links that open an onderwerp now, oldest first. */
export async function listLinks(
  db: Connection,
  onderwerp: string,
): Promise<readonly Toegangslink[]> {
  const rows = await db
    .selectFrom("toegangslink")
    .selectAll()
    .where("onderwerp", "=", onderwerp)
    .where("ingetrokken_op", "is", null)
    .orderBy("gemaakt_op")
    .orderBy("id")
    .execute();
  return rows.map(toLink);
}

/** Ends a link: its secret opens nothing any more. Tells whether there was one. */
export async function withdrawLink(
  db: Connection,
  { onderwerp, id }: Pick<Toegangslink, "onderwerp" | "id">,
): Promise<boolean> {
  const ended = await db
    .updateTable("toegangslink")
    .set({ ingetrokken_op: new Date() })
    .where("onderwerp", "=", onderwerp)
    .where("id", "=", id)
    .where("ingetrokken_op", "is", null)
    .returning("id")
    .executeTakeFirst();
  return ended !== undefined;
}

function toLink(row: Selectable<VersieTables["toegangslink"]>): Toegangslink {
  const { gemaakt_op: _made, ingetrokken_op: _ended, ...rest } = row;
  return withoutNulls(rest) as Toegangslink;
}

import type { Selectable } from "kysely";
import type { PersoonTable } from "#storage/toegang-schema.ts";
import type { Connection } from "#storage/transaction.ts";
import { withoutNulls } from "#storage/without-nulls.ts";

/** What an OpenID Connect provider calls somebody: only together they name one person. */
export type Accountnaam = { readonly issuer: string; readonly sub: string };

/** Somebody with an account here, or who was asked to have one. */
export type Persoon = {
  /** UUID. */
  readonly id: string;
  readonly naam: string;
  /** In small letters. */
  readonly email?: string;
  readonly account?: Accountnaam;
  readonly uitgeschakeld: boolean;
};

/** Keeps somebody who was invited or came with the demo; a second time with the same id changes nothing. */
export async function insertPersoon(
  db: Connection,
  { id, naam, email, account }: Omit<Persoon, "uitgeschakeld">,
): Promise<void> {
  await db
    .insertInto("persoon")
    .values({
      ...{ id, naam, email: email ?? null },
      issuer: account?.issuer ?? null,
      sub: account?.sub ?? null,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

export async function findPersoon(db: Connection, id: string): Promise<Persoon | undefined> {
  const row = await db.selectFrom("persoon").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toPersoon(row);
}

/** The names of these people, by their id; of whoever is not here there is none. */
export async function listPersoonnamen(
  db: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("persoon")
    .select(["id", "naam"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, naam }) => [id, naam]));
}

/** Who signed in with this account before. */
export async function findAccount(
  db: Connection,
  { issuer, sub }: Accountnaam,
): Promise<Persoon | undefined> {
  const row = await db
    .selectFrom("persoon")
    .selectAll()
    .where("issuer", "=", issuer)
    .where("sub", "=", sub)
    .executeTakeFirst();
  return row && toPersoon(row);
}

/** Who has this address here, in small letters. */
export async function findByEmail(db: Connection, email: string): Promise<Persoon | undefined> {
  const row = await db
    .selectFrom("persoon")
    .selectAll()
    .where("email", "=", email)
    .executeTakeFirst();
  return row && toPersoon(row);
}

/** Gives whoever was invited by this address their account; undefined where nobody was, or it has one. */
export async function bindAccount(
  db: Connection,
  email: string,
  { issuer, sub }: Accountnaam,
  naam: string,
): Promise<Persoon | undefined> {
  const row = await db
    .updateTable("persoon")
    .set({ issuer, sub, naam })
    .where("email", "=", email)
    .where("sub", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && toPersoon(row);
}

/** Whether anybody has an account of another provider than this one. */
export async function hasAccountOfOther(db: Connection, issuer: string): Promise<boolean> {
  const row = await db
    .selectFrom("persoon")
    .select("id")
    .where("issuer", "<>", issuer)
    .executeTakeFirst();
  return row !== undefined;
}

function toPersoon(row: Selectable<PersoonTable>): Persoon {
  const { id, naam, issuer, sub, email, uitgeschakeld_op } = row;
  return {
    ...{ id, naam, uitgeschakeld: uitgeschakeld_op !== null },
    ...withoutNulls({ email }),
    ...(issuer !== null && sub !== null ? { account: { issuer, sub } } : {}),
  };
}

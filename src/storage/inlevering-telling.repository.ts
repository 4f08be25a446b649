import type { Connection } from "#storage/transaction.ts";

/** That the figures of a delivery go before those of another, and why. */
export type Voorrangsregel = {
  readonly inlevering: string;
  readonly indicator: string;
  readonly moment?: string;
  readonly boven: string;
  readonly reden: string;
};

/** Whether the figures of a delivery count now. */
export async function isTellend(db: Connection, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("levering")
    .select("id")
    .where("inlevering", "=", id)
    .where("telt", "=", true)
    .executeTakeFirst();
  return row !== undefined;
}

export async function listVoorrang(db: Connection): Promise<readonly Voorrangsregel[]> {
  const rows = await db.selectFrom("inlevering_voorrang").selectAll().execute();
  return rows.map(({ moment, ...rest }) => ({ ...rest, ...(moment === null ? {} : { moment }) }));
}

/** Every area, with every cell in it, that a delivery has figures of. */
export function listPlekkenVan(
  db: Connection,
  id: string,
): Promise<readonly { readonly gebied: string; readonly cel: readonly string[] }[]> {
  return db
    .selectFrom("waarneming")
    .innerJoin("levering", "levering.id", "waarneming.levering")
    .select(["waarneming.gebied", "waarneming.cel"])
    .distinct()
    .where("levering.inlevering", "=", id)
    .orderBy("waarneming.gebied")
    .execute();
}

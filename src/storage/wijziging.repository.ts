import { type Selectable, sql, type Transaction } from "kysely";
import type { WijzigingTable } from "#storage/geschiedenis-schema.ts";
import type { Tables } from "#storage/schema.ts";
import type { Connection } from "#storage/transaction.ts";

/** One change: what stood there and what then did, who did it, for whom, when and why. */
export type Wijziging = {
  readonly nummer: number;
  readonly soort: "gemaakt" | "gewijzigd" | "verwijderd";
  readonly tabel: string;
  readonly sleutel: string;
  readonly oud?: Readonly<Record<string, unknown>>;
  readonly nieuw?: Readonly<Record<string, unknown>>;
  /** UUID of who did it; absent for the public and for the program itself. */
  readonly persoon?: string;
  /** UUID of the body that they acted for. */
  readonly namens?: string;
  readonly reden?: string;
  /** ISO moment. */
  readonly op: string;
};

/** Says why, to whoever reads the changes of this transaction later. */
export async function zegWaarom(tx: Transaction<Tables>, reden: string): Promise<void> {
  await sql`select set_config('woonregie.reden', ${reden}, true)`.execute(tx);
}

/** What happened to rows of a table, oldest first; `begin` is the whole key, or how it begins. */
export async function listWijzigingen(
  db: Connection,
  tabel: string,
  begin: string,
): Promise<readonly Wijziging[]> {
  const rows = await db
    .selectFrom("wijziging")
    .selectAll()
    .where("tabel", "=", tabel)
    .where((eb) =>
      eb.or([eb("sleutel", "=", begin), eb("sleutel", "like", `${escapeLike(begin)} %`)]),
    )
    .orderBy("nummer")
    .execute();
  return rows.map(toWijziging);
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}

function toWijziging(row: Selectable<WijzigingTable>): Wijziging {
  const { nummer, soort, tabel, sleutel, oud, nieuw, persoon, namens, reden, op } = row;
  return {
    ...{ nummer: Number(nummer), soort: soort as Wijziging["soort"], tabel, sleutel },
    ...(oud === null ? {} : { oud: JSON.parse(oud) }),
    ...(nieuw === null ? {} : { nieuw: JSON.parse(nieuw) }),
    ...(persoon === null ? {} : { persoon }),
    ...(namens === null ? {} : { namens }),
    ...(reden === null ? {} : { reden }),
    op: op.toISOString(),
  };
}

import { type RawBuilder, type Selectable, type SqlBool, sql, type Transaction } from "kysely";
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

/**
 * What happened to rows of a body after a line, oldest first; `prive` where the row is a document
 * that only its maker sees. For who owns the tables.
 */
export async function listVanOrganisatie(
  db: Connection,
  eigenaar: string,
  na: number,
  meeste: number,
): Promise<readonly (Wijziging & { readonly prive: boolean })[]> {
  const rows = await db
    .selectFrom("wijziging")
    .selectAll()
    .select(
      sql<boolean>`tabel = 'document' and exists (select from document d
        where d.id = split_part(sleutel, ' ', 1) and d.zichtbaarheid = 'prive'
          and d.versie::text = split_part(sleutel, ' ', 2))`.as("prive"),
    )
    .where("eigenaar", "=", eigenaar)
    .where("nummer", ">", `${na}`)
    .orderBy("nummer")
    .limit(meeste)
    .execute();
  return rows.map(({ prive, ...row }) => ({ ...toWijziging(row), prive }));
}

/** Which changes are asked for; days are those of the Netherlands. */
export type Wijzigingenvraag = {
  readonly tabel?: string | undefined;
  /** The whole key of a row, or how it begins. */
  readonly sleutel?: string | undefined;
  readonly van?: string | undefined;
  /** Up to and including. */
  readonly tot?: string | undefined;
  readonly pagina: number;
  readonly perPagina: number;
};

/** What who asks may know of what happened, newest first: one page of it, and how many there are. */
export async function zoekWijzigingen(
  db: Connection,
  vraag: Wijzigingenvraag,
): Promise<{ readonly aantal: number; readonly items: readonly Wijziging[] }> {
  const asked = askedOf(vraag);
  const { pagina, perPagina } = vraag;
  const counted = await db
    .selectFrom("wijziging")
    .select(sql<string>`count(*)`.as("aantal"))
    .where(asked)
    .executeTakeFirst();
  const rows = await db
    .selectFrom("wijziging")
    .selectAll()
    .where(asked)
    .orderBy("nummer", "desc")
    .limit(perPagina)
    .offset((pagina - 1) * perPagina)
    .execute();
  return { aantal: Number(counted?.aantal ?? 0), items: rows.map(toWijziging) };
}

function askedOf({ tabel, sleutel, van, tot }: Wijzigingenvraag): RawBuilder<SqlBool> {
  const midnight = (dag: string, later: number) =>
    sql`(${dag}::date + ${later}::int)::timestamp at time zone 'Europe/Amsterdam'`;
  const asked = [
    ...(tabel === undefined ? [] : [sql`tabel = ${tabel}`]),
    ...(sleutel === undefined
      ? []
      : [sql`(sleutel = ${sleutel} or sleutel like ${`${escapeLike(sleutel)} %`})`]),
    ...(van === undefined ? [] : [sql`op >= ${midnight(van, 0)}`]),
    ...(tot === undefined ? [] : [sql`op < ${midnight(tot, 1)}`]),
  ];
  return asked.length === 0 ? sql`true` : sql`${sql.join(asked, sql` and `)}`;
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

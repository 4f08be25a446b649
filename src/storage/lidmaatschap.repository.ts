import { sql } from "kysely";
import type { Bestuursmandaat, Rol } from "#domain/toegang.ts";
import { listBestuursmandaten } from "#storage/mandaat.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** A mandate as a body sees it: whose it is, and whether it was ended before its last day. */
export type Lid = {
  readonly mandaat: string;
  readonly persoon: string;
  readonly naam: string;
  readonly email?: string;
  /** Whether they signed in at least once. */
  readonly geweest: boolean;
  readonly uitgeschakeld: boolean;
  readonly rol: Rol;
  readonly van: string;
  readonly tot?: string;
  /** The day on which it was ended. */
  readonly beeindigd?: string;
};

/** Everybody who acts, acted or will act for a body: those whose mandate stands first, by name. */
export async function listLeden(db: Connection, organisatie: string): Promise<readonly Lid[]> {
  const rows = await db
    .selectFrom("mandaat")
    .innerJoin("persoon", "persoon.id", "mandaat.persoon")
    .select(["mandaat.id as mandaat", "mandaat.rol", "mandaat.van", "mandaat.tot"])
    .select(["persoon.id as persoon", "persoon.naam", "persoon.email", "persoon.sub"])
    .select("persoon.uitgeschakeld_op")
    .select(
      sql<
        string | null
      >`to_char(mandaat.beeindigd_op at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')`.as(
        "beeindigd",
      ),
    )
    .where("mandaat.organisatie", "=", organisatie)
    .orderBy(sql`mandaat.beeindigd_op is not null`)
    .orderBy("persoon.naam")
    .orderBy("mandaat.van")
    .orderBy("mandaat.id")
    .execute();
  return rows.map(({ sub, uitgeschakeld_op, email, tot, beeindigd, rol, ...rest }) => ({
    ...rest,
    rol: rol as Rol,
    geweest: sub !== null,
    uitgeschakeld: uitgeschakeld_op !== null,
    ...(email === null ? {} : { email }),
    ...(tot === null ? {} : { tot }),
    ...(beeindigd === null ? {} : { beeindigd }),
  }));
}

/** How many people acted for a body and act for none any more; the last of them since a day. */
export type ZonderMandaat = {
  readonly organisatie: string;
  readonly aantal: number;
  readonly sinds: string;
};

/**
 * For each of these bodies the people whose mandates all ended; accounts that are off left out.
 *
 * A count and no names: who they are is shown, and written down as seen, on the page of the body.
 */
export async function countZonderMandaat(
  db: Connection,
  organisaties: readonly string[],
  dag: string,
): Promise<readonly ZonderMandaat[]> {
  const { rows } = await sql<ZonderMandaat>`
    select m.organisatie, count(distinct p.id)::int as aantal,
      max(least(m.tot, (m.beeindigd_op at time zone 'Europe/Amsterdam')::date)) as sinds
    from mandaat m join persoon p on p.id = m.persoon
    where m.organisatie = any (${[...organisaties]}::uuid[]) and p.uitgeschakeld_op is null
      and not exists (select from mandaat n where n.persoon = p.id
        and n.beeindigd_op is null and coalesce(n.tot, ${dag}::date) >= ${dag}::date)
    group by m.organisatie`.execute(db);
  return rows;
}

type Einde = { readonly id: string; readonly door: string; readonly op: Date };

/** Ends a mandate of a body at once; false where it is not one, or had ended. */
export async function endMandaat(
  db: Connection,
  organisatie: string,
  { id, door, op }: Einde,
): Promise<boolean> {
  const ended = await db
    .updateTable("mandaat")
    .set({ beeindigd_op: op, beeindigd_door: door })
    .where("id", "=", id)
    .where("organisatie", "=", organisatie)
    .where("beeindigd_op", "is", null)
    .returning("id")
    .executeTakeFirst();
  return ended !== undefined;
}

/** Ends what a body lets another use; false where it is not one, or had ended. */
export async function endBestuursmandaat(
  db: Connection,
  gever: string,
  { id, door, op }: Einde,
): Promise<boolean> {
  const ended = await db
    .updateTable("bestuursmandaat")
    .set({ beeindigd_op: op, beeindigd_door: door })
    .where("id", "=", id)
    .where("gever", "=", gever)
    .where("beeindigd_op", "is", null)
    .returning("id")
    .executeTakeFirst();
  return ended !== undefined;
}

/** What a body lets others use and has not ended, oldest first. */
export async function listGegeven(
  db: Connection,
  gever: string,
): Promise<readonly Bestuursmandaat[]> {
  const rows = await db
    .selectFrom("bestuursmandaat")
    .select("aan")
    .distinct()
    .where("gever", "=", gever)
    .execute();
  const all = await listBestuursmandaten(
    db,
    rows.map(({ aan }) => aan),
  );
  return all.filter((mandaat) => mandaat.gever.id === gever);
}

/** Switches an account off, or on again. */
export async function setUitgeschakeld(
  db: Connection,
  persoon: string,
  op: Date | null,
): Promise<void> {
  await db.updateTable("persoon").set({ uitgeschakeld_op: op }).where("id", "=", persoon).execute();
}

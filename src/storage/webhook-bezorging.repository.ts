import { sql, type Transaction } from "kysely";
import type { Tables } from "#storage/schema.ts";
import type { Connection } from "#storage/transaction.ts";

/** A webhook that is on, of a body that is still there. */
export type Luisteraar = {
  readonly id: string;
  readonly organisatie: string;
  readonly soorten: readonly string[];
  /** The last line of the change log that it was told of. */
  readonly gelezenTot: number;
};

/** Who wants to be told of what happens on this day. For who owns the tables. */
export async function listLuisteraars(
  tx: Transaction<Tables>,
  dag: string,
): Promise<readonly Luisteraar[]> {
  const { rows } = await sql<Omit<Luisteraar, "gelezenTot"> & { gelezen_tot: string }>`
    select w.id, w.organisatie, w.soorten, w.gelezen_tot
    from webhook w join organisatie o on o.id = w.organisatie
    where w.uit_op is null and (o.tot is null or o.tot >= ${dag}::date)
    order by w.id`.execute(tx);
  return rows.map(({ gelezen_tot, ...rest }) => ({ ...rest, gelezenTot: Number(gelezen_tot) }));
}

/** Remembers up to which line of the change log a webhook was told. */
export async function onthoudGelezen(
  tx: Transaction<Tables>,
  webhook: string,
  nummer: number,
): Promise<void> {
  await tx.updateTable("webhook").set({ gelezen_tot: nummer }).where("id", "=", webhook).execute();
}

/** A message that whoever has it must send now. */
export type Beurt = {
  readonly id: string;
  readonly webhook: string;
  readonly adres: string;
  readonly bericht: string;
  readonly geheim: string;
  /** With this one. */
  readonly pogingen: number;
};

/**
 * Gives one message whose time has come, to nobody else until `tot`.
 *
 * Of a webhook one at a time, so that a receiver who does not answer keeps no other waiting.
 */
export async function neemBeurt(db: Connection, nu: Date, tot: Date): Promise<Beurt | undefined> {
  const { rows } = await sql<Beurt>`
    update webhook_bericht b set pogingen = pogingen + 1, bezig_tot = ${tot}
    from webhook w
    where w.id = b.webhook and b.id = (
      select c.id from webhook_bericht c join webhook v on v.id = c.webhook
      where c.uitkomst = 'wacht' and c.volgende_op <= ${nu} and v.uit_op is null
        and (c.bezig_tot is null or c.bezig_tot < ${nu})
        and exists (select from webhook_geheim g where g.webhook = v.id)
        and not exists (select from webhook_bericht d
          where d.webhook = c.webhook and d.uitkomst = 'wacht' and d.bezig_tot >= ${nu})
      order by c.volgende_op, c.wijziging, c.id limit 1
      for no key update of c, v skip locked)
    returning b.id, b.webhook, w.adres, b.bericht, b.pogingen,
      (select geheim from webhook_geheim g where g.webhook = w.id
        order by g.nummer desc limit 1) as geheim`.execute(db);
  return rows[0];
}

type Uitkomst = {
  readonly op: Date;
  readonly gelukt: boolean;
  readonly status?: number;
  readonly fout?: string;
  /** When it is tried again; absent where it is given up. */
  readonly volgende?: Date;
};

/** Writes what came of an attempt, unless another had the message by then. */
export async function sluitBeurt(db: Connection, beurt: Beurt, uitkomst: Uitkomst): Promise<void> {
  const { op, gelukt, status = null, fout = null, volgende } = uitkomst;
  const again = !gelukt && volgende !== undefined;
  await db
    .updateTable("webhook_bericht")
    .set({
      ...{ status, fout, bezig_tot: null, klaar_op: again ? null : op },
      uitkomst: gelukt ? "gelukt" : again ? "wacht" : "opgegeven",
      ...(volgende ? { volgende_op: volgende } : {}),
    })
    .where("id", "=", beurt.id)
    .where("pogingen", "=", beurt.pogingen)
    .where("uitkomst", "=", "wacht")
    .execute();
}

/** What was given up, and since when nothing arrived, after the last message that did arrive. */
export async function readStilte(
  db: Connection,
  webhook: string,
): Promise<{ readonly opgegeven: number; readonly sinds?: Date }> {
  const { rows } = await sql<{ opgegeven: number; sinds: Date | null }>`
    with goed as (select coalesce(max(klaar_op), '-infinity') as op from webhook_bericht
      where webhook = ${webhook} and uitkomst = 'gelukt')
    select count(*) filter (where uitkomst = 'opgegeven' and klaar_op > goed.op)::int as opgegeven,
      min(gemaakt_op) filter (where uitkomst <> 'gelukt' and pogingen > 0
        and gemaakt_op > goed.op) as sinds
    from webhook_bericht, goed where webhook = ${webhook}`.execute(db);
  const [{ opgegeven, sinds } = { opgegeven: 0, sinds: null }] = rows;
  return { opgegeven, ...(sinds ? { sinds } : {}) };
}

import { type Selectable, sql, type Transaction } from "kysely";
import type { Webhooksoort } from "#domain/webhook.ts";
import type { Tables } from "#storage/schema.ts";
import type { Connection } from "#storage/transaction.ts";
import type { WebhookberichtTable, WebhookTable } from "#storage/webhook-schema.ts";

/** Where a body is told of what happens. */
export type Webhook = {
  /** UUID. */
  readonly id: string;
  readonly organisatie: string;
  readonly adres: string;
  readonly soorten: readonly Webhooksoort[];
  readonly gemaaktOp: Date;
  /** Since when and why nothing is sent any more. */
  readonly uit?: { readonly op: Date; readonly reden: string };
};

/** Something that was sent, or is to be. */
export type Webhookbericht = {
  /** UUID; also how the receiver knows a message that comes twice. */
  readonly id: string;
  readonly webhook: string;
  readonly soort: string;
  readonly gemaaktOp: Date;
  readonly uitkomst: "wacht" | "gelukt" | "opgegeven";
  readonly pogingen: number;
  /** What went wrong the last time. */
  readonly fout?: string;
  readonly volgendeOp: Date;
};

type Nieuw = Omit<Webhook, "uit"> & { readonly host: string };

/** Keeps a webhook with what it signs with; it is told of what happens from now on. */
export async function insertWebhook(
  tx: Transaction<Tables>,
  { id, organisatie, adres, host, soorten, gemaaktOp }: Nieuw,
  geheim: string,
): Promise<void> {
  const last = tx
    .selectFrom("wijziging")
    .select(sql<string>`coalesce(max(nummer), 0)`.as("nummer"))
    .where("eigenaar", "=", organisatie);
  const { nummer } = await last.executeTakeFirstOrThrow();
  await tx
    .insertInto("webhook")
    .values({
      ...{ id, organisatie, adres, host, soorten: [...soorten] },
      ...{ gelezen_tot: nummer, gemaakt_op: gemaaktOp },
    })
    .execute();
  await insertGeheim(tx, id, geheim);
}

/** From now on this signs what a webhook is sent. */
export async function insertGeheim(db: Connection, webhook: string, geheim: string): Promise<void> {
  await db.insertInto("webhook_geheim").values({ webhook, geheim }).execute();
}

/** The webhooks of a body that whoever asks may see; those that are on first, the newest first. */
export async function listWebhooks(
  db: Connection,
  organisatie: string,
): Promise<readonly Webhook[]> {
  const rows = await db
    .selectFrom("webhook")
    .selectAll()
    .where("organisatie", "=", organisatie)
    .orderBy(sql`uit_op is not null`)
    .orderBy("gemaakt_op", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toWebhook);
}

/** A webhook that whoever asks may see. */
export async function findWebhook(db: Connection, id: string): Promise<Webhook | undefined> {
  const row = await db.selectFrom("webhook").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toWebhook(row);
}

/** Sends nothing there any more; without `door` the server itself does so. */
export async function zetUit(
  db: Connection,
  id: string,
  uit: { readonly op: Date; readonly reden: string; readonly door?: string },
): Promise<void> {
  const { op, reden, door } = uit;
  await db
    .updateTable("webhook")
    .set({ uit_op: op, uit_reden: reden, ...(door === undefined ? {} : { uit_door: door }) })
    .where("id", "=", id)
    .where("uit_op", "is", null)
    .execute();
}

/** The last messages of a webhook that whoever asks may see, the newest first. */
export async function listBerichten(
  db: Connection,
  webhook: string,
  meeste: number,
): Promise<readonly Webhookbericht[]> {
  const rows = await db
    .selectFrom("webhook_bericht")
    .selectAll()
    .where("webhook", "=", webhook)
    .orderBy("gemaakt_op", "desc")
    .orderBy("id")
    .limit(meeste)
    .execute();
  return rows.map(toBericht);
}

/** A message of a webhook that whoever asks may see. */
export async function findBericht(db: Connection, id: string): Promise<Webhookbericht | undefined> {
  const row = await db
    .selectFrom("webhook_bericht")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toBericht(row);
}

type NieuwBericht = Pick<Webhookbericht, "id" | "webhook" | "soort" | "gemaaktOp"> & {
  readonly wijziging: number | null;
  readonly tekst: string;
};

/** Puts messages in line; what is in line already for the same change stays as it is. */
export async function insertBerichten(
  db: Connection,
  berichten: readonly NieuwBericht[],
): Promise<void> {
  if (berichten.length === 0) return;
  const rows = berichten.map(({ gemaaktOp, tekst, ...rest }) => ({
    ...{ ...rest, bericht: tekst, gemaakt_op: gemaaktOp, volgende_op: gemaaktOp },
  }));
  await db
    .insertInto("webhook_bericht")
    .values(rows)
    .onConflict((one) => one.columns(["webhook", "wijziging"]).doNothing())
    .execute();
}

/** Puts a message that was given up in line again, as it was. */
export async function herhaalBericht(db: Connection, id: string, op: Date): Promise<void> {
  await db
    .updateTable("webhook_bericht")
    .set({ uitkomst: "wacht", pogingen: 0, fout: null, volgende_op: op, klaar_op: null })
    .where("id", "=", id)
    .where("uitkomst", "=", "opgegeven")
    .execute();
}

function toWebhook(row: Selectable<WebhookTable>): Webhook {
  const { id, organisatie, adres, soorten, gemaakt_op, uit_op, uit_reden } = row;
  return {
    ...{ id, organisatie, adres, soorten: soorten as readonly Webhooksoort[] },
    gemaaktOp: gemaakt_op,
    ...(uit_op ? { uit: { op: uit_op, reden: uit_reden ?? "" } } : {}),
  };
}

function toBericht(row: Selectable<WebhookberichtTable>): Webhookbericht {
  const { id, webhook, soort, gemaakt_op, uitkomst, pogingen, fout, volgende_op } = row;
  return {
    ...{ id, webhook, soort, gemaaktOp: gemaakt_op, pogingen, volgendeOp: volgende_op },
    // The database holds it to these words by a check.
    uitkomst: uitkomst as Webhookbericht["uitkomst"],
    ...(fout === null ? {} : { fout }),
  };
}

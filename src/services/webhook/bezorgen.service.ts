import { randomUUID } from "node:crypto";
import type { Zender } from "#sources/webhook/zender.ts";
import { takeTurn } from "#storage/take-turn.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import { insertBerichten, zetUit } from "#storage/webhook.repository.ts";
import {
  type Beurt,
  type Luisteraar,
  listLuisteraars,
  neemBeurt,
  onthoudGelezen,
  readStilte,
  sluitBeurt,
} from "#storage/webhook-bezorging.repository.ts";
import { listVanOrganisatie, type Wijziging } from "#storage/wijziging.repository.ts";
import { dagVan } from "../toegang/toegang.ts";
import { maakTekst } from "./bericht.ts";
import { toGebeurtenis } from "./gebeurtenis.ts";
import { signKoppen } from "./ondertekenen.ts";
import { redenVoorUit, volgendePoging } from "./volharding.ts";

/** With what messages are sent; of whoever they are, so as the owner of the tables. */
export type Bezorging = {
  readonly db: Connection;
  readonly zend: Zender;
  readonly nu: () => Date;
  readonly signal?: AbortSignal;
};

const MEESTE_REGELS = 500;
/** Longer than one message takes: after it a server that had it is gone. */
const BEURT_MS = 60_000;
const BANEN = 4;

/**
 * Tells every webhook of what happened since the last time, and tries again what did not arrive.
 *
 * Each message is sent at least once. Servers that do this at the same moment each send others.
 */
export async function bezorgRonde(bezorging: Bezorging): Promise<void> {
  await noteerGebeurtenissen(bezorging);
  await Promise.all(Array.from({ length: BANEN }, () => sendAll(bezorging)));
}

/** Puts in line what the change log has, and remembers how far it was read, as one. */
async function noteerGebeurtenissen({ db, nu }: Bezorging): Promise<void> {
  await inTransaction(db, async (tx) => {
    await takeTurn(tx, "webhooks");
    for (const luisteraar of await listLuisteraars(tx, dagVan(nu()))) {
      const { id, organisatie, gelezenTot } = luisteraar;
      const regels = await listVanOrganisatie(tx, organisatie, gelezenTot, MEESTE_REGELS);
      const last = regels.at(-1);
      if (!last) continue;
      await insertBerichten(tx, toBerichten(luisteraar, regels, nu()));
      await onthoudGelezen(tx, id, last.nummer);
    }
  });
}

function toBerichten(
  { id: webhook, soorten }: Luisteraar,
  regels: readonly (Wijziging & { readonly prive: boolean })[],
  nu: Date,
) {
  return regels.flatMap((regel) => {
    const gebeurtenis = regel.prive ? undefined : toGebeurtenis(regel);
    if (!gebeurtenis || !soorten.includes(gebeurtenis.soort)) return [];
    const id = randomUUID();
    const tekst = maakTekst({ id, ...gebeurtenis, op: regel.op });
    const { soort } = gebeurtenis;
    return [{ id, webhook, soort, tekst, wijziging: regel.nummer, gemaaktOp: nu }];
  });
}

async function sendAll(bezorging: Bezorging): Promise<void> {
  const { db, nu, signal } = bezorging;
  while (!signal?.aborted) {
    const beurt = await neemBeurt(db, nu(), new Date(nu().getTime() + BEURT_MS));
    if (!beurt) return;
    await send(bezorging, beurt);
  }
}

async function send({ db, zend, nu }: Bezorging, beurt: Beurt): Promise<void> {
  const { id, adres, bericht: tekst, geheim, pogingen, webhook } = beurt;
  const koppen = signKoppen({ id, tekst, op: nu() }, geheim);
  const uitkomst = await zend({ adres, tekst, koppen });
  const volgende = uitkomst.gelukt ? undefined : volgendePoging(pogingen, nu());
  await sluitBeurt(db, beurt, { ...uitkomst, op: nu(), ...(volgende ? { volgende } : {}) });
  if (uitkomst.gelukt) return;
  const reden = redenVoorUit(await readStilte(db, webhook), nu());
  if (reden !== undefined) await zetUit(db, webhook, { op: nu(), reden });
}

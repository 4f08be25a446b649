import { randomUUID } from "node:crypto";
import type { Organisatie, Wie } from "#domain/toegang.ts";
import { MEESTE_WEBHOOKS, PROEFSOORT, WEBHOOKSOORTEN, type Webhooksoort } from "#domain/webhook.ts";
import { mag } from "#rules/toegang/index.ts";
import type { Netwerk } from "#sources/ophalen/adres.ts";
import { magHeen } from "#sources/webhook/zender.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import {
  findBericht,
  findWebhook,
  herhaalBericht,
  insertBerichten,
  insertGeheim,
  insertWebhook,
  listBerichten,
  listWebhooks,
  type Webhook,
  type Webhookbericht,
  zetUit,
} from "#storage/webhook.repository.ts";
import { dagVan } from "../toegang/toegang.ts";
import { maakTekst } from "./bericht.ts";
import { makeGeheim } from "./ondertekenen.ts";

/** Where webhooks may go; no hosts: webhooks are off here. */
export type Webhooknet = Netwerk;

/** A webhook with what was sent there last. */
export type Webhookstand = {
  readonly webhook: Webhook;
  readonly berichten: readonly Webhookbericht[];
};

const GETOOND = 10;

/** Who does something with webhooks, and when. */
export type Beheer = { readonly db: Connection; readonly wie: Wie; readonly nu: Date };

/** The bodies whose webhooks somebody looks after today. */
export function listWebhookbeheer(wie: Wie, nu: Date): readonly Organisatie[] {
  const bodies = new Map(wie.namens.map(({ organisatie }) => [organisatie.id, organisatie]));
  return [...bodies.values()].filter(({ id }) => mayManage(wie, id, nu));
}

/** The webhooks of a body; none where whoever asks may not see them. */
export async function readWebhooks(
  { db, wie, nu }: Beheer,
  organisatie: string,
): Promise<readonly Webhookstand[]> {
  if (!mayManage(wie, organisatie, nu)) return [];
  const standen: Webhookstand[] = [];
  for (const webhook of await listWebhooks(db, organisatie)) {
    standen.push({ webhook, berichten: await listBerichten(db, webhook.id, GETOOND) });
  }
  return standen;
}

/** What somebody asks for in a form. */
export type Webhookaanvraag = {
  readonly organisatie: string;
  readonly adres: string;
  readonly soorten: readonly string[];
};

type Gemaakt =
  | { readonly ok: true; readonly adres: string; readonly geheim: string }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** Makes a webhook. What it signs with is in the answer, this one time. */
export async function makeWebhook(
  { db, wie, nu }: Beheer,
  aanvraag: Webhookaanvraag,
  net: Webhooknet,
): Promise<Gemaakt> {
  const { organisatie } = aanvraag;
  if (wie.persoon === undefined || !mayManage(wie, organisatie, nu)) {
    return { ok: false, fouten: ["U mag voor deze organisatie geen webhooks maken."] };
  }
  const known = await listWebhooks(db, organisatie);
  const on = known.filter(({ uit }) => uit === undefined).length;
  const fouten = mistakesIn(aanvraag, net, on);
  if (fouten.length > 0) return { ok: false, fouten };
  const url = new URL(aanvraag.adres.trim());
  const geheim = makeGeheim();
  const webhook = {
    ...{ id: randomUUID(), organisatie, adres: url.href, host: url.host, gemaaktOp: nu },
    soorten: aanvraag.soorten as readonly Webhooksoort[],
  };
  await inTransaction(db, (tx) => insertWebhook(tx, webhook, geheim));
  return { ok: true, adres: url.href, geheim };
}

/** Switches a webhook off for good; false where there is none that whoever asks may switch off. */
export async function zetEigenUit(beheer: Beheer, id: string): Promise<boolean> {
  const { db, wie, nu } = beheer;
  const webhook = await findEigen(beheer, id);
  if (!webhook || wie.persoon === undefined) return false;
  const reden = "Iemand van uw organisatie zette hem uit.";
  await zetUit(db, webhook.id, { op: nu, reden, door: wie.persoon });
  return true;
}

/** Gives a webhook something else to sign with; undefined where whoever asks may not. */
export async function vervangGeheim(
  beheer: Beheer,
  id: string,
): Promise<{ readonly adres: string; readonly geheim: string } | undefined> {
  const webhook = await findEigen(beheer, id);
  if (!webhook || webhook.uit) return undefined;
  const geheim = makeGeheim();
  await insertGeheim(beheer.db, webhook.id, geheim);
  return { adres: webhook.adres, geheim };
}

/** Puts a trial in line, that tells of nothing; false where whoever asks may not. */
export async function stuurProef(beheer: Beheer, id: string): Promise<boolean> {
  const { db, nu } = beheer;
  const webhook = await findEigen(beheer, id);
  if (!webhook || webhook.uit) return false;
  const eigen = { id: randomUUID(), soort: PROEFSOORT } as const;
  const tekst = maakTekst({ ...eigen, op: nu.toISOString(), adres: "/webhooks" });
  const bericht = { ...eigen, webhook: webhook.id, tekst, wijziging: null, gemaaktOp: nu };
  await insertBerichten(db, [bericht]);
  return true;
}

/** Sends what was given up again, with the same id; false where whoever asks may not. */
export async function stuurOpnieuw(beheer: Beheer, id: string): Promise<boolean> {
  const bericht = await findBericht(beheer.db, id);
  const webhook = bericht && (await findEigen(beheer, bericht.webhook));
  if (!bericht || !webhook || webhook.uit) return false;
  await herhaalBericht(beheer.db, bericht.id, beheer.nu);
  return true;
}

async function findEigen({ db, wie, nu }: Beheer, id: string): Promise<Webhook | undefined> {
  const webhook = await findWebhook(db, id);
  return webhook && mayManage(wie, webhook.organisatie, nu) ? webhook : undefined;
}

/** Who looks after the keys of a body does so for its webhooks too. */
function mayManage(wie: Wie, organisatie: string, nu: Date): boolean {
  return mag(wie, "apisleutels-beheren", { organisatie }, dagVan(nu)).mag;
}

function mistakesIn({ adres, soorten }: Webhookaanvraag, net: Webhooknet, on: number): string[] {
  const fouten: string[] = [];
  const hosts = [...net.hosts].toSorted().join(", ");
  if (hosts === "") fouten.push("Webhooks staan uit op deze server.");
  else if (adres.length > 500 || !magHeen(adres.trim(), net)) {
    fouten.push(
      `Adres: schrijf een adres dat begint met https://, zonder poort en zonder wachtwoord, bij een van deze servers: ${hosts}.`,
    );
  }
  if (soorten.length === 0 || soorten.some((soort) => !Object.hasOwn(WEBHOOKSOORTEN, soort))) {
    fouten.push("Waarvan: kies ten minste één gebeurtenis.");
  }
  if (on >= MEESTE_WEBHOOKS) {
    fouten.push(`Er staan al ${on} webhooks aan. Zet er eerst een uit.`);
  }
  return fouten;
}

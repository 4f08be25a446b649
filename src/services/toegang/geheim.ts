import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { type Handeling, mag } from "#rules/toegang/index.ts";
import { wieVraagt } from "#storage/als-wie.ts";
import { findRechtOp } from "#storage/eigendom.repository.ts";
import {
  findBeheerlink,
  insertLink,
  listLinks,
  type Recht,
  type Toegangslink,
} from "#storage/toegang.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { dagVan } from "./toegang.ts";

const BYTES = 32;

/** A link as its holder gets it, this one time: the secret itself is kept nowhere. */
export type NieuweLink = {
  readonly id: string;
  /** Absent where an account opens it, and nobody needs one. */
  readonly geheim?: string;
};

type Linkvraag = {
  readonly onderwerp: string;
  readonly recht: Recht;
  readonly naam?: string;
  readonly gemeente?: string;
};

/** Makes a link with a secret of 256 random bits, of which only the sha256 is kept. */
export async function makeLink(db: Connection, link: Linkvraag): Promise<Required<NieuweLink>> {
  const geheim = randomBytes(BYTES).toString("base64url");
  const id = randomUUID();
  await insertLink(db, { ...link, id, sha256: hashOf(geheim).toString("hex") });
  return { id, geheim };
}

/**
 * A way in for who makes something: their account where they have one, and else a secret.
 *
 * What is done with an account is noted under a link as well; nobody ever had its secret.
 */
export async function makeIngang(db: Connection, link: Linkvraag): Promise<NieuweLink> {
  if (wieVraagt().persoon === undefined) return makeLink(db, link);
  const id = randomUUID();
  const sha256 = randomBytes(BYTES).toString("hex");
  await insertLink(db, { ...link, id, sha256, ingetrokkenOp: new Date() });
  return { id };
}

// Asked about where nothing was named, so that an unknown id takes the same way as a wrong secret.
const NOBODY = "00000000-0000-4000-8000-000000000000";

/**
 * The link whose secret this is, or that somebody with an account may use without one; undefined
 * for a wrong secret and for an unknown onderwerp alike.
 *
 * Every link is compared whole, however early it differs, and always at least one.
 */
export async function openLink(
  db: Connection,
  onderwerp: string | undefined,
  geheim: string,
): Promise<Toegangslink | undefined> {
  const links = await listLinks(db, onderwerp ?? NOBODY);
  return findBySecret(links, geheim) ?? findByAccount(db, onderwerp ?? NOBODY);
}

/**
 * What opens without a secret: of one's own body as whoever manages it, and of others as a reader
 * what is shared with who asks, or with everybody.
 */
async function findByAccount(db: Connection, onderwerp: string): Promise<Toegangslink | undefined> {
  const recht = await findRechtOp(db, onderwerp);
  const beheer = await findBeheerlink(db, onderwerp);
  if (recht === undefined || beheer === undefined) return undefined;
  return { ...beheer, recht: recht === "wijzigen" ? "beheren" : "lezen", metAccount: true };
}

/**
 * Why the holder of a link may not do this; undefined where they may.
 *
 * A secret is itself the power it was given out with; with an account the table of powers says so.
 */
export function whyNotMetLink(link: Toegangslink, handeling: Handeling): string | undefined {
  if (!link.metAccount) return undefined;
  const oordeel = mag(wieVraagt(), handeling, "ergens", dagVan(new Date()));
  return oordeel.mag ? undefined : oordeel.waarom;
}

function findBySecret(links: readonly Toegangslink[], geheim: string): Toegangslink | undefined {
  const given = hashOf(geheim);
  let found: Toegangslink | undefined;
  timingSafeEqual(given, hashOf(""));
  for (const link of links) {
    if (timingSafeEqual(given, Buffer.from(link.sha256, "hex"))) found = link;
  }
  return found;
}

/** The id where it has the form of one; what else was written names nothing. */
export function asKenmerk(text: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : NOBODY;
}

function hashOf(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}

import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { mag } from "#rules/toegang/index.ts";
import { wieVraagt } from "#storage/als-wie.ts";
import { findRechtOp } from "#storage/eigendom.repository.ts";
import {
  insertLink,
  listLinks,
  type Recht,
  type Toegangslink,
} from "#storage/toegang.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { dagVan } from "./toegang.ts";

const BYTES = 32;

/** A link as its holder gets it, this one time: the secret itself is kept nowhere. */
export type NieuweLink = { readonly id: string; readonly geheim: string };

/** Makes a link with a secret of 256 random bits, of which only the sha256 is kept. */
export async function makeLink(
  db: Connection,
  link: {
    readonly onderwerp: string;
    readonly recht: Recht;
    readonly naam?: string;
    readonly gemeente?: string;
  },
): Promise<NieuweLink> {
  const geheim = randomBytes(BYTES).toString("base64url");
  const id = randomUUID();
  await insertLink(db, { ...link, id, sha256: hashOf(geheim).toString("hex") });
  return { id, geheim };
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
  return findBySecret(links, geheim) ?? findByAccount(db, onderwerp ?? NOBODY, links);
}

/**
 * What somebody's account opens: of their own body as whoever manages it, of others as a reader,
 * and of a correction round as the gemeente for which they may react.
 */
async function findByAccount(
  db: Connection,
  onderwerp: string,
  links: readonly Toegangslink[],
): Promise<Toegangslink | undefined> {
  const wie = wieVraagt();
  if (wie.persoon === undefined) return undefined;
  const recht = await findRechtOp(db, onderwerp);
  const beheer = links.find((link) => link.recht === "beheren");
  if (recht === undefined || beheer === undefined) return undefined;
  if (recht === "wijzigen") return beheer;
  const dag = dagVan(new Date());
  const gemeente = links.find(
    (link) =>
      link.gemeente !== undefined &&
      mag(wie, "cijfers-nakijken", { gebieden: [link.gemeente] }, dag).mag,
  );
  return gemeente ?? { ...beheer, recht: "lezen", metAccount: true };
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

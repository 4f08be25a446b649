import { randomUUID } from "node:crypto";
import type { Basis } from "#services/basis.ts";
import { listBesloten } from "#services/toegang/besloten-cijfers.ts";
import {
  asKenmerk,
  makeIngang,
  makeLink,
  type NieuweLink,
  whyNotMetLink,
} from "#services/toegang/geheim.ts";
import {
  findInhoud,
  findVersie,
  insertReeks,
  type Rekenversie,
  setStatus,
  type VersieInhoud,
  type Versiestatus,
} from "#storage/rekenversie.repository.ts";
import {
  removeInhoud,
  removeVervallen,
  shareVersie,
} from "#storage/rekenversie-kring.repository.ts";
import { listLinks, withdrawLink } from "#storage/toegang.repository.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import { isVastgesteld } from "#storage/vaststelling.repository.ts";
import { vervaltOp } from "./termijn.ts";
import { type Aanvraag, isOwn, openReeks, openVersie, type Reekszicht } from "./toegang.ts";

/** Starts an empty versiereeks, and gives its maker the way in by which it is managed. */
export function startReeks(db: Connection): Promise<{ readonly reeks: string } & NieuweLink> {
  return inTransaction(db, async (tx) => {
    const reeks = randomUUID();
    await insertReeks(tx, reeks);
    return { reeks, ...(await makeIngang(tx, { onderwerp: reeks, recht: "beheren" })) };
  });
}

/** A version that may be seen; one that is gone says so only to who could see it. */
export type Versielezing =
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "weg"; readonly versie: Rekenversie }
  | {
      readonly soort: "gevonden";
      readonly versie: Rekenversie;
      readonly inhoud: VersieInhoud;
      readonly zicht: Reekszicht;
    };

/** Reads one version. What lapsed by now is removed first, so that it is gone for everyone. */
export async function readVersie(
  db: Connection,
  nu: Date,
  aanvraag: Aanvraag,
): Promise<Versielezing> {
  const open = await openVersie(db, aanvraag);
  if (!open) return { soort: "niet-gevonden" };
  const { zicht } = open;
  const versie = await lapseWhereDue(db, nu, open.versie);
  const inhoud = versie.weg ? undefined : await findInhoud(db, versie);
  if (!inhoud) return { soort: "weg", versie };
  return { soort: "gevonden", versie, inhoud, zicht };
}

async function lapseWhereDue(db: Connection, nu: Date, versie: Rekenversie): Promise<Rekenversie> {
  if (versie.weg || versie.vervaltOp > nu.toISOString()) return versie;
  await removeVervallen(db, nu);
  return (await findVersie(db, versie.id)) ?? versie;
}

/** What came of doing something to a version. */
export type Versiedaad =
  | { readonly soort: "gedaan" }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "weg"; readonly versie: Rekenversie }
  | { readonly soort: "niet-van-u" }
  /** Somebody else was first; so it is now. */
  | { readonly soort: "veranderd"; readonly status: Versiestatus }
  /** A body of government adopted it: it stays. */
  | { readonly soort: "vastgesteld" }
  /** With an account, in no capacity that may do this. */
  | { readonly soort: "geen-macht"; readonly waarom: string }
  /** Figures without a source keep it from being shared (F223). */
  | { readonly soort: "zonder-bron"; readonly cijfers: readonly string[] }
  /** Small counts of people do (F224). */
  | { readonly soort: "kleine-aantallen"; readonly cijfers: readonly string[] };

/**
 * Says how far a version is. Further than «klaar voor bespreking» does not exist here.
 *
 * @param isNog Whether the version, as it is, still is what the asker saw; absent: they do not mind.
 */
export async function markVersie(
  db: Connection,
  nu: Date,
  aanvraag: Aanvraag,
  { status, isNog }: { readonly status: Versiestatus; readonly isNog?: Versietoets | undefined },
): Promise<Versiedaad> {
  const own = await readOwn(db, nu, aanvraag);
  if (own.soort !== "gevonden") return own;
  const { versie } = own;
  if (isNog && !isNog(versie)) return { soort: "veranderd", status: versie.status };
  const change = { vervaltOp: vervaltOp(status, nu), ...(isNog ? { gezet: versie.gezet } : {}) };
  if (await setStatus(db, versie.id, status, change)) return { soort: "gedaan" };
  const now = await readOwn(db, nu, aanvraag);
  if (now.soort !== "gevonden") return now;
  return { soort: "veranderd", status: now.versie.status };
}

type Versietoets = (versie: Rekenversie) => boolean;

/** Throws a version away: its content is gone, the fact that it was there stays. */
export async function throwAway(db: Connection, nu: Date, aanvraag: Aanvraag): Promise<Versiedaad> {
  const own = await readOwn(db, nu, aanvraag);
  if (own.soort !== "gevonden") return own;
  if (await isVastgesteld(db, { soort: "versie", id: own.versie.id })) {
    return { soort: "vastgesteld" };
  }
  const gone = await removeInhoud(db, own.versie.id, { op: nu, met: own.zicht.link.id });
  if (gone) return { soort: "gedaan" };
  // Nothing was thrown away: another was first, or the database did not let us.
  const now = await readOwn(db, nu, aanvraag);
  return now.soort === "gevonden" ? { soort: "niet-van-u" } : now;
}

/**
 * Lets a circle of the same reeks see a version. Only the maker of the reeks shares.
 *
 * Refuses where a figure has no source, or counts few people of a group: such a number stays with
 * who made it.
 */
export async function shareWith(
  { db, basis, nu }: { readonly db: Connection; readonly basis: Basis; readonly nu: Date },
  aanvraag: Aanvraag,
  kring: string,
): Promise<Versiedaad> {
  const read = await readVersie(db, nu, aanvraag);
  if (read.soort !== "gevonden") return read;
  const { versie, inhoud, zicht } = read;
  if (zicht.link.recht !== "beheren") return { soort: "niet-van-u" };
  const waarom = whyNotMetLink(zicht.link, "versies-bewaren");
  if (waarom !== undefined) return { soort: "geen-macht", waarom };
  const circles = await listLinks(db, zicht.reeks);
  if (!circles.some(({ id, recht }) => id === kring && recht !== "beheren")) {
    return { soort: "niet-gevonden" };
  }
  if (versie.gemaaktMet !== kring) {
    const cijfers = inhoud.ongebronde;
    if (cijfers.length > 0) return { soort: "zonder-bron", cijfers };
    const besloten = listBesloten(basis, inhoud);
    if (besloten.length > 0) return { soort: "kleine-aantallen", cijfers: besloten };
  }
  await shareVersie(db, { versie: versie.id, kring, met: zicht.link.id });
  return { soort: "gedaan" };
}

/** Makes a named circle with a link of its own; undefined where this link may not. */
export async function makeKring(
  db: Connection,
  aanvraag: Aanvraag,
  kring: { readonly naam: string; readonly recht: "meewerken" | "lezen" },
): Promise<Required<NieuweLink> | undefined> {
  const zicht = await openReeks(db, aanvraag);
  if (zicht?.link.recht !== "beheren") return undefined;
  return makeLink(db, { onderwerp: zicht.reeks, ...kring });
}

/** Ends the link of a circle; false where there is none, or where this link may not. */
export async function endKring(
  db: Connection,
  aanvraag: Aanvraag,
  kring: string,
): Promise<boolean> {
  const zicht = await openReeks(db, aanvraag);
  if (zicht?.link.recht !== "beheren" || zicht.link.id === kring) return false;
  return withdrawLink(db, { onderwerp: zicht.reeks, id: asKenmerk(kring) });
}

async function readOwn(
  db: Connection,
  nu: Date,
  aanvraag: Aanvraag,
): Promise<Extract<Versielezing, { soort: "gevonden" }> | Versiedaad> {
  const read = await readVersie(db, nu, aanvraag);
  if (read.soort !== "gevonden") return read;
  if (!isOwn(read.zicht, read.versie)) return { soort: "niet-van-u" };
  const waarom = whyNotMetLink(read.zicht.link, "versies-bewaren");
  return waarom === undefined ? read : { soort: "geen-macht", waarom };
}

import { randomUUID } from "node:crypto";
import type { Organisatie, Wie } from "#domain/toegang.ts";
import { type Handeling, mag } from "#rules/toegang/index.ts";
import {
  endMandaat,
  type Lid,
  listLeden,
  setUitgeschakeld,
} from "#storage/lidmaatschap.repository.ts";
import { insertMandaat, listMandatenVan } from "#storage/mandaat.repository.ts";
import { findOrganisatie } from "#storage/organisatie.repository.ts";
import {
  findAccount,
  findByEmail,
  findPersoon,
  insertPersoon,
  type Persoon,
} from "#storage/persoon.repository.ts";
import { endSessiesVan } from "#storage/sessie.repository.ts";
import { takeTurn } from "#storage/take-turn.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import {
  type Genodigde,
  type Ingevuld,
  type Lezing,
  readGenodigde,
  readMandaat,
} from "./beheer-invoer.ts";
import { dagVan, type Toegang } from "./toegang.ts";

/** What came of it; `niet-gevonden` for what is not there and for what is another's alike. */
export type Beheeruitkomst =
  | { readonly soort: "gedaan" }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "fouten"; readonly fouten: readonly string[] };

const GEDAAN: Beheeruitkomst = { soort: "gedaan" };
const NIET_GEVONDEN: Beheeruitkomst = { soort: "niet-gevonden" };

function mistakes(...fouten: readonly string[]): Beheeruitkomst {
  return { soort: "fouten", fouten };
}

/** Somebody at work in a body: who they are, and which body. */
export type Plek = { readonly wie: Wie; readonly organisatie: string };

/** The body, where whoever asks may do this there today. */
async function openPlek(
  db: Connection,
  { wie, organisatie }: Plek,
  handeling: Handeling,
  dag: string,
): Promise<(Organisatie & { readonly door: string }) | undefined> {
  if (wie.persoon === undefined) return undefined;
  if (!mag(wie, handeling, { organisatie }, dag).mag) return undefined;
  const body = await findOrganisatie(db, organisatie);
  return body && { ...body, door: wie.persoon };
}

/** Asks somebody in, with a first mandate; who has an account or an invitation already keeps it. */
export async function nodigUit(
  { db, nu, aanbieder }: Toegang,
  plek: Plek,
  ingevuld: Ingevuld,
): Promise<Beheeruitkomst> {
  const dag = dagVan(nu());
  const body = await openPlek(db, plek, "personen-beheren", dag);
  if (!body) return NIET_GEVONDEN;
  const [genodigde, mandaat] = [readGenodigde(ingevuld), readMandaat(ingevuld, body, dag)];
  if (!genodigde.ok || !mandaat.ok) {
    return mistakes(...mistakesOf(genodigde), ...mistakesOf(mandaat));
  }
  return inTransaction(db, async (tx) => {
    await takeTurn(tx, "beheer van personen");
    const persoon = await findOrInvite(tx, genodigde.waarde, aanbieder.issuer);
    if (persoon.uitgeschakeld) return mistakes(`Het account van ${persoon.naam} staat uit.`);
    const made = { id: randomUUID(), persoon: persoon.id, organisatie: body.id };
    await insertMandaat(tx, { ...made, ...mandaat.waarde, gegevenDoor: body.door });
    return GEDAAN;
  });
}

function mistakesOf(lezing: Lezing<unknown>): readonly string[] {
  return lezing.ok ? [] : lezing.fouten;
}

async function findOrInvite(
  tx: Connection,
  genodigde: Genodigde,
  issuer: string,
): Promise<Persoon> {
  const { naam, ...known } = genodigde;
  const found =
    "email" in known
      ? await findByEmail(tx, known.email)
      : await findAccount(tx, { issuer, sub: known.sub });
  if (found) return found;
  const persoon = {
    ...{ id: randomUUID(), naam },
    ...("email" in known ? { email: known.email } : { account: { issuer, sub: known.sub } }),
  };
  await insertPersoon(tx, persoon);
  return { ...persoon, uitgeschakeld: false };
}

/** Gives somebody who acts or acted for the body another mandate. */
export async function geefMandaat(
  { db, nu }: Toegang,
  plek: Plek,
  ingevuld: Ingevuld,
): Promise<Beheeruitkomst> {
  const dag = dagVan(nu());
  const body = await openPlek(db, plek, "personen-beheren", dag);
  if (!body) return NIET_GEVONDEN;
  const leden = await listLeden(db, body.id);
  const lid = leden.find(({ persoon }) => persoon === ingevuld.persoon);
  if (!lid) return NIET_GEVONDEN;
  const mandaat = readMandaat(ingevuld, body, dag);
  if (!mandaat.ok) return mistakes(...mandaat.fouten);
  if (lid.uitgeschakeld) return mistakes(`Het account van ${lid.naam} staat uit.`);
  const made = { id: randomUUID(), persoon: lid.persoon, organisatie: body.id };
  await insertMandaat(db, { ...made, ...mandaat.waarde, gegevenDoor: body.door });
  return GEDAAN;
}

/** Ends a mandate at once; the last beheerder of today stays, or nobody could give any. */
export async function beeindigMandaat(
  { db, nu }: Toegang,
  plek: Plek,
  id: string,
): Promise<Beheeruitkomst> {
  const op = nu();
  const body = await openPlek(db, plek, "personen-beheren", dagVan(op));
  if (!body) return NIET_GEVONDEN;
  return inTransaction(db, async (tx) => {
    await takeTurn(tx, "beheer van personen");
    const leden = await listLeden(tx, body.id);
    if (isLastBeheerder(leden, ({ mandaat }) => mandaat === id, dagVan(op))) {
      return mistakes(LAATSTE);
    }
    const ended = await endMandaat(tx, body.id, { id, door: body.door, op });
    return ended ? GEDAAN : NIET_GEVONDEN;
  });
}

const LAATSTE =
  "Dit is de laatste beheerder van vandaag. Geef eerst een ander dat mandaat: anders kan niemand meer mensen uitnodigen.";

/** Whether without these no beheerder would be left today. */
function isLastBeheerder(leden: readonly Lid[], gone: (lid: Lid) => boolean, dag: string): boolean {
  const standing = leden.filter(
    ({ rol, van, tot, beeindigd, uitgeschakeld }) =>
      rol === "beheerder" &&
      beeindigd === undefined &&
      !uitgeschakeld &&
      van <= dag &&
      dag <= (tot ?? dag),
  );
  return standing.length > 0 && standing.every(gone);
}

/**
 * Switches off the account of somebody who acts for this body alone; every session ends at once.
 *
 * Of somebody who also acts for others only the own mandates can be ended.
 */
export async function schakelUit(
  { db, nu }: Toegang,
  plek: Plek,
  persoon: string,
): Promise<Beheeruitkomst> {
  const op = nu();
  const body = await openPlek(db, plek, "personen-beheren", dagVan(op));
  if (!body) return NIET_GEVONDEN;
  return inTransaction(db, async (tx) => {
    await takeTurn(tx, "beheer van personen");
    const leden = await listLeden(tx, body.id);
    const lid = leden.find((one) => one.persoon === persoon);
    if (!lid) return NIET_GEVONDEN;
    if (isLastBeheerder(leden, (one) => one.persoon === persoon, dagVan(op))) {
      return mistakes(LAATSTE);
    }
    const mandaten = await listMandatenVan(tx, persoon);
    if (mandaten.some(({ organisatie }) => organisatie.id !== body.id)) {
      return mistakes(
        `${lid.naam} handelt ook voor een andere organisatie. Beëindig alleen de mandaten van ${body.naam}.`,
      );
    }
    await setUitgeschakeld(tx, persoon, op);
    await endSessiesVan(tx, persoon, op);
    return GEDAAN;
  });
}

/** Switches an account of the body on again; what they may is what their mandates say. */
export async function schakelIn(
  { db, nu }: Toegang,
  plek: Plek,
  persoon: string,
): Promise<Beheeruitkomst> {
  const body = await openPlek(db, plek, "personen-beheren", dagVan(nu()));
  if (!body) return NIET_GEVONDEN;
  const leden = await listLeden(db, body.id);
  const known = leden.some((one) => one.persoon === persoon) && (await findPersoon(db, persoon));
  if (!known) return NIET_GEVONDEN;
  await setUitgeschakeld(db, persoon, null);
  return GEDAAN;
}

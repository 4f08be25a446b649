import { createHash, randomBytes, randomUUID } from "node:crypto";
import { APIRECHTEN, APIROLLEN, type Apirecht, LANGSTE_DAGEN } from "#domain/apisleutel.ts";
import { type Organisatie, ROLLEN_VAN, type Rol, type Wie } from "#domain/toegang.ts";
import { mag } from "#rules/toegang/index.ts";
import {
  type Apisleutel,
  findEigenaar,
  findSleutel,
  insertSleutel,
  listSleutels,
  touchSleutel,
  withdrawSleutel,
} from "#storage/apisleutel.repository.ts";
import { findOrganisatie } from "#storage/organisatie.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { dagVan } from "./toegang.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** How every key begins, so that a scanner finds one that was left lying about. */
const BEGIN = "woonregie_";
const SHOWN = BEGIN.length + 6;

/** A program that asks: for which body, and what it may. */
export type Sleutelhouder = { readonly wie: Wie; readonly rechten: readonly Apirecht[] };

/**
 * Who asks with this key on this moment; undefined where it opens nothing any more.
 *
 * A program sees what its body may see; circles are of people.
 */
export async function readSleutelhouder(
  db: Connection,
  geheim: string,
  nu: Date,
): Promise<Sleutelhouder | undefined> {
  const sha256 = hashOf(geheim);
  const sleutel = await findSleutel(db, sha256);
  const dag = dagVan(nu);
  if (!sleutel || dag > sleutel.tot) return undefined;
  const organisatie = await findOrganisatie(db, sleutel.organisatie);
  if (!organisatie || (organisatie.tot !== undefined && dag > organisatie.tot)) return undefined;
  const { id, rol, gemaaktOp, tot, laatstGebruiktOp } = sleutel;
  if (!laatstGebruiktOp || nu.getTime() - laatstGebruiktOp.getTime() >= MINUTE_MS) {
    await touchSleutel(db, sha256, nu);
  }
  const namens = [{ id, organisatie, rol, van: dagVan(gemaaktOp), tot }];
  const naam = `Apisleutel ${sleutel.naam}`;
  return {
    wie: { persoon: sleutel.gemaaktDoor, programma: true, naam, namens, kringen: [] },
    rechten: sleutel.rechten,
  };
}

/** The bodies whose keys somebody may see and make today. */
export function listSleutelbeheer(wie: Wie, nu: Date): readonly Organisatie[] {
  const bodies = new Map(wie.namens.map(({ organisatie }) => [organisatie.id, organisatie]));
  return [...bodies.values()].filter(({ id }) => mayManage(wie, id, nu));
}

/** The keys of a body; none where whoever asks may not see them. */
export async function listSleutelsVan(
  db: Connection,
  wie: Wie,
  organisatie: string,
  nu: Date,
): Promise<readonly Apisleutel[]> {
  return mayManage(wie, organisatie, nu) ? listSleutels(db, organisatie) : [];
}

/** What somebody asks for in a form. */
export type Sleutelaanvraag = {
  readonly organisatie: string;
  readonly naam: string;
  readonly rol: string;
  readonly rechten: readonly string[];
  /** A day. */
  readonly tot: string;
};

type Gemaakt =
  | { readonly ok: true; readonly sleutel: Apisleutel; readonly geheim: string }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** Makes a key. Its secret is in the answer, this one time, and is kept nowhere. */
export async function makeSleutel(
  db: Connection,
  wie: Wie,
  aanvraag: Sleutelaanvraag,
  nu: Date,
): Promise<Gemaakt> {
  const { organisatie: id, naam, rol, rechten, tot } = aanvraag;
  const organisatie = wie.namens.find((mandaat) => mandaat.organisatie.id === id)?.organisatie;
  if (wie.persoon === undefined || !organisatie || !mayManage(wie, id, nu)) {
    return { ok: false, fouten: ["U mag voor deze organisatie geen sleutels maken."] };
  }
  const fouten = mistakesIn(aanvraag, organisatie, nu);
  if (fouten.length > 0) return { ok: false, fouten };
  const geheim = BEGIN + randomBytes(32).toString("base64url");
  const sleutel = {
    ...{ id: randomUUID(), organisatie: id, naam: naam.trim(), begin: geheim.slice(0, SHOWN) },
    ...{ rol: rol as Rol, rechten: rechten as readonly Apirecht[] },
    ...{ gemaaktDoor: wie.persoon, gemaaktOp: nu, tot },
  };
  await insertSleutel(db, { ...sleutel, sha256: hashOf(geheim) });
  return { ok: true, sleutel, geheim };
}

/** Ends a key; false where there is none that whoever asks may end. */
export async function withdrawEigenSleutel(
  db: Connection,
  wie: Wie,
  id: string,
  nu: Date,
): Promise<boolean> {
  const organisatie = await findEigenaar(db, id);
  if (wie.persoon === undefined || organisatie === undefined) return false;
  if (!mayManage(wie, organisatie, nu)) return false;
  await withdrawSleutel(db, { id, door: wie.persoon, op: nu });
  return true;
}

/** The roles in which a program can act for a body. */
export function rollenVoorSleutel({ soort }: Organisatie): readonly Rol[] {
  return ROLLEN_VAN[soort].filter((rol) => APIROLLEN.includes(rol));
}

/** The last day that a key made now can have. */
export function laatsteDag(nu: Date): string {
  return dagVan(new Date(nu.getTime() + LANGSTE_DAGEN * DAY_MS));
}

function mayManage(wie: Wie, organisatie: string, nu: Date): boolean {
  return mag(wie, "apisleutels-beheren", { organisatie }, dagVan(nu)).mag;
}

function mistakesIn(aanvraag: Sleutelaanvraag, organisatie: Organisatie, nu: Date): string[] {
  const { naam, rol, rechten, tot } = aanvraag;
  const [first, last] = [dagVan(nu), laatsteDag(nu)];
  const fouten: string[] = [];
  if (naam.trim() === "" || naam.length > 80) {
    fouten.push("Naam: schrijf in hoogstens 80 tekens waar de sleutel voor is.");
  }
  if (!rollenVoorSleutel(organisatie).some((one) => one === rol)) {
    fouten.push("Rol: kies in welke rol het programma handelt.");
  }
  if (rechten.length === 0 || rechten.some((recht) => !(recht in APIRECHTEN))) {
    fouten.push("Rechten: kies ten minste één recht.");
  }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(tot) && !Number.isNaN(Date.parse(tot));
  if (!isDay || tot < first || tot > last) {
    fouten.push(`Tot en met: kies een dag van ${first} tot en met ${last}.`);
  }
  return fouten;
}

function hashOf(geheim: string): string {
  return createHash("sha256").update(geheim, "utf8").digest("hex");
}

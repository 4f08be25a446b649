import type { Eigendom, Wie } from "#domain/toegang.ts";
import { type Handeling, mag } from "#rules/toegang/index.ts";
import type { Basis } from "#services/basis.ts";
import { findRonde } from "#storage/correctie.repository.ts";
import { deelDocument, listVersies } from "#storage/eigen-document.repository.ts";
import {
  type Deling,
  deelOnderwerp,
  findEigendom,
  listKringnamen,
  type Onderwerp,
} from "#storage/eigendom.repository.ts";
import { findFonds } from "#storage/fonds.repository.ts";
import { findInlevering } from "#storage/inlevering.repository.ts";
import { findInhoud, findVersie } from "#storage/rekenversie.repository.ts";
import { listLinks, type Toegangslink, withdrawLink } from "#storage/toegang.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { findLijst } from "#storage/woordenlijst.repository.ts";
import { listBesloten } from "./besloten-cijfers.ts";
import { asKenmerk } from "./geheim.ts";
import { dagVan } from "./toegang.ts";

/** What people share: a kept version, a correction round, a word list, a delivery, a fund, a document. */
export type Deelsoort = "versie" | "ronde" | "lijst" | "levering" | "fonds" | "document";

const TABELLEN: Readonly<Record<Exclude<Deelsoort, "document">, Onderwerp>> = {
  versie: "rekenversie",
  ronde: "correctieronde",
  lijst: "woordenlijst",
  levering: "inlevering",
  fonds: "fonds",
};

const HANDELINGEN: Readonly<Record<Deelsoort, Handeling>> = {
  versie: "versies-bewaren",
  ronde: "correctieronde-houden",
  lijst: "woordenlijst-maken",
  levering: "cijfers-inleveren",
  fonds: "fondsen-bijhouden",
  document: "documenten-bewaren",
};

/** Something as who asks may see it: what it is called, who sees it, and which old links open it. */
export type Deelbeeld = {
  readonly soort: Deelsoort;
  readonly id: string;
  readonly titel: string;
  /** Absent for a document from before there were accounts: everybody sees it, and may change it. */
  readonly eigendom?: Eigendom;
  readonly wijzigbaar: boolean;
  /** The circles that who asks is in. */
  readonly kringen: readonly { readonly id: string; readonly naam: string }[];
  /** Secret links that still open it; only for whoever may withdraw them. */
  readonly links: readonly Toegangslink[];
};

/** Where things are kept, who asks, and on which moment. */
export type Deelvraag = {
  readonly db: Connection;
  readonly basis: Basis;
  readonly wie: Wie;
  readonly nu: Date;
};

/** Something that can be shared; undefined where who asks may not see it or it has no owner. */
export async function readDeelbeeld(
  { db, wie }: Pick<Deelvraag, "db" | "wie">,
  soort: Deelsoort,
  id: string,
): Promise<Deelbeeld | undefined> {
  const found = await findDing(db, soort, id);
  if (!found) return undefined;
  const { opener, ...ding } = found;
  const kringen = await listKringnamen(db, wie.kringen);
  const mine = ding.wijzigbaar && opener !== undefined;
  return { soort, ...ding, kringen, links: mine ? await listLinks(db, opener) : [] };
}

/** What came of sharing something. */
export type Deeluitkomst =
  | { readonly soort: "gedaan" }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "niet-van-u" }
  | { readonly soort: "geen-macht"; readonly waarom: string }
  /** Figures without a source (F223), or small counts of people (F224), stay with who made it. */
  | {
      readonly soort: "zonder-bron" | "kleine-aantallen";
      readonly cijfers: readonly string[];
    };

/** Lets others see something, further or less far. Only the body that it is of does that. */
export async function deel(
  vraag: Deelvraag,
  soort: Deelsoort,
  id: string,
  deling: Deling,
): Promise<Deeluitkomst> {
  const refusal = await whyNot(vraag, soort, id);
  if (refusal) return refusal;
  const kept = soort === "versie" && isBuiten(deling) ? await keptIn(vraag, id) : undefined;
  if (kept) return kept;
  const done =
    soort === "document"
      ? await deelDocument(vraag.db, id, deling)
      : await deelOnderwerp(vraag.db, TABELLEN[soort], asKenmerk(id), deling);
  return { soort: done ? "gedaan" : "niet-van-u" };
}

/** Ends a secret link of before there were accounts: it opens nothing any more. */
export async function endLink(
  vraag: Deelvraag,
  soort: Deelsoort,
  id: string,
  link: string,
): Promise<Deeluitkomst> {
  const refusal = await whyNot(vraag, soort, id);
  if (refusal) return refusal;
  const opener = (await findDing(vraag.db, soort, id))?.opener;
  if (opener === undefined) return { soort: "niet-gevonden" };
  const ended = await withdrawLink(vraag.db, { onderwerp: opener, id: asKenmerk(link) });
  return { soort: ended ? "gedaan" : "niet-gevonden" };
}

async function whyNot(
  { db, wie, nu }: Deelvraag,
  soort: Deelsoort,
  id: string,
): Promise<Deeluitkomst | undefined> {
  const found = await findDing(db, soort, id);
  if (!found) return { soort: "niet-gevonden" };
  if (!found.wijzigbaar || !found.eigendom) return { soort: "niet-van-u" };
  // Of a fund the table says whose it must be; of the rest, that one may do it somewhere.
  const { organisatie } = found.eigendom;
  const own = soort === "fonds" && organisatie !== undefined ? { organisatie } : undefined;
  const oordeel = mag(wie, HANDELINGEN[soort], own ?? "ergens", dagVan(nu));
  return oordeel.mag ? undefined : { soort: "geen-macht", waarom: oordeel.waarom };
}

/** Further than whoever made it: their body. */
function isBuiten({ zichtbaarheid }: Deling): boolean {
  return zichtbaarheid !== "prive" && zichtbaarheid !== "organisatie";
}

async function keptIn({ db, basis }: Deelvraag, id: string): Promise<Deeluitkomst | undefined> {
  const versie = await findVersie(db, asKenmerk(id));
  const inhoud = versie && !versie.weg ? await findInhoud(db, versie) : undefined;
  if (!inhoud) return { soort: "niet-gevonden" };
  if (inhoud.ongebronde.length > 0) return { soort: "zonder-bron", cijfers: inhoud.ongebronde };
  const besloten = listBesloten(basis, inhoud);
  return besloten.length > 0 ? { soort: "kleine-aantallen", cijfers: besloten } : undefined;
}

type Ding = {
  readonly id: string;
  readonly titel: string;
  readonly eigendom?: Eigendom;
  readonly wijzigbaar: boolean;
  /** What its secret links open; absent for what never had any. */
  readonly opener?: string;
};

async function findDing(db: Connection, soort: Deelsoort, id: string): Promise<Ding | undefined> {
  if (soort === "document") {
    const newest = (await listVersies(db, id)).at(-1);
    if (!newest) return undefined;
    const { titel, eigendom, wijzigbaar } = newest;
    return { id, titel, wijzigbaar, ...(eigendom ? { eigendom } : {}) };
  }
  const owned = await findEigendom(db, TABELLEN[soort], asKenmerk(id));
  if (!owned) return undefined;
  const named = await NAMEN[soort](db, id);
  return named && { id, ...owned, ...named };
}

type Naam = { readonly titel: string; readonly opener?: string };

const NAMEN: Readonly<
  Record<Exclude<Deelsoort, "document">, (db: Connection, id: string) => Promise<Naam | undefined>>
> = {
  versie: async (db, id) => {
    const versie = await findVersie(db, id);
    const inhoud = versie && !versie.weg ? await findInhoud(db, versie) : undefined;
    if (!versie || !inhoud) return undefined;
    return { titel: `versie ${versie.nummer}, «${inhoud.naam}»`, opener: versie.reeks };
  },
  ronde: async (db, id) => {
    const ronde = await findRonde(db, id);
    return ronde && { titel: `ronde «${ronde.naam}»`, opener: id };
  },
  lijst: async (db, id) => {
    const lijst = await findLijst(db, id);
    return lijst && { titel: `de woorden van ${lijst.regio}`, opener: id };
  },
  levering: async (db, id) => {
    const levering = await findInlevering(db, id);
    return levering && { titel: `levering «${levering.bestandsnaam}»`, opener: id };
  },
  fonds: async (db, id) => {
    const found = await findFonds(db, id);
    return found && { titel: `fonds «${found.fonds.naam}»` };
  },
};

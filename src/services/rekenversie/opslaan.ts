import { createHash, randomUUID } from "node:crypto";
import type { Basis } from "#services/basis.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { toCanoniek } from "#services/kader/canoniek.ts";
import { readVanDeRegio } from "#services/rekenblad/van-de-regio.ts";
import { whyNotMetLink } from "#services/toegang/geheim.ts";
import {
  findOpgeslagen,
  insertVersie,
  lockReeks,
  type Rekenversie,
  type Versiegebeurtenis,
  type VersieInhoud,
} from "#storage/rekenversie.repository.ts";
import { shareVersie } from "#storage/rekenversie-kring.repository.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import type { Bevroren } from "./bevries-blad.ts";
import type { Bronnen } from "./bronvermelding.ts";
import { vervaltOp } from "./termijn.ts";
import { type Aanvraag, openReeks, type Reekszicht } from "./toegang.ts";

/** What the browser sends to keep a sheet as a version. */
export type Opslagverzoek = {
  readonly naam: string;
  readonly maker?: string | undefined;
  /** The query of the sheet. */
  readonly adres: string;
  /** The version that the sheet was opened from; absent for the first of a reeks. */
  readonly vorige?: string | undefined;
  /** Keep it beside a version that somebody else saved meanwhile. */
  readonly ernaast: boolean;
  readonly bronnen: Bronnen;
  /** What was changed since the version before. */
  readonly gebeurtenissen: readonly Versiegebeurtenis[];
};

export type Opslag =
  | { readonly soort: "bewaard"; readonly versie: Rekenversie; readonly nieuw: boolean }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "alleen-lezen" }
  /** With an account, in no capacity that may keep a version. */
  | { readonly soort: "geen-macht"; readonly waarom: string }
  | { readonly soort: "fouten"; readonly fouten: readonly string[] }
  /** Somebody else saved since; nothing of either is lost. */
  | { readonly soort: "botsing"; readonly nieuwste: Rekenversie }
  /** This key was used for another request. */
  | { readonly soort: "andere-inhoud" };

/** Where versions are kept, and what time it is for whoever asks. */
export type Kluis = {
  readonly db: Connection;
  readonly basis: OpenbareBasis;
  readonly nu: Date;
  /** Reads and freezes the sheet that was sent, over a basis with the corrections it names. */
  readonly freeze: (basis: Basis) => Bevroren;
};

/**
 * Keeps a sheet as the next version of a reeks: frozen, and never changed after.
 *
 * A repeated request with the same `sleutel` gives the version of the first. Once this has
 * answered `bewaard`, it is kept.
 */
export async function saveVersie(
  kluis: Kluis,
  aanvraag: Aanvraag,
  sleutel: string,
  verzoek: Opslagverzoek,
): Promise<Opslag> {
  const zicht = await openReeks(kluis.db, aanvraag);
  if (!zicht) return { soort: "niet-gevonden" };
  if (zicht.link.recht === "lezen") return { soort: "alleen-lezen" };
  const waarom = whyNotMetLink(zicht.link, "versies-bewaren");
  if (waarom !== undefined) return { soort: "geen-macht", waarom };
  const keys = {
    opslagsleutel: hash(`${zicht.link.id} ${sleutel}`),
    verzoek: hash(toCanoniek(verzoek)),
  };
  const before = await findBefore(kluis.db, zicht, keys);
  if (before) return before;
  // Working it out takes longest, and needs no turn.
  const frozen = await freezeCorrected(kluis, verzoek);
  if (!frozen.ok) return { soort: "fouten", fouten: frozen.fouten };
  const { naam, maker, adres } = verzoek;
  const { regio, ongebronde, bevriezingen } = frozen;
  const inhoud = { naam, ...(maker ? { maker } : {}), adres, regio, ongebronde, bevriezingen };
  return inTransaction(kluis.db, async (tx) => {
    await lockReeks(tx, zicht.reeks);
    return (
      (await findBefore(tx, zicht, keys)) ??
      keep({ ...kluis, db: tx }, aanvraag, { keys, verzoek, inhoud })
    );
  });
}

/** With the corrections of the round that the sheet names. */
async function freezeCorrected(
  { db, basis, freeze }: Kluis,
  { adres }: Opslagverzoek,
): Promise<Bevroren> {
  const ronde = new URLSearchParams(adres).get("ronde")?.trim();
  const read = await readVanDeRegio(db, basis, ronde ? { ronde } : {});
  return read.ok ? freeze(read.basis) : read;
}

type Sleutels = { readonly opslagsleutel: string; readonly verzoek: string };

async function findBefore(
  db: Connection,
  { reeks }: Reekszicht,
  { opslagsleutel, verzoek }: Sleutels,
): Promise<Opslag | undefined> {
  const before = await findOpgeslagen(db, reeks, opslagsleutel);
  if (!before) return undefined;
  if (before.verzoek !== verzoek) return { soort: "andere-inhoud" };
  return { soort: "bewaard", versie: before.versie, nieuw: false };
}

type Opdracht = {
  readonly keys: Sleutels;
  readonly verzoek: Opslagverzoek;
  readonly inhoud: VersieInhoud;
};

/** With the turn in hand: looks again at what there is, and keeps it where that still fits. */
async function keep(
  { db, nu }: Kluis,
  aanvraag: Aanvraag,
  { keys, verzoek, inhoud }: Opdracht,
): Promise<Opslag> {
  const zicht = await openReeks(db, aanvraag);
  if (!zicht) return { soort: "niet-gevonden" };
  const { link, reeks, versies } = zicht;
  const { vorige, gebeurtenissen } = verzoek;
  if (vorige !== undefined && !versies.some(({ id }) => id === vorige)) {
    return { soort: "fouten", fouten: [`Er is hier geen versie «${vorige}» om op voort te gaan.`] };
  }
  const newest = versies.findLast(({ weg }) => !weg);
  if (newest && newest.id !== vorige && !verzoek.ernaast) {
    return { soort: "botsing", nieuwste: newest };
  }
  const versie = await insertVersie(db, {
    ...keys,
    id: randomUUID(),
    reeks,
    ...(vorige === undefined ? {} : { vorige }),
    gemaaktOp: nu,
    gemaaktMet: link.id,
    vervaltOp: vervaltOp("concept", nu),
    inhoud,
    gebeurtenissen,
  });
  // What a circle makes is the circle's own.
  if (link.recht === "meewerken") {
    await shareVersie(db, { versie: versie.id, kring: link.id, met: link.id });
  }
  return { soort: "bewaard", versie, nieuw: true };
}

function hash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

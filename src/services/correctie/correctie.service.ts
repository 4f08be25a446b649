import { randomUUID } from "node:crypto";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { toRekenjson } from "#contract/rekenblad/codec.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { isDatum, parseMoment } from "#domain/peildatum.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";
import { listGemeentecijfers } from "#services/cijfers/cijferoverzicht.service.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { isBesloten } from "#services/toegang/besloten-cijfers.ts";
import { asKenmerk, makeLink, type NieuweLink, openLink } from "#services/toegang/geheim.ts";
import { dayOf, findGebied } from "#services/verdeling/opdracht.ts";
import {
  type Correctiereactie,
  type Correctieronde,
  findRonde,
  insertReactie,
  insertRonde,
  listReacties,
} from "#storage/correctie.repository.ts";
import { listLinks, withdrawLink } from "#storage/toegang.repository.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import { withCorrecties } from "./met-correcties.ts";

/** Where rounds are kept, and the figures they are about. */
export type Rondekluis = { readonly db: Connection; readonly basis: OpenbareBasis };

/** A round that was opened, with one link for each gemeente; each secret is given this one time. */
export type GeopendeRonde = {
  readonly ronde: string;
  readonly beheer: NieuweLink;
  readonly gemeenten: readonly ({
    readonly gemeente: string;
    readonly naam: string;
  } & NieuweLink)[];
};

/** Opens a round over the gemeenten of a region, or says why there is no such region. */
export async function openRonde(
  { db, basis }: Rondekluis,
  vraag: {
    readonly naam: string;
    readonly regio: string;
    readonly op: string;
    readonly organisator?: string | undefined;
  },
): Promise<GeopendeRonde | { readonly fouten: readonly string[] }> {
  const fouten: string[] = [];
  const gebied = findGebied(basis, vraag.regio, dayOf(vraag.op), fouten);
  if (!gebied) return { fouten };
  return inTransaction(db, async (tx) => {
    const ronde = randomUUID();
    const { naam, regio, op, organisator } = vraag;
    await insertRonde(tx, { id: ronde, naam, regio, op, ...(organisator ? { organisator } : {}) });
    const beheer = await makeLink(tx, { onderwerp: ronde, recht: "beheren" });
    const gemeenten: GeopendeRonde["gemeenten"][number][] = [];
    for (const { id: gemeente, naam } of gebied.eenheden) {
      const link = await makeLink(tx, { onderwerp: ronde, recht: "nakijken", gemeente });
      gemeenten.push({ gemeente, naam, ...link });
    }
    return { ronde, beheer, gemeenten };
  });
}

/** How far a gemeente is; until it says something it is `niet gereageerd`, whatever the reason. */
export type Correctiestand = "gezien" | "gecorrigeerd" | "niet gereageerd";

export type Rondebeeld = {
  readonly ronde: Correctieronde;
  readonly gemeenten: readonly {
    readonly gemeente: string;
    readonly naam: string;
    readonly stand: Correctiestand;
    /** What others read beside its figures while it has not reacted. */
    readonly opmerking?: "nog niet nagekeken";
    readonly reacties: readonly Correctiereactie[];
  }[];
};

/** A round as everybody sees it who has its address; undefined where there is none. */
export async function readRonde(
  { db, basis }: Rondekluis,
  id: string,
): Promise<Rondebeeld | undefined> {
  const ronde = await findRonde(db, asKenmerk(id));
  if (!ronde) return undefined;
  const gebied = findGebied(basis, ronde.regio, dayOf(ronde.op), []);
  const all = await listReacties(db, ronde.id);
  const gemeenten = (gebied?.eenheden ?? []).map(({ id: gemeente, naam }) => {
    const reacties = all.filter((reactie) => reactie.gemeente === gemeente);
    const stand = standOf(reacties);
    if (stand !== "niet gereageerd") return { gemeente, naam, stand, reacties };
    return { gemeente, naam, stand, opmerking: "nog niet nagekeken" as const, reacties };
  });
  return { ronde, gemeenten };
}

function standOf(reacties: readonly Correctiereactie[]): Correctiestand {
  if (reacties.some(({ soort }) => soort === "gecorrigeerd")) return "gecorrigeerd";
  return reacties.length > 0 ? "gezien" : "niet gereageerd";
}

/** What a gemeente says: all was seen, or one figure is otherwise, from a source, on a day. */
export type Correctieverzoek = {
  readonly wie?: string | undefined;
  readonly correctie?:
    | {
        readonly indicator: string;
        readonly cel: readonly string[];
        /** As the Dutch write it: `1.250`, `5,5%`, `420 tot 480`, `onbekend`. */
        readonly waarde: string;
        readonly moment: string;
        readonly bron: string;
        readonly peildatum: string;
      }
    | undefined;
};

export type Correctiedaad =
  | { readonly soort: "gedaan"; readonly id: string }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "fouten"; readonly fouten: readonly string[] };

/**
 * Keeps what a gemeente says of its own figures. The link says which gemeente; of another it can
 * say nothing. What stood there before stays beside it.
 */
export async function react(
  kluis: Rondekluis,
  { id, geheim }: { readonly id: string; readonly geheim: string },
  verzoek: Correctieverzoek,
): Promise<Correctiedaad> {
  const link = await openLink(kluis.db, asKenmerk(id), geheim);
  if (!link?.gemeente) return { soort: "niet-gevonden" };
  const { gemeente, onderwerp: ronde } = link;
  const common = {
    id: randomUUID(),
    ronde,
    gemeente,
    link: link.id,
    ...(verzoek.wie ? { wie: verzoek.wie } : {}),
  };
  if (!verzoek.correctie) {
    await insertReactie(kluis.db, { ...common, soort: "gezien" });
    return { soort: "gedaan", id: common.id };
  }
  const read = readCorrectie(kluis.basis, gemeente, verzoek.correctie);
  if ("fouten" in read) return { soort: "fouten", fouten: read.fouten };
  await insertReactie(kluis.db, {
    ...common,
    soort: "gecorrigeerd",
    waarneming: toRekenjson(read),
    was: toRekenjson(await stoodThere(kluis, ronde, read)),
    peildatum: verzoek.correctie.peildatum,
  });
  return { soort: "gedaan", id: common.id };
}

/** The figures of the gemeente of this link, its corrections first; undefined for a wrong secret. */
export async function readEigenCijfers(
  { db, basis }: Rondekluis,
  { id, geheim }: { readonly id: string; readonly geheim: string },
): Promise<{ readonly gemeente: string; readonly cijfers: readonly Waarneming[] } | undefined> {
  const link = await openLink(db, asKenmerk(id), geheim);
  if (!link?.gemeente) return undefined;
  const { gemeente, onderwerp } = link;
  const corrected = await withCorrecties(db, basis, onderwerp);
  const ronde = await findRonde(db, onderwerp);
  const rows = listGemeentecijfers(corrected, gemeente, dayOf(ronde?.op ?? ""));
  const cijfers = rows.flatMap(({ geleverd }) => geleverd.map(({ waarneming }) => waarneming));
  return { gemeente, cijfers };
}

/** Gives a gemeente a new link in place of the old one; undefined where this link may not. */
export async function renewLink(
  db: Connection,
  { id, geheim }: { readonly id: string; readonly geheim: string },
  gemeente: string,
): Promise<NieuweLink | undefined> {
  const link = await openLink(db, asKenmerk(id), geheim);
  if (link?.recht !== "beheren") return undefined;
  const { onderwerp } = link;
  return inTransaction(db, async (tx) => {
    const old = (await listLinks(tx, onderwerp)).filter((item) => item.gemeente === gemeente);
    if (old.length === 0) return undefined;
    for (const { id } of old) await withdrawLink(tx, { onderwerp, id });
    return makeLink(tx, { onderwerp, recht: "nakijken", gemeente });
  });
}

/** What is known of the same figure at this moment, earlier corrections first. */
async function stoodThere(
  { db, basis }: Rondekluis,
  ronde: string,
  { indicator, gebied, cel, moment }: Waarneming,
): Promise<readonly Waarneming[]> {
  const { cijfers } = await withCorrecties(db, basis, ronde);
  return cijfers
    .find(indicator, gebied)
    .filter((item) => item.moment === moment && item.cel.join(".") === cel.join("."));
}

// A figure is read alike wherever somebody types it; no document has to be named for that.
const NO_CHOICES = { parameters: {} };

function readCorrectie(
  basis: Basis,
  gemeente: string,
  { indicator, cel, waarde, moment, bron, peildatum }: NonNullable<Correctieverzoek["correctie"]>,
): Waarneming | { readonly fouten: readonly string[] } {
  const name = `${[indicator, ...cel].join(".")}@${gemeente}`;
  const query = new URLSearchParams([[`cijfer.${name}`, waarde]]);
  const read = readIngevuld(readBlad("", query, ""), NO_CHOICES, basis);
  const [found] = read.cijfers;
  const fouten = [
    ...read.fouten.map(({ tekst }) => tekst),
    ...(found || read.fouten.length > 0
      ? []
      : ["Er staat geen waarde. Schrijf een getal, of «onbekend»."]),
    ...(bron.trim() ? [] : ["Er staat geen bron bij. Zeg waar het cijfer vandaan komt."]),
    ...(parseMoment(moment) ? [] : [`«${moment}» is geen datum of periode.`]),
    ...(isDatum(peildatum) ? [] : [`«${peildatum}» is geen peildatum. Schrijf 2026-01-31.`]),
  ];
  if (!found || fouten.length > 0) return { fouten };
  const known = basis.bibliotheek.find(indicator);
  // Everybody who has the address of the round reads its corrections.
  if (known?.soort === "indicator" && isBesloten(known, [found])) {
    const tekst =
      "Dit is een klein of gevoelig aantal mensen. Zo'n getal hoort niet in een ronde, waar anderen het zien. Geef het aan de regio, die het alleen als som gebruikt.";
    return { fouten: [tekst] };
  }
  const { betrouwbaarheid: _assumed, ...rest } = found;
  return { ...rest, moment, bron: bron.trim(), opmerking: "gecorrigeerd door de gemeente" };
}

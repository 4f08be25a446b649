import { randomUUID } from "node:crypto";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { toRekenjson } from "#contract/rekenblad/codec.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { formatMoment } from "#domain/notatie.ts";
import { isDatum, parseMoment } from "#domain/peildatum.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";
import { listGemeentecijfers } from "#services/cijfers/cijferoverzicht.service.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { isBesloten } from "#services/toegang/besloten-cijfers.ts";
import { type Gebiedsmacht, MAG_OVERAL } from "#services/toegang/eigen-gebied.ts";
import {
  asKenmerk,
  makeIngang,
  makeLink,
  type NieuweLink,
  openLink,
} from "#services/toegang/geheim.ts";
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
import { type Nakijkvraag, openNakijken } from "./nakijken.ts";

/** Where rounds are kept, and the figures they are about. */
export type Rondekluis = { readonly db: Connection; readonly basis: OpenbareBasis };

/**
 * A round that was opened, with the way in of each gemeente; each secret is given this one time.
 *
 * Where there are accounts a gemeente comes in by its own, and no secret is given.
 */
export type GeopendeRonde = {
  readonly soort: "geopend";
  readonly ronde: string;
  readonly beheer: NieuweLink;
  readonly gemeenten: readonly ({
    readonly gemeente: string;
    readonly naam: string;
  } & NieuweLink)[];
};

export type Rondebegin =
  | GeopendeRonde
  | { readonly soort: "fouten"; readonly fouten: readonly string[] }
  | { readonly soort: "geen-macht"; readonly waarom: string };

/** Opens a round over the gemeenten of a region, or says why not. */
export async function openRonde(
  { db, basis }: Rondekluis,
  vraag: {
    readonly naam: string;
    readonly regio: string;
    readonly op: string;
    readonly organisator?: string | undefined;
    /** The day by which gemeenten are asked to react. */
    readonly uiterlijk?: string | undefined;
    readonly vandaag: string;
  },
  macht: Gebiedsmacht = MAG_OVERAL,
): Promise<Rondebegin> {
  const fouten: string[] = [];
  const gebied = findGebied(basis, vraag.regio, dayOf(vraag.op), fouten);
  if (vraag.uiterlijk !== undefined && vraag.uiterlijk < vraag.vandaag) {
    fouten.push(
      `De laatste dag om te reageren, ${formatMoment(vraag.uiterlijk)}, is al voorbij. Kies vandaag of later.`,
    );
  }
  if (!gebied || fouten.length > 0) return { soort: "fouten", fouten };
  const waarom = macht(gebied.eenheden.map(({ id }) => id));
  if (waarom !== undefined) return { soort: "geen-macht", waarom };
  return inTransaction(db, async (tx) => {
    const ronde = randomUUID();
    const { naam, regio, op, organisator, uiterlijk } = vraag;
    await insertRonde(tx, {
      ...{ id: ronde, naam, regio, op },
      ...(organisator ? { organisator } : {}),
      ...(uiterlijk ? { uiterlijk } : {}),
    });
    const beheer = await makeIngang(tx, { onderwerp: ronde, recht: "beheren" });
    const gemeenten: GeopendeRonde["gemeenten"][number][] = [];
    for (const { id: gemeente, naam } of gebied.eenheden) {
      const link = await makeIngang(tx, { onderwerp: ronde, recht: "nakijken", gemeente });
      gemeenten.push({ gemeente, naam, ...link });
    }
    return { soort: "geopend", ronde, beheer, gemeenten };
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
  /** With an account that acts for no gemeente of this round, or for more than one. */
  | { readonly soort: "geen-macht"; readonly waarom: string }
  | { readonly soort: "fouten"; readonly fouten: readonly string[] };

/**
 * Keeps what a gemeente says of its own figures. The link or the account says which gemeente; of
 * another it can say nothing. What stood there before stays beside it.
 */
export async function react(
  kluis: Rondekluis,
  vraag: Nakijkvraag,
  verzoek: Correctieverzoek,
): Promise<Correctiedaad> {
  const open = await openNakijken(kluis, vraag);
  if (open.soort !== "open") return open;
  const { ronde, gemeente, link, wie } = open;
  const who = verzoek.wie ?? wie;
  const common = { id: randomUUID(), ronde, gemeente, link, ...(who ? { wie: who } : {}) };
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

/** The figures of the gemeente of this link or account, its corrections first. */
export async function readEigenCijfers(
  kluis: Rondekluis,
  vraag: Nakijkvraag,
): Promise<
  | {
      readonly soort: "gelezen";
      readonly gemeente: string;
      readonly cijfers: readonly Waarneming[];
    }
  | Exclude<Awaited<ReturnType<typeof openNakijken>>, { readonly soort: "open" }>
> {
  const open = await openNakijken(kluis, vraag);
  if (open.soort !== "open") return open;
  const { gemeente, ronde: id } = open;
  const corrected = await withCorrecties(kluis.db, kluis.basis, id);
  const ronde = await findRonde(kluis.db, id);
  const rows = listGemeentecijfers(corrected, gemeente, dayOf(ronde?.op ?? ""));
  const cijfers = rows.flatMap(({ geleverd }) => geleverd.map(({ waarneming }) => waarneming));
  return { soort: "gelezen", gemeente, cijfers };
}

/** Gives a gemeente a new link in place of the old one; undefined where this link may not. */
export async function renewLink(
  db: Connection,
  { id, geheim }: { readonly id: string; readonly geheim: string },
  gemeente: string,
): Promise<Required<NieuweLink> | undefined> {
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

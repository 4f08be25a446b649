import { formatBreuk } from "#domain/breuk.ts";
import { isGemeentecode } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Cijferlevering } from "#domain/levering.ts";
import { parseMoment, type Tijdvak } from "#domain/peildatum.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { between, withMarge } from "#rules/cijfers/band.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import type { Dataset, Kolom, Rij } from "./dataset.ts";
import { findLicentie, type Licentie, strengste } from "./licentie.ts";

const KOLOMMEN: readonly Kolom[] = [
  { naam: "indicator", soort: "tekst", uitleg: "de id van het cijfer" },
  {
    naam: "onderdeel",
    soort: "tekst",
    uitleg: "het deel van een uitgesplitst cijfer; delen met |",
  },
  { naam: "gebied", soort: "tekst", uitleg: "code van gemeente of provincie, of nederland" },
  { naam: "gebiedsnaam", soort: "tekst", uitleg: "de naam op dat moment" },
  { naam: "moment", soort: "tekst", uitleg: "dag (stand) of periode (stroom)" },
  { naam: "waarde", soort: "getal", uitleg: "exact; leeg waar het onbekend is" },
  { naam: "laag", soort: "getal", uitleg: "ondergrens, waar er een marge is" },
  { naam: "hoog", soort: "getal", uitleg: "bovengrens, waar er een marge is" },
  { naam: "eenheid", soort: "tekst", uitleg: "waarin de waarde is; deel is een deel van 1" },
  { naam: "kenmerk", soort: "tekst", uitleg: "wat er staat als het geen getal is" },
  { naam: "inhoud", soort: "tekst", uitleg: "getal, kenmerk, duur, datum of onbekend" },
  { naam: "status", soort: "tekst", uitleg: "vast of voorlopig" },
  { naam: "betrouwbaarheid", soort: "tekst", uitleg: "gemeten, geschat of aanname" },
  { naam: "bron", soort: "tekst", uitleg: "van wie, en langs welke weg" },
  { naam: "licentie", soort: "tekst", uitleg: "onder welke voorwaarden u het gebruikt" },
  { naam: "opmerking", soort: "tekst", uitleg: "wat u bij dit ene cijfer moet weten" },
];

/** The figures of one indicator that may be passed on; undefined where there are none. */
export function cijferdataset(indicator: Indicator, basis: OpenbareBasis): Dataset | undefined {
  const leveringen = basis.leveringen().filter((one) => one.indicator === indicator.id);
  const rijen = openRows(indicator, basis, leveringen);
  const licentie = strengste(rijen.map((rij) => rij.licentie));
  if (!licentie) return undefined;
  const used = leveringen.filter(({ bron }) =>
    rijen.some(({ waarneming }) => waarneming.bron === bron),
  );
  const dagen = used.map(({ datum }) => datum).toSorted();
  const tijdvak = spanOf(rijen.map(({ waarneming }) => waarneming));
  const [uitgegeven, gewijzigd] = [dagen[0], dagen.at(-1)];
  return {
    id: `cijfers-${indicator.id}`,
    soort: "cijfers",
    titel: indicator.titel,
    omschrijving: describe(indicator),
    trefwoorden: [indicator.onderwerp, indicator.eenheid, "gemeente"],
    makers: [...new Set(used.map(({ bron }) => makerOf(bron)))],
    bronnen: [...new Set(rijen.map(({ waarneming }) => waarneming.bron))],
    licentie,
    ...(uitgegeven && gewijzigd ? { uitgegeven, gewijzigd } : {}),
    ...(tijdvak ? { tijdvak } : {}),
    kolommen: KOLOMMEN,
    rijen: () => rijen.map((rij) => toRij(rij, indicator, basis)),
  };
}

/** Not the sentence of the document: that also tells how far the document itself was decided. */
function describe({ titel, meetmoment, eenheid, toelichting }: Indicator): string {
  const wanneer = meetmoment === "peildatum" ? "op elke peildatum" : "over elke periode";
  const maat = eenheid === "deel" ? "een deel van 1 (29% is 0.29)" : eenheid;
  const meer = toelichting === undefined ? "" : ` ${toelichting}`;
  return `${titel}, per gemeente, ${wanneer} die is geleverd. De eenheid is ${maat}.${meer}`;
}

type Openrij = { readonly waarneming: Waarneming; readonly licentie: Licentie };

function openRows(
  { id }: Indicator,
  basis: OpenbareBasis,
  leveringen: readonly Cijferlevering[],
): readonly Openrij[] {
  if (leveringen.length === 0) return [];
  return everyGebied(basis)
    .flatMap((gebied) => basis.cijfers.find(id, gebied))
    .flatMap((waarneming) => {
      const licentie = licentieVan(waarneming, leveringen);
      return licentie && waarneming.status !== "voorbeeld" ? [{ waarneming, licentie }] : [];
    })
    .toSorted((a, b) => (orderOf(a.waarneming) < orderOf(b.waarneming) ? -1 : 1));
}

function orderOf({ moment = "", cel, gebied }: Waarneming): string {
  return [moment, cel.join("|"), gebied].join(" ");
}

/** Every gebied that a figure can be of, also gemeenten that went up in another. */
function everyGebied({ gemeenten, nederland, kennis }: OpenbareBasis): readonly string[] {
  const last = kennis.peildatum ?? EERSTE_DAG;
  const own = yearsUntil(last).flatMap((jaar) => gemeenten.list(`${jaar}-01-01`));
  const codes = own.map(({ code }) => code);
  const provincies = gemeenten.provincies.map(({ code }) => code);
  return [...new Set([...codes, ...provincies, nederland(last).id])];
}

/** From here on it is known which gemeenten there were. */
export const EERSTE_DAG = "2021-01-01";

/** Each year of which it is known which gemeenten there were. */
export function yearsUntil(dag: string): readonly number[] {
  const first = Number(EERSTE_DAG.slice(0, 4));
  const last = Number(dag.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/**
 * Under what terms a figure may be passed on: known only where all that it can have come from says so.
 *
 * A sum over gemeenten names more than one source, so it takes every delivery of that moment.
 */
export function licentieVan(
  { bron, moment, gebied }: Waarneming,
  leveringen: readonly Cijferlevering[],
): Licentie | undefined {
  const then = leveringen.filter((one) => one.moment === undefined || one.moment === moment);
  const named = then.filter((one) => one.bron === bron);
  const from = named.length > 0 || isGemeentecode(gebied) ? named : then;
  const licenties = from.map(({ licentie }) => findLicentie(licentie));
  const known = licenties.filter((licentie) => licentie !== undefined);
  return known.length === licenties.length ? strengste(known) : undefined;
}

/** The first words of a source: «CBS» of «CBS, 85039NED (kerncijfers …); via …». */
function makerOf(bron: string): string {
  return /^[^,;(]+/.exec(bron)?.[0].trim() ?? bron;
}

function spanOf(all: readonly Waarneming[]): Tijdvak | undefined {
  const spans = all.flatMap(({ moment }) => (moment && parseMoment(moment)) || []);
  const van = spans.map((span) => span.van).toSorted()[0];
  const tot = spans
    .map((span) => span.tot)
    .toSorted()
    .at(-1);
  return van && tot ? { van, tot } : undefined;
}

function toRij({ waarneming, licentie }: Openrij, indicator: Indicator, basis: OpenbareBasis): Rij {
  const { cel, gebied, moment, inhoud, status, betrouwbaarheid, bron, opmerking } = waarneming;
  return {
    indicator: indicator.id,
    onderdeel: cel.length > 0 ? cel.join("|") : undefined,
    gebied,
    gebiedsnaam: nameOf(gebied, moment, basis),
    moment,
    ...numbersOf(waarneming, indicator),
    eenheid: indicator.eenheid,
    kenmerk: wordOf(waarneming),
    inhoud: inhoud.soort,
    status,
    betrouwbaarheid,
    bron,
    licentie: licentie.naam,
    opmerking,
  };
}

/** The range is that of the source, else the margin that the indicator gives all its figures. */
function numbersOf({ inhoud }: Waarneming, indicator: Indicator) {
  if (inhoud.soort !== "getal") return {};
  const { waarde, laag, hoog } = inhoud;
  const band = laag && hoog ? between(laag, hoog, waarde) : withMarge(waarde, indicator);
  const wide = laag !== undefined || indicator.marge !== undefined;
  return {
    waarde: formatBreuk(waarde),
    ...(wide ? { laag: formatBreuk(band.laag), hoog: formatBreuk(band.hoog) } : {}),
  };
}

function wordOf({ inhoud }: Waarneming): string | undefined {
  switch (inhoud.soort) {
    case "kenmerk":
      return inhoud.code;
    case "duur":
      return `${inhoud.duur.aantal} ${inhoud.duur.maat}`;
    case "datum":
      return inhoud.datum;
    case "getal":
    case "onbekend":
      return undefined;
  }
}

function nameOf(gebied: string, moment: string | undefined, basis: OpenbareBasis) {
  const { gemeenten, kennis, nederland } = basis;
  const last = kennis.peildatum ?? EERSTE_DAG;
  const op = (moment && parseMoment(moment)?.tot) || last;
  const gemeente = gemeenten.findByCode(gebied, op) ?? gemeenten.findByCode(gebied, last);
  if (gemeente) return gemeente.naam;
  if (gebied === nederland(last).id) return "Nederland";
  return gemeenten.provincies.find(({ code }) => code === gebied)?.naam;
}

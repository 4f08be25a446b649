import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Gemeente } from "#domain/gebied.ts";
import type { Regiovermelding } from "#services/basis.ts";
import {
  type Cijferregel,
  listGemeentecijfers,
} from "#services/cijfers/cijferoverzicht.service.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { createWoordindex, type Gevonden, toKaal, type Vindbaar } from "./woordindex.ts";

/** What stands in the library and in the figures, and has the words. */
export type Zoekuitkomst = {
  readonly gemeenten: Gevonden<Gemeente>;
  readonly regios: Gevonden<Regiotreffer>;
  /** Agreements, without the meanings of figures. */
  readonly documenten: Gevonden<RegieDocument>;
  readonly indicatoren: Gevonden<RegieDocument>;
  /** Where a gemeente was named with a figure of it: those figures. */
  readonly cijfers?: { readonly gemeente: Gemeente; readonly regels: readonly Cijferregel[] };
};

/** A region with the name that finds it and no other. */
export type Regiotreffer = Regiovermelding & { readonly adresnaam: string };

export type Zoeker = (vraag: string) => Zoekuitkomst;

const MEESTE_CIJFERS = 5;

/** Words that join a figure and a gemeente, and say nothing of either. */
const VOEGWOORDEN = new Set("aantal de een gemeente heeft het hoeveel in per van voor".split(" "));

/** Searches what everybody who gets this basis may see; the index is made when it is first asked. */
export function createZoeker(basis: OpenbareBasis, zin: Zinmaker): Zoeker {
  let made: ReturnType<typeof createIndexen> | undefined;
  return (vraag) => {
    made ??= createIndexen(basis, zin);
    const cijfers = findCijfers(basis, made, vraag);
    const found = {
      gemeenten: made.gemeenten(vraag),
      regios: made.regios(vraag),
      documenten: made.documenten(vraag),
      indicatoren: made.indicatoren(vraag),
    };
    const exact = cijfers !== undefined || Object.values(found).some(hasTheWords);
    return { ...(exact ? onlyExact(found) : found), ...(cijfers ? { cijfers } : {}) };
  };
}

type Groepen = Omit<Zoekuitkomst, "cijfers">;

/** Where something has the words themselves, what only comes near them is not what was meant. */
function onlyExact({ gemeenten, regios, documenten, indicatoren }: Groepen): Groepen {
  return {
    gemeenten: dropNear(gemeenten),
    regios: dropNear(regios),
    documenten: dropNear(documenten),
    indicatoren: dropNear(indicatoren),
  };
}

function dropNear<T>(gevonden: Gevonden<T>): Gevonden<T> {
  return gevonden.lijktOp ? { dingen: [], lijktOp: false } : gevonden;
}

function hasTheWords({ dingen, lijktOp }: Gevonden<unknown>): boolean {
  return dingen.length > 0 && !lijktOp;
}

function createIndexen(basis: OpenbareBasis, zin: Zinmaker) {
  const newest = basis.bibliotheek
    .list()
    .filter((one) => basis.bibliotheek.find(one.id)?.versie === one.versie);
  const asFound = (document: RegieDocument) => toVindbaar(document, zin);
  const isIndicator = ({ soort }: RegieDocument) => soort === "indicator";
  return {
    opNaam: mapNames(basis),
    gemeenten: createWoordindex(listGemeenten(basis)),
    regios: createWoordindex(listRegios(basis)),
    documenten: createWoordindex(newest.filter((one) => !isIndicator(one)).map(asFound)),
    indicatoren: createWoordindex(newest.filter(isIndicator).map(asFound)),
  };
}

/** Each gemeente by all that it is called. */
function mapNames({ gemeenten, kennis }: OpenbareBasis): ReadonlyMap<string, Gemeente> {
  const there = gemeenten.list(dayOf(kennis));
  const byCode = new Map(there.map((gemeente) => [gemeente.code, gemeente]));
  const others = gemeenten.andereNamen.flatMap(({ code, naam }) => {
    const gemeente = byCode.get(code);
    return gemeente ? [[toKaal(naam), gemeente] as const] : [];
  });
  return new Map([...others, ...there.map((one) => [toKaal(one.naam), one] as const)]);
}

function listGemeenten({ gemeenten, kennis }: OpenbareBasis): readonly Vindbaar<Gemeente>[] {
  const provincie = new Map(gemeenten.provincies.map(({ code, naam }) => [code, naam]));
  return gemeenten.list(dayOf(kennis)).map((ding) => {
    const others = gemeenten.andereNamen.filter(({ code }) => code === ding.code);
    const tekst = [provincie.get(ding.provincie) ?? "", ...others.map(({ naam }) => naam)];
    return { ding, naam: ding.naam, sleutel: ding.code, tekst: tekst.join(" ") };
  });
}

function listRegios(basis: OpenbareBasis): readonly Vindbaar<Regiotreffer>[] {
  const all = basis.regios();
  return all.map((regio) => {
    const { naam, titel, indeling, soortRegio } = regio;
    const unique = all.filter((one) => one.naam === naam).length === 1;
    const ding = { ...regio, adresnaam: unique ? naam : `${indeling}#${naam}` };
    return { ding, naam: titel, sleutel: naam, tekst: `${indeling} ${soortRegio}` };
  });
}

function toVindbaar(ding: RegieDocument, zin: Zinmaker): Vindbaar<RegieDocument> {
  const { titel, bron, onderwerp } = ding;
  const tekst = [zinAlsTekst(zin(ding)), bron.stuk, onderwerp].join(" ");
  return { ding, naam: titel, sleutel: documentnaam(ding), tekst };
}

/** «inwoners Dordrecht» and «Den Haag huurwoningen»: a gemeente by its whole name, and the rest. */
function findCijfers(
  basis: OpenbareBasis,
  { opNaam, indicatoren }: ReturnType<typeof createIndexen>,
  vraag: string,
): Zoekuitkomst["cijfers"] {
  const words = toKaal(vraag)
    .split(/\s+/)
    .filter((word) => word !== "" && !VOEGWOORDEN.has(word));
  for (const { naam, rest } of splitName(words)) {
    const gemeente = opNaam.get(naam);
    if (!gemeente || rest.length === 0) continue;
    const regels = listRegels(basis, gemeente.code, indicatoren(rest.join(" ")));
    return regels.length === 0 ? undefined : { gemeente, regels };
  }
  return undefined;
}

/** The figures of these meanings that there are; a meaning that only looks like it does not count. */
function listRegels(
  basis: OpenbareBasis,
  gemeente: string,
  { dingen, lijktOp }: Gevonden<RegieDocument>,
): readonly Cijferregel[] {
  const place = new Map(lijktOp ? [] : dingen.map(({ id }, i) => [id, i]));
  const placeOf = ({ indicator }: Cijferregel) => place.get(indicator.id) ?? place.size;
  return listGemeentecijfers(basis, gemeente, dayOf(basis.kennis))
    .filter(({ indicator, geleverd, afgeleid }) => {
      return place.has(indicator.id) && (geleverd.length > 0 || afgeleid !== undefined);
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .slice(0, MEESTE_CIJFERS);
}

/** Every way to read the first or the last words as the name of a gemeente; long names first. */
function splitName(words: readonly string[]) {
  return words
    .map((_, i) => words.length - i)
    .flatMap((length) => [
      { naam: words.slice(0, length).join(" "), rest: words.slice(length) },
      { naam: words.slice(-length).join(" "), rest: words.slice(0, -length) },
    ]);
}

function dayOf({ peildatum }: OpenbareBasis["kennis"]): string {
  return peildatum ?? "2026-01-01";
}

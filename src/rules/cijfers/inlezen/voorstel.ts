import type { Indicator } from "#domain/indicator.ts";
import type { Kolomkoppeling, Koppeling, Waardekolom } from "#domain/inlevering.ts";
import type { Werkblad } from "#domain/werkmap.ts";
import { celOp, isLeeg, tekstVan, waardeVan } from "./celtekst.ts";
import { createGebiedzoeker } from "./gebied.ts";
import { isOnbekend, leesGetal } from "./getal.ts";
import { zegtProcent, zoekCel, zoekIndicator, zoekMaal } from "./indicator-zoeken.ts";
import type { Inleeskennis } from "./kennis.ts";
import { kantVan, rolVan, zegtGebied, zegtGebiedscode, zonderKant } from "./kolomrol.ts";
import { aantalKolommen, bladtitels, eersteRij, kopteksten } from "./kop.ts";
import { alsMoment, zoekMoment } from "./moment.ts";
import { ruwGetal } from "./ruw-getal.ts";

/** A way to read a sheet, and where it only looks so: these a person must look at first. */
export type Koppelvoorstel = {
  readonly koppeling: Koppeling;
  /** Column → what is not certain of it, in words. */
  readonly onzeker: ReadonlyMap<number, string>;
};

/** How many rows are looked at to see what a column holds. */
const STEEKPROEF = 400;

/**
 * How a sheet can be read, as far as its head and its columns tell.
 *
 * What they do not tell is left open: a column of numbers without a figure, a figure without a
 * moment. Nothing is guessed.
 */
export function stelKoppelingVoor(blad: Werkblad, kennis: Inleeskennis): Koppelvoorstel {
  const gebieden = findGebiedkolommen(blad, kennis);
  const kopregels = headAbove(blad, gebieden);
  const koppen = kopteksten(blad, kopregels);
  const titels = bladtitels(blad, kopregels);
  const onzeker = new Map<number, string>();
  const kolommen = Array.from({ length: aantalKolommen(blad) }, (_, kolom): Kolomkoppeling => {
    if (kolom === gebieden.gebied) return { kolom, rol: "gebied" };
    if (kolom === gebieden.naam) return { kolom, rol: "gebiedsnaam" };
    const asked: Kolomvraag = { blad, kolom, kop: koppen[kolom] ?? "", titels, kopregels, kennis };
    return proposeKolom(asked, (tekst) => onzeker.set(kolom, tekst));
  });
  return { koppeling: { blad: blad.naam, kopregels, kolommen }, onzeker };
}

type Gebiedkolommen = {
  readonly gebied?: number;
  readonly naam?: number;
  /** The first row in which a gemeente stands. */
  readonly eerste?: number;
};

/** The columns in which most texts are a gemeente; a column of codes goes before one of names. */
function findGebiedkolommen(blad: Werkblad, kennis: Inleeskennis): Gebiedkolommen {
  const zoek = createGebiedzoeker(kennis);
  const scored = Array.from({ length: aantalKolommen(blad) }, (_, kolom) => {
    const rows = blad.rijen.slice(0, STEEKPROEF).flatMap((_, rij) => {
      const tekst = tekstVan(celOp(blad, rij, kolom));
      if (tekst === "") return [];
      const { soort } = zoek(tekst, kennis.peildatum);
      const number = /^\d+$/.test(tekst);
      return [{ rij, number, is: soort === "gemeente" || soort === "andere-dag" }];
    });
    return { kolom, ...scoreOf(rows, blad, kolom) };
  });
  const good = scored.filter(({ raak, deel }) => raak > 0 && deel >= 0.5);
  const best = good.toSorted((a, b) => Number(b.code) - Number(a.code) || b.raak - a.raak)[0];
  if (!best) return {};
  const naam = good.find(({ kolom, code }) => kolom !== best.kolom && code !== best.code);
  return { gebied: best.kolom, eerste: best.eerste, ...(naam ? { naam: naam.kolom } : {}) };
}

type Proef = { readonly rij: number; readonly number: boolean; readonly is: boolean };

function scoreOf(rows: readonly Proef[], blad: Werkblad, kolom: number) {
  const eerste = rows.find(({ is }) => is)?.rij ?? 0;
  const below = rows.filter(({ rij }) => rij >= eerste);
  const raak = below.filter(({ is }) => is).length;
  const numbers = below.filter(({ number }) => number).length > raak / 2;
  // A number is a code of a gemeente only where the head says so: any count could look like one.
  const head = rows
    .filter(({ rij }) => rij < eerste)
    .map(({ rij }) => tekstVan(celOp(blad, rij, kolom)));
  const allowed = !numbers || head.some((kop) => zegtGebiedscode(kop) || zegtGebied(kop));
  const text = tekstVan(celOp(blad, eerste, kolom));
  const code = numbers || /^GM\d{4}$/i.test(text);
  return { raak: allowed ? raak : 0, deel: raak / Math.max(1, below.length), eerste, code };
}

function headAbove(blad: Werkblad, { gebied, eerste = 1 }: Gebiedkolommen): readonly number[] {
  let until = eerste;
  while (gebied !== undefined && until > 0 && isRegel(blad, until - 1, gebied)) until -= 1;
  return Array.from({ length: until }, (_, rij) => rij).filter((rij) =>
    (blad.rijen[rij] ?? []).some((cel) => !isLeeg(cel)),
  );
}

/** A row of figures whose gemeente we do not know: a name that is misspelt is no head. */
function isRegel(blad: Werkblad, rij: number, gebied: number): boolean {
  const naam = tekstVan(celOp(blad, rij, gebied));
  if (naam === "" || zegtGebied(naam) || zegtGebiedscode(naam)) return false;
  return (blad.rijen[rij] ?? []).some((cel, kolom) => {
    const getal = kolom === gebied ? undefined : ruwGetal(cel);
    return getal !== undefined && zoekMoment(tekstVan(cel)) === undefined;
  });
}

type Kolomvraag = {
  readonly blad: Werkblad;
  readonly kolom: number;
  readonly kop: string;
  readonly titels: readonly string[];
  readonly kopregels: readonly number[];
  readonly kennis: Inleeskennis;
};

type Twijfel = (tekst: string) => void;

function proposeKolom(asked: Kolomvraag, twijfel: Twijfel): Kolomkoppeling {
  const { kolom, kop } = asked;
  const rol = rolVan(kop);
  if (rol === "waarde" || rol === "laag" || rol === "hoog") {
    return proposeWaarde(asked, rol, twijfel);
  }
  if (rol) return { kolom, rol };
  if (!holdsValues(asked)) return { kolom, rol: "negeer" };
  return proposeWaarde(asked, kantVan(kop) ?? "waarde", twijfel);
}

/** Whether below the head there is a number, or the head names a figure that is no number. */
function holdsValues({ blad, kolom, kop, kopregels, kennis }: Kolomvraag): boolean {
  const begin = eersteRij(kopregels);
  const cells = blad.rijen
    .slice(begin, begin + STEEKPROEF)
    .map((rij) => rij[kolom])
    .filter((cel) => cel !== undefined && !isLeeg(cel));
  const numbers = cells.filter((cel) => {
    const waarde = cel && waardeVan(cel);
    if (waarde?.soort === "getal") return true;
    if (waarde?.soort !== "tekst" || isOnbekend(waarde.tekst)) return false;
    return leesGetal(waarde.tekst, { notatie: "open", grof: false }).soort !== "geen-getal";
  });
  if (numbers.length > 0) return true;
  return cells.length > 0 && zoekIndicator(kop, kennis)?.zeker === true;
}

function proposeWaarde(asked: Kolomvraag, rol: Waardekolom["rol"], twijfel: Twijfel): Waardekolom {
  const { kolom, kennis, titels } = asked;
  const kop = rol === "waarde" ? asked.kop : zonderKant(asked.kop);
  const own = zoekIndicator(kop, kennis);
  const found = own ?? titels.map((titel) => zoekIndicator(titel, kennis)).find(Boolean);
  if (!found) return { kolom, rol };
  if (!own?.zeker) twijfel(`Dit lijkt op «${found.wat.titel}». Klopt dat?`);
  return { kolom, rol, indicator: found.wat.id, ...detailsOf(asked, found.wat, twijfel) };
}

function detailsOf(
  { kop, titels, kennis, blad, kolom, kopregels }: Kolomvraag,
  indicator: Indicator,
  twijfel: Twijfel,
): Pick<Waardekolom, "moment" | "cel" | "maal"> {
  const moment = momentFor([kop, ...titels], indicator);
  if (moment && !moment.zeker) {
    twijfel("Van een stand hoort een dag te worden genoemd. Is 1 januari van dit jaar goed?");
  }
  const cel = zoekCel(kop, indicator, kennis);
  const maal = maalFor(kop, indicator, () => highestOf(blad, kolom, kopregels));
  return {
    ...(moment ? { moment: moment.moment } : {}),
    ...(cel ? { cel } : {}),
    ...(maal ? { maal } : {}),
  };
}

/** The moment that the head of a column names for this figure; a year of a stock as its first day. */
export function momentInKop(
  blad: Werkblad,
  kopregels: readonly number[],
  kolom: number,
  indicator: Indicator,
): string | undefined {
  const kop = kopteksten(blad, kopregels)[kolom] ?? "";
  return momentFor([kop, ...bladtitels(blad, kopregels)], indicator)?.moment;
}

function momentFor(teksten: readonly string[], indicator: Indicator) {
  for (const tekst of teksten) {
    const moment = zoekMoment(tekst);
    if (moment) return alsMoment(moment, indicator);
  }
  return undefined;
}

/** Of percentages only where a number above one shows that they are written as such. */
function maalFor(kop: string, { eenheid }: Indicator, highest: () => number): string | undefined {
  if (eenheid !== "deel") return zoekMaal(kop);
  return zegtProcent(kop) && highest() > 1 ? "0.01" : undefined;
}

/** About the highest number in a column, for this choice only. */
function highestOf(blad: Werkblad, kolom: number, kopregels: readonly number[]): number {
  return blad.rijen
    .slice(eersteRij(kopregels))
    .reduce((most, rij) => Math.max(most, ruwGetal(rij[kolom]) ?? 0), 0);
}

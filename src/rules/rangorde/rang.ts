import { type Breuk, breuk, compare, equals, NUL } from "#domain/breuk.ts";
import { type Datum, dagenTussen } from "#domain/peildatum.ts";
import type { Ordening, Trede } from "#domain/rangorde.ts";
import type { Nodig, Puntentelling } from "#domain/rangorde-uitkomst.ts";
import type { Verwijzing, Waarde } from "#domain/waarde.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { type Eislezer, evaluateEis } from "#rules/normen/eis.ts";
import { readWaarde } from "#rules/normen/waarde.ts";
import { daysIn, measureDuur } from "./eenheden-tellen.ts";
import { describeNumber, observedWords, subjectOf, valueWords } from "./eistekst.ts";
import { joinNodig, NIETS_NODIG, nodigFor, nodigForEis } from "./nodig.ts";
import { eislezerVan, type Rangcontext } from "./vraag.ts";

/**
 * Where a candidate stands under one line of the volgorde: the lower goes first.
 *
 * Known exactly both ends are the same; an end that could lie anywhere is absent. Terms in months
 * are laid against each other in months, and against days only by both ends of a month.
 */
export type Rang = {
  readonly laag?: Breuk;
  readonly hoog?: Breuk;
  /** Of what kind the number is: only like kinds can be compared. */
  readonly soort: "getal" | "datum" | "dagen" | "maanden";
  /** The number of months behind the days, to compare months with months. */
  readonly maanden?: Breuk;
  /** Surely, or possibly, in the rank that the document leaves open. */
  readonly open: "ja" | "nee" | "misschien";
  readonly waarde: string;
  readonly nodig: () => Nodig;
};

/** A line of the volgorde with the path at which the document says it. */
export type Rangregelvraag = { readonly item: Ordening; readonly pad: string };

const NOTHING = () => NIETS_NODIG;

/** Where a candidate stands under one line. */
export function readRang(
  { item }: Rangregelvraag,
  plek: Plek,
  punten: Puntentelling | undefined,
  context: Rangcontext,
): Rang {
  switch (item.soort) {
    case "eerst":
      return readEerst(item, plek, context);
    case "treden":
      return readTreden(item.treden, plek, context);
    case "hoogste":
    case "laagste": {
      const rang = readUiterste(item.waarde, plek, punten, context);
      return item.soort === "hoogste" ? turned(rang) : rang;
    }
  }
}

/** What a line orders by, in words. */
export function describeRegel({ item }: Rangregelvraag): string {
  switch (item.soort) {
    case "eerst":
      return subjectOf(item.eis);
    case "treden":
      return "trede";
    default:
      return `${item.soort} ${valueWords(item.waarde)}`;
  }
}

function readEerst(
  { eis }: Extract<Ordening, { soort: "eerst" }>,
  plek: Plek,
  context: Rangcontext,
): Rang {
  const truth = evaluateEis(eis, plek, eislezerVan(context));
  if (truth === "onbekend") {
    const nodig = () => nodigForEis(eis, plek, context);
    return { laag: NUL, hoog: breuk(1), soort: "getal", open: "nee", waarde: truth, nodig };
  }
  return { ...exactly(breuk(truth === "ja" ? 0 : 1)), waarde: truth };
}

/** The first trede that holds; behind all for whom none does. */
function readTreden(treden: readonly Trede[], plek: Plek, context: Rangcontext): Rang {
  const lezer = eislezerVan(context);
  const unknown: Nodig[] = [];
  let first: number | undefined;
  for (const [i, trede] of treden.entries()) {
    const truth = trede.soort === "open" ? "ja" : evaluateEis(trede.als, plek, lezer);
    if (truth === "nee") continue;
    first ??= i;
    if (truth === "ja") return tredeRang(first, i, treden, unknown);
    if (trede.soort === "trede") unknown.push(nodigForEis(trede.als, plek, context));
  }
  return tredeRang(first ?? treden.length, treden.length, treden, unknown);
}

function tredeRang(
  first: number,
  last: number,
  treden: readonly Trede[],
  unknown: readonly Nodig[],
): Rang {
  const openAt = treden.findIndex(({ soort }) => soort === "open");
  const open = last !== openAt ? "nee" : first === last ? "ja" : "misschien";
  const name = (i: number) => {
    const trede = treden[i];
    return trede?.soort === "trede" ? trede.naam : (trede?.reden ?? "geen van de treden");
  };
  return {
    laag: breuk(first),
    hoog: breuk(last),
    soort: "getal",
    open,
    waarde: first === last ? name(first) : "onbekend",
    nodig: () => joinNodig(unknown),
  };
}

/** Points, a number, a date (as its day) or a term. */
function readUiterste(
  waarde: Waarde,
  plek: Plek,
  punten: Puntentelling | undefined,
  context: Rangcontext,
): Rang {
  const lezer = eislezerVan(context);
  const pointer = waarde.soort === "verwijzing" ? waarde.verwijzing : undefined;
  if (pointer?.naam === "punten" && punten) return readPuntenrang(pointer, punten);
  const timed = pointer && readTimed(pointer, plek, lezer);
  if (timed) return timed;
  const number = readWaarde(waarde, plek, lezer);
  if (number) return { ...exactly(number), waarde: describeNumber(number) };
  const nodig = () => nodigFor((own) => readWaarde(waarde, plek, own), valueWords(waarde), context);
  return { soort: "getal", open: "nee", waarde: "onbekend", nodig };
}

function readPuntenrang({ pad }: Verwijzing, punten: Puntentelling): Rang {
  const [naam] = pad;
  const part = punten.delen.find((deel) => deel.naam === naam);
  const { laag, hoog } = part ?? punten;
  const delen = part ? [part] : punten.delen;
  return {
    ...(laag ? { laag } : {}),
    ...(hoog ? { hoog } : {}),
    soort: "getal",
    open: "nee",
    waarde: describeRange(laag, hoog),
    nodig: () => joinNodig(delen.map((deel) => deel.nodig)),
  };
}

/** A number of which the ends may differ, in words. */
export function describeRange(laag: Breuk | undefined, hoog: Breuk | undefined): string {
  if (laag && hoog && equals(laag, hoog)) return describeNumber(laag);
  if (laag && hoog) return `${describeNumber(laag)} tot ${describeNumber(hoog)}`;
  if (laag) return `${describeNumber(laag)} of meer`;
  return hoog ? `${describeNumber(hoog)} of minder` : "onbekend";
}

const DAY_ONE: Datum = "2000-01-01";

function readTimed(pointer: Verwijzing, plek: Plek, { lezer }: Eislezer): Rang | undefined {
  if (!lezer.isPresent(pointer, plek)) return undefined;
  const waarneming = lezer.waarneming(pointer, plek);
  const inhoud = waarneming?.inhoud;
  const waarde = observedWords(waarneming);
  if (inhoud?.soort === "datum") {
    const day = breuk(dagenTussen(DAY_ONE, inhoud.datum));
    return { ...exactly(day), soort: "datum", waarde };
  }
  if (inhoud?.soort !== "duur") return undefined;
  const measured = measureDuur(inhoud.duur);
  const [laag, hoog] = daysIn(measured);
  const months = measured.maat === "maanden" ? { maanden: breuk(measured.aantal) } : {};
  const ends = { laag: breuk(laag), hoog: breuk(hoog) };
  return { ...ends, soort: measured.maat, ...months, open: "nee", waarde, nodig: NOTHING };
}

function exactly(number: Breuk): Omit<Rang, "waarde"> {
  return { laag: number, hoog: number, soort: "getal", open: "nee", nodig: NOTHING };
}

/** The highest goes first: the same on the other side of nought. */
function turned({ laag, hoog, maanden, ...rest }: Rang): Rang {
  return {
    ...rest,
    ...(hoog ? { laag: negate(hoog) } : {}),
    ...(laag ? { hoog: negate(laag) } : {}),
    ...(maanden ? { maanden: negate(maanden) } : {}),
  };
}

function negate({ teller, noemer }: Breuk): Breuk {
  return { teller: -teller, noemer };
}

/** How two candidates can turn out under one line, whatever the unknown turns out to be. */
export type Mogelijk = { readonly voor: boolean; readonly gelijk: boolean; readonly na: boolean };

export function compareRang(a: Rang, b: Rang): Mogelijk {
  if (a.maanden && b.maanden) return surely(compare(a.maanden, b.maanden));
  if (kindOf(a) !== kindOf(b)) return { voor: true, gelijk: true, na: true };
  const voor = isBelow(a.laag, b.hoog);
  const na = isBelow(b.laag, a.hoog);
  return { voor, na, gelijk: !surelyBelow(a, b) && !surelyBelow(b, a) };
}

function kindOf({ soort }: Rang): string {
  return soort === "maanden" || soort === "dagen" ? "duur" : soort;
}

function surely(order: -1 | 0 | 1): Mogelijk {
  return { voor: order < 0, gelijk: order === 0, na: order > 0 };
}

/** Whether the one end can lie below the other; an absent end lies anywhere. */
function isBelow(low: Breuk | undefined, high: Breuk | undefined): boolean {
  return !low || !high || compare(low, high) < 0;
}

function surelyBelow(a: Rang, b: Rang): boolean {
  return a.hoog !== undefined && b.laag !== undefined && compare(a.hoog, b.laag) < 0;
}

/** Whether a rang is one number, so that it can be sorted by. */
export function isExact({ laag, hoog }: Rang): boolean {
  return laag !== undefined && hoog !== undefined && equals(laag, hoog);
}

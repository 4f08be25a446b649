import type { Eis, EisOnderwerp, Vergelijking } from "#domain/eis.ts";
import type { Verwijzing, Waarde } from "#domain/waarde.ts";
import { niet, ONBEKEND, of, type Schrijver, type Vraag } from "./programma.ts";
import { type Kant, minstens } from "./vergelijking.ts";

/** Where a translation finds what an eis speaks of, each by its number. */
export type Vertaalbron = {
  /** A number that is the same for all gemeenten of a year, or a figure; undefined for all else. */
  readonly waarde: (waarde: Waarde) => Kant | undefined;
  /** A subject that is one number; undefined where whole numbers cannot hold it exactly. */
  readonly onderwerp: (onderwerp: EisOnderwerp) => Kant | undefined;
  /** Which of the two ends belong to it; undefined where that is not the same in all years. */
  readonly grenzen: (
    vergelijking: Extract<Vergelijking, { soort: "tussen" }>,
  ) => { readonly van: boolean; readonly tot: boolean } | undefined;
  /** Whether a figure was delivered. */
  readonly aanwezig: (wat: Verwijzing) => Vraag;
  /** The answers of the toets itself, one by one. */
  readonly perCel: (eis: Eis) => Vraag;
};

/**
 * An eis as a question over columns: with the same answer as `reportEis`, everywhere.
 *
 * What columns of whole numbers cannot say (durations, dates, coded facts, a limit that is a
 * figure times another) is asked one by one; the rest of the eis stays in columns.
 */
export function vertaalEis(eis: Eis, bron: Vertaalbron, schrijver: Schrijver): Vraag {
  const translate = (part: Eis) => vertaalEis(part, bron, schrijver);
  switch (eis.soort) {
    case "vergelijking":
      return vertaalVergelijking(eis, bron, schrijver) ?? bron.perCel(eis);
    case "aanwezig":
      return eis.wat.map(bron.aanwezig).reduce((a, b) => schrijver.en(a, b));
    case "alle":
      return eis.eisen.map(translate).reduce((a, b) => schrijver.en(a, b));
    case "een-van":
      return eis.eisen.map(translate).reduce((a, b) => of(schrijver, a, b));
    case "niet":
      return niet(translate(eis.eis));
    case "als":
      return vertaalAls(eis, translate, schrijver);
    case "voor-elk":
      return bron.perCel(eis);
  }
}

/** Where the condition is not known, nobody knows what is asked, and so there is no answer. */
function vertaalAls(
  eis: Extract<Eis, { soort: "als" }>,
  translate: (part: Eis) => Vraag,
  schrijver: Schrijver,
): Vraag {
  const { en } = schrijver;
  const condition = translate(eis.als);
  const then = en(condition, translate(eis.dan));
  if (!eis.anders) return of(schrijver, then, niet(condition));
  const otherwise = en(niet(condition), translate(eis.anders));
  const either = of(schrijver, then, otherwise);
  // Both may say no where the condition is open; this takes such a no away, and leaves the rest.
  const isKnown = of(schrijver, condition, niet(condition));
  return niet(en(niet(either), isKnown));
}

function vertaalVergelijking(
  { onderwerp, vergelijking }: Extract<Eis, { soort: "vergelijking" }>,
  bron: Vertaalbron,
  schrijver: Schrijver,
): Vraag | undefined {
  const compare = (waarde: Waarde) => kantenOf(onderwerp, waarde, bron);
  switch (vergelijking.soort) {
    case "is":
    case "eensluidend":
    case "in-maanden":
      return undefined;
    case "tussen":
      return vertaalTussen(vergelijking, compare, bron, schrijver);
    default: {
      const kanten = compare(vergelijking.waarde);
      return kanten && HOLDS[vergelijking.soort](kanten, schrijver);
    }
  }
}

/** The subject and what it is laid beside. */
type Kanten = readonly [Kant, Kant];

const HOLDS = {
  minstens: isMinstens,
  vanaf: isMinstens,
  hoogstens: isHoogstens,
  uiterlijk: isHoogstens,
  "meer-dan": isMeer,
  "minder-dan": isMinder,
  "gelijk-aan": (kanten: Kanten, schrijver: Schrijver) =>
    both(isMinstens(kanten, schrijver), isHoogstens(kanten, schrijver), schrijver),
} as const;

function isMinstens([left, right]: Kanten, schrijver: Schrijver): Vraag | undefined {
  return minstens(left, right, schrijver);
}

function isHoogstens([left, right]: Kanten, schrijver: Schrijver): Vraag | undefined {
  return minstens(right, left, schrijver);
}

function isMeer(kanten: Kanten, schrijver: Schrijver): Vraag | undefined {
  const most = isHoogstens(kanten, schrijver);
  return most === undefined ? undefined : niet(most);
}

function isMinder(kanten: Kanten, schrijver: Schrijver): Vraag | undefined {
  const least = isMinstens(kanten, schrijver);
  return least === undefined ? undefined : niet(least);
}

function both(a: Vraag | undefined, b: Vraag | undefined, schrijver: Schrijver): Vraag | undefined {
  return a === undefined || b === undefined ? undefined : schrijver.en(a, b);
}

/** The subject and the right side; a share crosswise, part beside limit times whole. */
function kantenOf(onderwerp: EisOnderwerp, waarde: Waarde, bron: Vertaalbron): Kanten | undefined {
  const right = bron.waarde(waarde);
  if (!right) return undefined;
  if (onderwerp.soort !== "aandeel") {
    const left = bron.onderwerp(onderwerp);
    return left && [left, right];
  }
  const part = figure(onderwerp.teller, bron);
  const whole = figure(onderwerp.noemer, bron);
  if (right.kolom || !part?.kolom || !whole?.kolom) return undefined;
  return [part, { maal: right.maal, kolom: whole.kolom }];
}

function figure(verwijzing: Verwijzing, bron: Vertaalbron): Kant | undefined {
  return bron.waarde({ soort: "verwijzing", verwijzing });
}

/** Only between two numbers: with a figure as one end, the other end alone could say no. */
function vertaalTussen(
  vergelijking: Extract<Vergelijking, { soort: "tussen" }>,
  compare: (waarde: Waarde) => Kanten | undefined,
  bron: Vertaalbron,
  schrijver: Schrijver,
): Vraag | undefined {
  const ends = [bron.waarde(vergelijking.van), bron.waarde(vergelijking.tot)];
  if (ends.some((end) => !end || end.kolom)) return undefined;
  const years = ends[0]?.maal.map((_, jaar) => ends.every((end) => end?.maal[jaar])) ?? [];
  if (!years.some(Boolean)) return ONBEKEND;
  const included = bron.grenzen(vergelijking);
  if (!included || !years.every(Boolean)) return undefined;
  const [low, high] = [compare(vergelijking.van), compare(vergelijking.tot)];
  if (!low || !high) return undefined;
  const above = included.van ? isMinstens(low, schrijver) : isMeer(low, schrijver);
  const below = included.tot ? isHoogstens(high, schrijver) : isMinder(high, schrijver);
  return both(above, below, schrijver);
}

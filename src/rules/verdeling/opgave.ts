import {
  type Breuk,
  breuk,
  ceil,
  compare,
  equals,
  floor,
  formatBreuk,
  isNegative,
  multiply,
  NUL,
  round,
  subtract,
  sum,
} from "#domain/breuk.ts";
import { RuleError } from "#domain/errors.ts";
import {
  AFRONDINGSMETHODEN,
  type Afrondingsmethode,
  type Methodekeuze,
  type Opgave,
  type OpgaveDeel,
} from "#domain/verdeling.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL } from "#rules/cijfers/rekenvraag.ts";
import type { Eislezer } from "#rules/normen/eis.ts";
import { readWaarde } from "#rules/normen/waarde.ts";
import { allocateLargestRemainder } from "./largest-remainder.ts";

/** What is divided: the total, and the number of each onderdeel (one with an empty name where it is not split). */
export type Opgavegetal = {
  readonly totaal: Breuk;
  readonly onderdelen: readonly string[];
  readonly delen: readonly Breuk[];
  /** Set where the parts are not together the total: what they are, and what they must be. */
  readonly wijktAf?: { readonly som: Breuk; readonly moet: Breuk };
};

/**
 * Works out the opgave in one corner; undefined where a figure or parameter is missing.
 *
 * @param heelMaken False in a corner, where nothing is made whole.
 * @throws RuleError "opgave-negatief".
 */
export function readOpgave(
  opgave: Opgave,
  lezer: Eislezer,
  heelMaken: boolean,
): Opgavegetal | undefined {
  const aantal = opgave.aantal && readWaarde(opgave.aantal, HET_GEHEEL, lezer);
  if (opgave.aantal && !aantal) return undefined;
  if (aantal && isNegative(aantal)) {
    throw new RuleError("opgave-negatief", { opgave: formatBreuk(aantal) });
  }
  const methode = heelMaken ? methodOf(opgave.heel, lezer.lezer) : "geen";
  if (!methode) return undefined;
  const names = Object.keys(opgave.is);
  if (names.length === 0) {
    const totaal = aantal && wholeNumber(aantal, methode);
    return totaal && { totaal, onderdelen: [""], delen: [totaal] };
  }
  return split(opgave.is, names, aantal, methode, lezer);
}

/** The method a document writes, or the one its parameter holds; undefined while that is empty. */
export function methodOf(keuze: Methodekeuze, lezer: Lezer): Afrondingsmethode | undefined {
  if (keuze.soort === "vast") return keuze.methode;
  const value = lezer.parameter(keuze.naam);
  const word = value && "soort" in value && value.soort === "woord" ? value.woord : undefined;
  return AFRONDINGSMETHODEN.find((methode) => methode === word);
}

/**
 * The supply an opgave in spoor 2 is taken from: `uit`, else the `van` of its part, else the
 * figure itself.
 */
export function supplyOf(opgave: Opgave, spoor: number | undefined): Verwijzing | undefined {
  if (opgave.uit) return opgave.uit;
  if (spoor !== 2) return undefined;
  if (opgave.aantal?.soort === "deel-van") return opgave.aantal.van;
  return opgave.aantal?.soort === "verwijzing" ? opgave.aantal.verwijzing : undefined;
}

function split(
  is: Readonly<Record<string, OpgaveDeel>>,
  names: readonly string[],
  aantal: Breuk | undefined,
  methode: Afrondingsmethode,
  lezer: Eislezer,
): Opgavegetal | undefined {
  const exact = names.map((name) => partOf(is[name], aantal, lezer));
  const rest = names.findIndex((name) => is[name]?.soort === "rest");
  if (exact.some((part, i) => part === undefined && i !== rest)) return undefined;
  const written = sum(exact.filter((part) => part !== undefined));
  if (aantal && !addsUp(written, aantal, rest !== -1)) {
    const off = { som: written, moet: aantal };
    return { totaal: aantal, onderdelen: names, delen: names.map(() => NUL), wijktAf: off };
  }
  const totaal = aantal ? wholeNumber(aantal, methode) : written;
  const parts = exact.map((part) => part ?? subtract(aantal ?? written, written));
  const delen = wholeParts(parts, totaal, methode, rest, names);
  return { totaal: sum(delen), onderdelen: names, delen };
}

/** A rest takes what is left, and cannot take less than nothing. */
function addsUp(written: Breuk, aantal: Breuk, hasRest: boolean): boolean {
  return hasRest ? compare(written, aantal) <= 0 : equals(written, aantal);
}

/** A part without a unit is of `aantal`; a figure or a number without `aantal` is itself. */
function partOf(
  deel: OpgaveDeel | undefined,
  aantal: Breuk | undefined,
  lezer: Eislezer,
): Breuk | undefined {
  if (deel?.soort !== "waarde") return undefined;
  const value = readWaarde(deel.waarde, HET_GEHEEL, lezer);
  if (!value || !aantal) return value;
  return isShare(deel, lezer) ? multiply(value, aantal) : value;
}

function isShare(deel: Extract<OpgaveDeel, { soort: "waarde" }>, { lezer }: Eislezer): boolean {
  const { waarde } = deel;
  if (waarde.soort === "getal") return true;
  return waarde.soort === "verwijzing" && lezer.isParameter(waarde.verwijzing.naam);
}

/** With a rest, what rounding moves lands there; with grootste-rest all parts share it. */
function wholeParts(
  parts: readonly Breuk[],
  totaal: Breuk,
  methode: Afrondingsmethode,
  rest: number,
  names: readonly string[],
): readonly Breuk[] {
  if (methode === "geen") return parts;
  if (methode === "grootste-rest") return byRemainder(parts, totaal, names);
  const whole = parts.map((part) => wholeNumber(part, methode));
  if (rest === -1) return whole;
  const others = sum(whole.filter((_, i) => i !== rest));
  return whole.map((part, i) => (i === rest ? subtract(totaal, others) : part));
}

function byRemainder(
  parts: readonly Breuk[],
  totaal: Breuk,
  names: readonly string[],
): readonly Breuk[] {
  const inOrder = [{ soort: "volgorde" as const, eenheden: names }];
  const regels = [{ soort: "grootste-basis" as const }, ...inOrder];
  const gegevens = { ids: names, basis: parts, regels };
  return allocateLargestRemainder(round(totaal), parts, gegevens).aantallen.map((n) => breuk(n));
}

function wholeNumber(number: Breuk, methode: Afrondingsmethode): Breuk {
  if (methode === "geen") return number;
  if (methode === "omhoog") return breuk(ceil(number));
  if (methode === "omlaag") return breuk(floor(number));
  return breuk(round(number));
}

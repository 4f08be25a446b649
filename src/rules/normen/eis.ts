import { add, type Breuk, compare, multiply, NUL } from "#domain/breuk.ts";
import type { Eis, EisOnderwerp, Vergelijking, Waarheid } from "#domain/eis.ts";
import { type Datum, isDatum } from "#domain/peildatum.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { compareDuur, monthsIn } from "./duur.ts";
import { readVerwijzing, readWaarde, type Waardelezer } from "./waarde.ts";
import { choose, every, not, some, yes } from "./waarheid.ts";

/** What an eis is asked of: numbers as in any waarde, and the units a `voor-elk` goes over. */
export type Eislezer = Waardelezer & {
  readonly eenheden: (as: string, plek: Plek) => readonly Plek[];
  readonly grenzen: (naam: string) => string | undefined;
};

type Uitslag = -1 | 0 | 1 | undefined;

/**
 * Whether it is so: yes, no, or unknown where a figure is missing.
 *
 * `alle` with one no is no and `een-van` with one yes is yes, whatever is unknown beside it
 * (Kleene's strong three-valued logic). A share is compared crosswise, never divided.
 */
export function evaluateEis(eis: Eis, plek: Plek, context: Eislezer): Waarheid {
  switch (eis.soort) {
    case "vergelijking":
      return evaluateVergelijking(eis.onderwerp, eis.vergelijking, plek, context);
    case "aanwezig":
      return every(eis.wat.map((wat) => (isPresent(wat, plek, context) ? "ja" : "nee")));
    case "alle":
      return every(eis.eisen.map((item) => evaluateEis(item, plek, context)));
    case "een-van":
      return some(eis.eisen.map((item) => evaluateEis(item, plek, context)));
    case "niet":
      return not(evaluateEis(eis.eis, plek, context));
    case "als":
      return evaluateAls(eis, plek, context);
    case "voor-elk":
      return evaluateVoorElk(eis, plek, context);
  }
}

/** With an unknown condition the answer is only known where both branches agree. */
function evaluateAls(eis: Extract<Eis, { soort: "als" }>, plek: Plek, context: Eislezer): Waarheid {
  const condition = evaluateEis(eis.als, plek, context);
  const otherwise = (): Waarheid => (eis.anders ? evaluateEis(eis.anders, plek, context) : "ja");
  if (condition === "ja") return evaluateEis(eis.dan, plek, context);
  if (condition === "nee") return otherwise();
  return choose(condition, evaluateEis(eis.dan, plek, context), otherwise());
}

function evaluateVoorElk(
  eis: Extract<Eis, { soort: "voor-elk" }>,
  plek: Plek,
  context: Eislezer,
): Waarheid {
  const places = context.eenheden(eis.as, plek);
  // Nobody to ask is no answer.
  if (places.length === 0) return "onbekend";
  const { geldt } = eis;
  if (geldt.soort === "vergelijking" && geldt.vergelijking.soort === "eensluidend") {
    return evaluateEensluidend(geldt.onderwerp, places, context);
  }
  return every(places.map((place) => evaluateEis(geldt, place, context)));
}

function evaluateEensluidend(
  onderwerp: EisOnderwerp,
  places: readonly Plek[],
  context: Eislezer,
): Waarheid {
  const codes = places.map((place) => codeOf(onderwerp, place, context));
  const known = new Set(codes.filter((code) => code !== undefined));
  if (known.size > 1) return "nee";
  return codes.includes(undefined) ? "onbekend" : "ja";
}

function evaluateVergelijking(
  onderwerp: EisOnderwerp,
  vergelijking: Vergelijking,
  plek: Plek,
  context: Eislezer,
): Waarheid {
  switch (vergelijking.soort) {
    case "is": {
      const code = codeOf(onderwerp, plek, context);
      return code === undefined ? "onbekend" : yes(vergelijking.codes.includes(code));
    }
    case "eensluidend":
      return "onbekend";
    case "in-maanden":
      return inMonths(onderwerp, vergelijking, plek, context);
    case "tussen":
      return evaluateTussen(onderwerp, vergelijking, plek, context);
    default: {
      const order = orderOf(onderwerp, vergelijking.waarde, plek, context);
      return order === undefined ? "onbekend" : yes(HOLDS[vergelijking.soort](order));
    }
  }
}

/** Whether a comparison holds for a subject below, on or above its limit. */
export const HOLDS = {
  minstens: (order: number) => order >= 0,
  hoogstens: (order: number) => order <= 0,
  "meer-dan": (order: number) => order > 0,
  "minder-dan": (order: number) => order < 0,
  "gelijk-aan": (order: number) => order === 0,
  uiterlijk: (order: number) => order <= 0,
  vanaf: (order: number) => order >= 0,
} as const;

/** On the exact limit an empty parameter leaves it open; elsewhere it does not matter. */
function evaluateTussen(
  onderwerp: EisOnderwerp,
  { van, tot, grenzen }: Extract<Vergelijking, { soort: "tussen" }>,
  plek: Plek,
  context: Eislezer,
): Waarheid {
  const low = orderOf(onderwerp, van, plek, context);
  const high = orderOf(onderwerp, tot, plek, context);
  if (low === undefined || high === undefined) return "onbekend";
  if (low < 0 || high > 0) return "nee";
  if (low > 0 && high < 0) return "ja";
  const included = grenzen.soort === "vast" ? grenzen.grenzen : context.grenzen(grenzen.naam);
  if (included === undefined) return "onbekend";
  const lowIn = low > 0 || included === "beide" || included === "van";
  const highIn = high < 0 || included === "beide" || included === "tot";
  return yes(lowIn && highIn);
}

/** The subject against the right side: below, equal or above; undefined where not known. */
function orderOf(
  onderwerp: EisOnderwerp,
  rechts: Parameters<typeof readWaarde>[0],
  plek: Plek,
  context: Eislezer,
): Uitslag {
  if (onderwerp.soort === "duur") return compareDuur(onderwerp, rechts, plek, context.lezer);
  if (onderwerp.soort === "datum") return compareDatum(onderwerp.van, rechts, plek, context);
  const limit = readWaarde(rechts, plek, context);
  if (onderwerp.soort === "aandeel") {
    const part = readVerwijzing(onderwerp.teller, plek, context);
    const whole = readVerwijzing(onderwerp.noemer, plek, context);
    return part && whole && limit ? compare(part, multiply(limit, whole)) : undefined;
  }
  const number = numberOf(onderwerp, plek, context);
  return number && limit ? compare(number, limit) : undefined;
}

function numberOf(onderwerp: EisOnderwerp, plek: Plek, context: Eislezer): Breuk | undefined {
  if (onderwerp.soort === "aantal") return readWaarde(onderwerp.van, plek, context);
  if (onderwerp.soort !== "som") return undefined;
  let total: Breuk | undefined = NUL;
  for (const place of context.eenheden(onderwerp.over, plek)) {
    const part = readVerwijzing(onderwerp.wat, place, context);
    total = total && part ? add(total, part) : undefined;
  }
  return total;
}

function compareDatum(
  van: Verwijzing,
  rechts: Parameters<typeof readWaarde>[0],
  plek: Plek,
  context: Eislezer,
): Uitslag {
  const left = datumOf(van, plek, context);
  const right =
    rechts.soort === "datum"
      ? rechts.datum
      : rechts.soort === "verwijzing" && datumOf(rechts.verwijzing, plek, context);
  if (!left || !right) return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

function datumOf(van: Verwijzing, plek: Plek, { lezer }: Eislezer): Datum | undefined {
  if (lezer.isParameter(van.naam)) {
    const value = lezer.parameter(van.naam);
    return value && "soort" in value && value.soort === "datum" ? value.datum : undefined;
  }
  const inhoud = lezer.waarneming(van, plek)?.inhoud;
  return inhoud?.soort === "datum" && isDatum(inhoud.datum) ? inhoud.datum : undefined;
}

function codeOf(onderwerp: EisOnderwerp, plek: Plek, context: Eislezer): string | undefined {
  if (onderwerp.soort !== "kenmerk") return undefined;
  const inhoud = context.lezer.waarneming({ naam: onderwerp.naam, pad: [] }, plek)?.inhoud;
  return inhoud?.soort === "kenmerk" ? inhoud.code : undefined;
}

function inMonths(
  onderwerp: EisOnderwerp,
  { van, tot }: { readonly van: string; readonly tot: string },
  plek: Plek,
  context: Eislezer,
): Waarheid {
  if (onderwerp.soort !== "datum") return "onbekend";
  const datum = datumOf(onderwerp.van, plek, context);
  return datum ? yes(monthsIn(van, tot).has(Number(datum.slice(5, 7)))) : "onbekend";
}

/** Whether anything at all was delivered; this is the one question to which missing is an answer. */
function isPresent(wat: Verwijzing, plek: Plek, context: Eislezer): boolean {
  return context.lezer.isPresent(wat, plek);
}

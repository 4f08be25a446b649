import { type Breuk, divide, formatBreuk, isZero } from "#domain/breuk.ts";
import type { Eis, EisOnderwerp, Vergelijking } from "#domain/eis.ts";
import { formatExact, formatMoment } from "#domain/notatie.ts";
import type { Duur } from "#domain/peildatum.ts";
import type { Verwijzing, Waarde } from "#domain/waarde.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import type { Eislezer } from "#rules/normen/eis.ts";
import { readVerwijzing, readWaarde } from "#rules/normen/waarde.ts";

type Enkel = Extract<Eis, { soort: "vergelijking" }>;

/** A name of the language as it is read aloud. */
export function asWords(naam: string): string {
  return naam.replaceAll("-", " ");
}

export function describeNumber(number: Breuk): string {
  return formatExact(formatBreuk(number));
}

function describeDuur({ aantal, maat }: Duur): string {
  const single = { dagen: "dag", weken: "week", maanden: "maand", jaar: "jaar" } as const;
  return `${aantal} ${aantal === 1 ? single[maat] : maat}`;
}

/** What an eis is about, in words: "standplaatsen als deel van woningvoorraad". */
export function subjectOf(eis: Eis): string {
  switch (eis.soort) {
    case "vergelijking":
      return subjectWords(eis.onderwerp);
    case "aanwezig":
      return eis.wat.map(pointerWords).join(" en ");
    case "niet":
      return subjectOf(eis.eis);
    case "als":
      return subjectOf(eis.dan);
    case "voor-elk":
      return subjectOf(eis.geldt);
    case "alle":
    case "een-van":
      return [...new Set(eis.eisen.map(subjectOf))].join(eis.soort === "alle" ? " en " : " of ");
  }
}

/** What an eis asks, in words: "woont in regio is «ja»". */
export function describeAsked(eis: Eis, plek: Plek, lezer: Eislezer): string {
  switch (eis.soort) {
    case "vergelijking":
      return `${subjectWords(eis.onderwerp)} is ${limitWords(eis.vergelijking, plek, lezer)}`;
    case "aanwezig":
      return `${subjectOf(eis)} ingevuld`;
    case "alle":
    case "een-van":
      return eis.eisen
        .map((item) => describeAsked(item, plek, lezer))
        .join(eis.soort === "alle" ? ", en " : ", of ");
    case "niet":
      return `niet: ${describeAsked(eis.eis, plek, lezer)}`;
    case "als": {
      const then = `als ${describeAsked(eis.als, plek, lezer)}, dan ${describeAsked(eis.dan, plek, lezer)}`;
      return eis.anders ? `${then}, anders ${describeAsked(eis.anders, plek, lezer)}` : then;
    }
    case "voor-elk":
      return `voor elk van de ${asWords(eis.as)}: ${describeAsked(eis.geldt, plek, lezer)}`;
  }
}

/** What was found beside what was asked: "inwoning is 36 maanden; dat moet meer dan 36 maanden zijn". */
export function describeFound(eis: Enkel, plek: Plek, lezer: Eislezer, asked: boolean): string {
  const { onderwerp, vergelijking } = eis;
  const found = foundWords(onderwerp, plek, lezer);
  const must = asked ? "dat moet" : "dat mag niet";
  return `${subjectWords(onderwerp)} is ${found}; ${must} ${limitWords(vergelijking, plek, lezer)} zijn`;
}

function subjectWords(onderwerp: EisOnderwerp): string {
  switch (onderwerp.soort) {
    case "aantal":
      return valueWords(onderwerp.van);
    case "aandeel":
      return `${pointerWords(onderwerp.teller)} als deel van ${pointerWords(onderwerp.noemer)}`;
    case "duur":
      return onderwerp.tot
        ? `de tijd van ${pointerWords(onderwerp.van)} tot ${pointerWords(onderwerp.tot)}`
        : pointerWords(onderwerp.van);
    case "datum":
      return pointerWords(onderwerp.van);
    case "som":
      return `${pointerWords(onderwerp.wat)} van alle ${asWords(onderwerp.over)} samen`;
    case "kenmerk":
      return asWords(onderwerp.naam);
  }
}

function foundWords(onderwerp: EisOnderwerp, plek: Plek, lezer: Eislezer): string {
  switch (onderwerp.soort) {
    case "aantal":
      return numberWords(readWaarde(onderwerp.van, plek, lezer));
    case "aandeel":
      return shareWords(onderwerp, plek, lezer);
    case "duur": {
      const first = observedWords(lezer.lezer.waarneming(onderwerp.van, plek));
      if (!onderwerp.tot) return first;
      return `van ${first} tot ${observedWords(lezer.lezer.waarneming(onderwerp.tot, plek))}`;
    }
    case "datum":
      return observedWords(lezer.lezer.waarneming(onderwerp.van, plek));
    case "kenmerk":
      return observedWords(lezer.lezer.waarneming({ naam: onderwerp.naam, pad: [] }, plek));
    case "som":
      return "anders";
  }
}

function shareWords(
  { teller, noemer }: Extract<EisOnderwerp, { soort: "aandeel" }>,
  plek: Plek,
  lezer: Eislezer,
): string {
  const part = readVerwijzing(teller, plek, lezer);
  const whole = readVerwijzing(noemer, plek, lezer);
  if (!part || !whole) return "onbekend";
  const parts = `${describeNumber(part)} op ${describeNumber(whole)}`;
  return isZero(whole) ? parts : `${parts} (${describeNumber(divide(part, whole))})`;
}

/** What was observed of a candidate, as people write it. */
export function observedWords(waarneming: Waarneming | undefined): string {
  const inhoud = waarneming?.inhoud;
  switch (inhoud?.soort) {
    case "getal":
      return describeNumber(inhoud.waarde);
    case "kenmerk":
      return `«${asWords(inhoud.code)}»`;
    case "duur":
      return describeDuur(inhoud.duur);
    case "datum":
      return formatMoment(inhoud.datum);
    default:
      return "onbekend";
  }
}

const WORDS = {
  minstens: "minstens",
  hoogstens: "hoogstens",
  "meer-dan": "meer dan",
  "minder-dan": "minder dan",
  "gelijk-aan": "precies",
  uiterlijk: "uiterlijk",
  vanaf: "niet voor",
} as const;

function limitWords(vergelijking: Vergelijking, plek: Plek, lezer: Eislezer): string {
  switch (vergelijking.soort) {
    case "is":
      return vergelijking.codes.map((code) => `«${asWords(code)}»`).join(" of ");
    case "eensluidend":
      return "voor allen gelijk";
    case "in-maanden":
      return `in ${vergelijking.van} tot en met ${vergelijking.tot}`;
    case "tussen": {
      const { van, tot } = vergelijking;
      return `tussen ${boundWords(van, plek, lezer)} en ${boundWords(tot, plek, lezer)}`;
    }
    default:
      return `${WORDS[vergelijking.soort]} ${boundWords(vergelijking.waarde, plek, lezer)}`;
  }
}

/** The limit by its value, and by its name where it has one. */
function boundWords(waarde: Waarde, plek: Plek, lezer: Eislezer): string {
  if (waarde.soort === "getal" || waarde.soort === "duur" || waarde.soort === "datum") {
    return valueWords(waarde);
  }
  const number = readWaarde(waarde, plek, lezer);
  const words = valueWords(waarde);
  return number ? `${describeNumber(number)} (${words})` : words;
}

/** A waarde as it is written, in words. */
export function valueWords(waarde: Waarde): string {
  switch (waarde.soort) {
    case "getal":
      return formatExact(waarde.tekst.replace(/\s*%/, "%"));
    case "band":
      return `${describeNumber(waarde.van)} tot ${describeNumber(waarde.tot)}`;
    case "duur":
      return describeDuur(waarde.duur);
    case "datum":
      return formatMoment(waarde.datum);
    case "verwijzing":
      return pointerWords(waarde.verwijzing);
    case "deel-van": {
      const deel = waarde.deel.soort === "getal" ? waarde.deel.tekst : asWords(waarde.deel.naam);
      return `${deel} van ${pointerWords(waarde.van)}`;
    }
    case "evenredig":
      return `evenredig aan ${pointerWords(waarde.aan)}`;
    case "per":
      return `een waarde per ${asWords(waarde.as)}`;
  }
}

function pointerWords({ naam, pad, van }: Verwijzing): string {
  return `${[naam, ...pad].map(asWords).join(", ")}${van ? ` van ${van}` : ""}`;
}

function numberWords(number: Breuk | undefined): string {
  return number ? describeNumber(number) : "onbekend";
}

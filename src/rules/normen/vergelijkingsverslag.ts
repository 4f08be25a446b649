import { type Breuk, ceil, compare, multiply, sum } from "#domain/breuk.ts";
import type { Eis, EisOnderwerp, Grenzen, Vergelijking } from "#domain/eis.ts";
import type { Parameterwaarde } from "#domain/kop.ts";
import type { Grens, Vergelijkingsverslag, Zijde } from "#domain/oordeel.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Formule, Verwijzing, Waarde } from "#domain/waarde.ts";
import type { WaarnemingInhoud } from "#domain/waarneming.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { type Eislezer, HOLDS } from "./eis.ts";
import { readVerwijzing, readWaarde } from "./waarde.ts";

/** What one comparison laid side by side, read as the comparison itself reads it. */
export function reportVergelijking(
  { onderwerp, vergelijking }: Extract<Eis, { soort: "vergelijking" }>,
  plek: Plek,
  context: Toetslezer,
): Vergelijkingsverslag {
  const van = onderwerp.soort === "aandeel" ? figure(onderwerp.noemer, plek, context) : undefined;
  const einden = vergelijking.soort === "tussen" ? endsOf(vergelijking, context) : undefined;
  return {
    soort: vergelijking.soort,
    onderwerp: reportOnderwerp(onderwerp, plek, context),
    ...(van ? { van } : {}),
    grenzen: limitsOf(vergelijking).map((waarde) => reportGrens(waarde, van, plek, context)),
    ...(einden ? { einden } : {}),
    binnenMarge: isWithinMargin(onderwerp, vergelijking, plek, context),
    telbaar: isCounted(onderwerp, context),
  };
}

/** An eis is asked of figures of a document that may derive some of its own. */
export type Toetslezer = Eislezer & {
  readonly afgeleid: Readonly<Record<string, Formule>>;
};

/**
 * Whether the low and high that the figures leave lie on both sides of a limit: the part low with
 * the whole high, and the other way round. The verdict itself stands on the middles.
 */
function isWithinMargin(
  onderwerp: EisOnderwerp,
  vergelijking: Vergelijking,
  plek: Plek,
  context: Eislezer,
): boolean {
  const [part, whole] = bandsOf(onderwerp, plek, context);
  if (!part || (onderwerp.soort === "aandeel" && !whole)) return false;
  return limitsOf(vergelijking).some((waarde) => {
    const limit = typeof waarde === "string" ? undefined : readWaarde(waarde, plek, context);
    if (!limit) return false;
    const low = compare(part.laag, whole ? multiply(limit, whole.hoog) : limit);
    const high = compare(part.hoog, whole ? multiply(limit, whole.laag) : limit);
    const holds = HOLDS[vergelijking.soort as keyof typeof HOLDS];
    return holds ? holds(low) !== holds(high) : low !== high;
  });
}

function bandsOf(
  onderwerp: EisOnderwerp,
  plek: Plek,
  { lezer }: Eislezer,
): readonly (Bandbreedte | undefined)[] {
  if (onderwerp.soort === "aandeel") {
    return [lezer.band(onderwerp.teller, plek), lezer.band(onderwerp.noemer, plek)];
  }
  const { van } = onderwerp.soort === "aantal" ? onderwerp : { van: undefined };
  return van?.soort === "verwijzing" ? [lezer.band(van.verwijzing, plek)] : [];
}

function endsOf(
  { grenzen }: Extract<Vergelijking, { soort: "tussen" }>,
  context: Eislezer,
): Grenzen | undefined {
  if (grenzen.soort === "vast") return grenzen.grenzen;
  const word = context.grenzen(grenzen.naam);
  return word as Grenzen | undefined;
}

function reportOnderwerp(onderwerp: EisOnderwerp, plek: Plek, context: Eislezer): Zijde {
  switch (onderwerp.soort) {
    case "aantal":
      return amount(onderwerp.van, plek, context);
    case "aandeel":
      return figure(onderwerp.teller, plek, context);
    case "som":
      return {
        ...withSum(onderwerp.wat, context.eenheden(onderwerp.over, plek), context),
        naam: `${nameOf(onderwerp.wat)} van alle ${onderwerp.over} samen`,
      };
    case "kenmerk":
      return fact({ naam: onderwerp.naam, pad: [] }, plek, context.lezer);
    case "datum":
      return fact(onderwerp.van, plek, context.lezer);
    case "duur":
      return onderwerp.tot
        ? {
            naam: `van ${nameOf(onderwerp.van)} tot ${nameOf(onderwerp.tot)}`,
            ...span(onderwerp.van, onderwerp.tot, plek, context.lezer),
          }
        : fact(onderwerp.van, plek, context.lezer);
  }
}

function withSum(
  wat: Verwijzing,
  places: readonly Plek[],
  context: Eislezer,
): { readonly waarde?: Breuk } {
  const parts = places.map((place) => readVerwijzing(wat, place, context));
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0 || known.length < parts.length) return {};
  return { waarde: sum(known) };
}

function span(van: Verwijzing, tot: Verwijzing, plek: Plek, lezer: Lezer) {
  const [first, last] = [fact(van, plek, lezer).tekst, fact(tot, plek, lezer).tekst];
  return first && last ? { tekst: `${first} tot ${last}` } : {};
}

function amount(waarde: Waarde, plek: Plek, context: Eislezer): Zijde {
  const number = readWaarde(waarde, plek, context);
  return { naam: describeWaarde(waarde), ...(number ? { waarde: number } : {}) };
}

function figure(verwijzing: Verwijzing, plek: Plek, context: Eislezer): Zijde {
  const number = readVerwijzing(verwijzing, plek, context);
  return { naam: nameOf(verwijzing), ...(number ? { waarde: number } : {}) };
}

/** A coded fact, a date or a term as text; a parameter by what it holds. */
function fact(verwijzing: Verwijzing, plek: Plek, lezer: Lezer): Zijde {
  const naam = nameOf(verwijzing);
  if (lezer.isParameter(verwijzing.naam)) {
    const value = lezer.parameter(verwijzing.naam);
    const tekst = value && "soort" in value ? describeInhoud(value) : undefined;
    return { naam, ...(tekst === undefined ? {} : { tekst }) };
  }
  const found = lezer.waarneming(verwijzing, plek);
  const tekst = found && describeInhoud(found.inhoud);
  return { naam, ...(tekst === undefined ? {} : { tekst }) };
}

function describeInhoud(inhoud: Parameterwaarde | WaarnemingInhoud): string | undefined {
  switch (inhoud.soort) {
    case "datum":
      return inhoud.datum;
    case "duur":
      return `${inhoud.duur.aantal} ${inhoud.duur.maat}`;
    case "kenmerk":
      return inhoud.code;
    case "woord":
      return inhoud.woord;
    default:
      return undefined;
  }
}

function limitsOf(vergelijking: Vergelijking): readonly (Waarde | string)[] {
  switch (vergelijking.soort) {
    case "is":
      return vergelijking.codes;
    case "tussen":
      return [vergelijking.van, vergelijking.tot];
    case "in-maanden":
      return [`${vergelijking.van} tot en met ${vergelijking.tot}`];
    case "eensluidend":
      return [];
    default:
      return [vergelijking.waarde];
  }
}

function reportGrens(
  waarde: Waarde | string,
  van: Zijde | undefined,
  plek: Plek,
  context: Eislezer,
): Grens {
  if (typeof waarde === "string") return { naam: waarde, tekst: waarde };
  if (waarde.soort === "duur" || waarde.soort === "datum") {
    return { naam: describeWaarde(waarde), tekst: describeWaarde(waarde) };
  }
  const held = waarde.soort === "verwijzing" ? waarde.verwijzing : undefined;
  const parameter = held && context.lezer.isParameter(held.naam) ? held.naam : undefined;
  const number = readWaarde(waarde, plek, context);
  const other = !number && held ? fact(held, plek, context.lezer).tekst : undefined;
  const nodig = neededOf(number, van);
  return {
    naam: describeWaarde(waarde),
    ...(number ? { waarde: number } : {}),
    ...(waarde.soort === "getal" ? { tekst: waarde.tekst } : {}),
    ...(other === undefined ? {} : { tekst: other }),
    ...(parameter === undefined ? {} : { parameter }),
    ...(nodig === undefined ? {} : { nodig }),
  };
}

function neededOf(limit: Breuk | undefined, van: Zijde | undefined): bigint | undefined {
  return limit && van?.waarde ? ceil(multiply(limit, van.waarde)) : undefined;
}

function describeWaarde(waarde: Waarde): string {
  switch (waarde.soort) {
    case "getal":
      return waarde.tekst;
    case "duur":
      return `${waarde.duur.aantal} ${waarde.duur.maat}`;
    case "datum":
      return waarde.datum;
    case "verwijzing":
      return nameOf(waarde.verwijzing);
    case "deel-van": {
      const { deel } = waarde;
      return `${deel.soort === "getal" ? deel.tekst : deel.naam} van ${nameOf(waarde.van)}`;
    }
    case "evenredig":
      return `evenredig aan ${nameOf(waarde.aan)}`;
    case "band":
      return "een bandbreedte";
    case "per":
      return `verschilt per ${waarde.as}`;
  }
}

/** `woningen.sociale-huur`, `daeb-aandeel van regio`. */
function nameOf({ naam, pad, van }: Verwijzing): string {
  return `${[naam, ...pad].join(".")}${van ? ` van ${van}` : ""}`;
}

/** Whether a number of it can be short: homes and people can, a share or a term cannot. */
function isCounted(onderwerp: EisOnderwerp, context: Toetslezer): boolean {
  switch (onderwerp.soort) {
    case "aandeel":
      return isCount(onderwerp.teller.naam, context);
    case "som":
      return isCount(onderwerp.wat.naam, context);
    case "aantal": {
      const { van } = onderwerp;
      return van.soort === "verwijzing" && isCount(van.verwijzing.naam, context);
    }
    default:
      return false;
  }
}

function isCount(naam: string, context: Toetslezer): boolean {
  const own = context.afgeleid[naam];
  if (own) return isCountFormule(own, context);
  const { lezer } = context;
  if (lezer.isParameter(naam)) return false;
  const indicator = lezer.indicator(naam);
  return indicator === undefined || (indicator.optelbaar && indicator.eenheid !== "deel");
}

/** Counts added and subtracted are a count; whatever is divided is not. */
function isCountFormule(formule: Formule, context: Toetslezer): boolean {
  if (formule.soort === "getal") return true;
  if (formule.soort === "verwijzing") return isCount(formule.verwijzing.naam, context);
  const { teken, links, rechts } = formule;
  if (teken === "/") return false;
  const [a, b] = [isCountFormule(links, context), isCountFormule(rechts, context)];
  return teken === "*" ? a || b : a && b;
}

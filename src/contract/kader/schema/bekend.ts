import { listWords } from "#domain/notatie.ts";
import { type Formule, NIVEAUS, type Verwijzing, type Waarde } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { GERESERVEERD, isNaam } from "../scalar/naam.ts";
import { type Leescontext, leescontext } from "./leescontext.ts";

/** Why this figure is unknown; undefined where it is known, or where nobody told what is. */
export function checkVerwijzing({ naam, pad }: Verwijzing): string | undefined {
  const context = leescontext();
  const { indicatoren, codelijsten } = context.kennis;
  if (!context.cijfersBekend || !indicatoren || GERESERVEERD.has(naam)) return undefined;
  if (context.parameters.has(naam) || context.afgeleid.has(naam)) return undefined;
  const uitsplitsing = indicatoren.get(naam);
  if (!uitsplitsing) return unknownFigure(naam, context);
  const cell = pad[0];
  if (cell === undefined || !codelijsten) return undefined;
  const cells = uitsplitsing.flatMap((list) => codelijsten.get(list) ?? []);
  if (cells.length === 0 || cells.includes(cell)) return undefined;
  const nearest = findNearest(cell, cells);
  return nearest
    ? `${quote(naam)} heeft geen onderdeel ${quote(cell)}. Bedoelt u ${quote(`${naam}.${nearest}`)}?`
    : `${quote(naam)} heeft geen onderdeel ${quote(cell)}. Kies uit: ${cells.join(", ")}.`;
}

function unknownFigure(naam: string, context: Leescontext): string {
  const known = [
    ...context.parameters,
    ...context.afgeleid,
    ...(context.kennis.indicatoren?.keys() ?? []),
  ];
  const nearest = findNearest(naam, known);
  return nearest
    ? `Onbekend cijfer ${quote(naam)}. Bedoelt u ${quote(nearest)}?`
    : `Onbekend cijfer ${quote(naam)}. Er is geen indicator, parameter of afgeleid cijfer met die naam. Maak er een indicator voor, of kijk de naam na.`;
}

/** The first unknown figure of a formule. */
export function checkFormule(formule: Formule): string | undefined {
  if (formule.soort === "getal") return undefined;
  if (formule.soort === "verwijzing") return checkVerwijzing(formule.verwijzing);
  return checkFormule(formule.links) ?? checkFormule(formule.rechts);
}

/** What is unknown in a waarde of one line. */
export function checkWaarde(waarde: Waarde): string | undefined {
  if (waarde.soort === "verwijzing") return checkVerwijzing(waarde.verwijzing);
  if (waarde.soort === "evenredig") return checkVerwijzing(waarde.aan);
  if (waarde.soort !== "deel-van") return undefined;
  const { deel } = waarde;
  const unknown = deel.soort === "parameter" ? checkParameter(deel.naam, true) : undefined;
  if (unknown === undefined || deel.soort !== "parameter") return checkVerwijzing(waarde.van);
  const niveau = findNearest(waarde.van.naam, NIVEAUS);
  if (niveau === undefined) return unknown;
  return `${quote(waarde.van.naam)} is geen niveau. Bedoelt u ${quote(`${deel.naam} van ${niveau}`)}?`;
}

/** Why this is no parameter of the document; `ofAfgeleid` lets a derived figure stand for it. */
export function checkParameter(naam: string, ofAfgeleid = false): string | undefined {
  const { parameters, afgeleid } = leescontext();
  if (parameters.has(naam) || (ofAfgeleid && afgeleid.has(naam))) return undefined;
  const known = ofAfgeleid ? [...parameters, ...afgeleid] : [...parameters];
  const nearest = findNearest(naam, known);
  const hint = nearest
    ? `Bedoelt u ${quote(nearest)}?`
    : `Voeg ${quote(naam)} toe onder «parameters», of kijk de naam na.`;
  return `${quote(naam)} is geen parameter van dit document. ${hint}`;
}

/** Axes that need no code list: their onderdelen follow from the run. */
const VRIJE_ASSEN = ["jaar", "halfjaar", "gemeente"];

/** Why nothing can differ along this axis. */
export function checkAs(as: string): string | undefined {
  if (!isNaam(as)) {
    return `${quote(as)} is geen as. Schrijf bijvoorbeeld «jaar», «gemeente» of «segment».`;
  }
  const { codelijsten } = leescontext().kennis;
  if (!codelijsten || VRIJE_ASSEN.includes(as) || codelijsten.has(as)) return undefined;
  const known = [...VRIJE_ASSEN, ...codelijsten.keys()];
  const nearest = findNearest(as, known);
  return nearest
    ? `Onbekende as ${quote(as)}. Bedoelt u ${quote(nearest)}?`
    : `Onbekende as ${quote(as)}. Kies uit: ${known.join(", ")}.`;
}

/** What is wrong with the onderdelen written for an axis: one unknown, or one not there. */
export function checkOnderdelen(
  as: string,
  written: readonly string[],
): { readonly onderdeel?: string; readonly tekst: string } | undefined {
  const codes = leescontext().kennis.codelijsten?.get(as);
  if (!codes) return undefined;
  const strange = written.find((key) => key !== "rest" && !codes.includes(key));
  if (strange !== undefined) {
    const nearest = findNearest(strange, codes);
    const hint = nearest ? `Bedoelt u ${quote(nearest)}?` : `Kies uit: ${codes.join(", ")}.`;
    return { onderdeel: strange, tekst: `${quote(as)} heeft geen ${quote(strange)}. ${hint}` };
  }
  if (written.includes("rest")) return undefined;
  const missing = codes.filter((code) => !written.includes(code));
  if (missing.length === 0) return undefined;
  return { tekst: missingTekst(as, missing) };
}

/**
 * Why a kenmerk never has this code; undefined where no code list bears its name.
 *
 * Without it a slip of the pen would be a question to which the answer is always no.
 */
export function checkKenmerkcode(kenmerk: string, code: string): string | undefined {
  const codes = leescontext().kennis.codelijsten?.get(kenmerk);
  if (!codes || codes.includes(code)) return undefined;
  const nearest = findNearest(code, codes);
  const hint = nearest ? `Bedoelt u ${quote(nearest)}?` : `Kies uit: ${codes.join(", ")}.`;
  return `${quote(kenmerk)} heeft geen code ${quote(code)}. ${hint}`;
}

/** What to do about onderdelen that are not there. */
export function missingTekst(as: string, missing: readonly string[]): string {
  const names = listWords(missing.map(quote));
  const verb = missing.length === 1 ? "ontbreekt" : "ontbreken";
  return `Van ${quote(as)} ${verb} ${names}. Voeg toe wat ontbreekt, of schrijf «rest».`;
}

import { compare, EEN, isNegative, NUL } from "#domain/breuk.ts";
import { listWords } from "#domain/notatie.ts";
import type { Waarde } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { formatDeel } from "../scalar/getal.ts";
import { aanwezig, type Gevonden, isGevonden, type Meld } from "./blok.ts";
import { checkHonderd, type Deel } from "./honderd.ts";
import { leescontext } from "./leescontext.ts";
import { checkPer } from "./per.ts";

const KEUZEN = [
  "naar-rato-van",
  "omgekeerd-naar-rato-van",
  "vast",
  "gewogen",
  "basis",
  "herkomst",
  "op-volgorde",
  "uitkomst-van",
  "per",
  "nader-te-bepalen",
];
const BIJVOEGSELS: Readonly<Record<string, string>> = {
  bijtrekken: "naar-rato-van",
  factoren: "basis",
  anders: "herkomst",
  is: "per",
};

/** Exactly one way to divide, with what belongs to it. */
export function checkSleutel(gevonden: Gevonden, meld: Meld): void {
  checkEenWijze(aanwezig(gevonden, KEUZEN), meld);
  checkBijvoegsels(gevonden, meld);
  if ("per" in gevonden && "is" in gevonden) checkPer(gevonden, meld);
}

function checkEenWijze(choices: readonly string[], meld: Meld): void {
  if (choices.length === 1) return;
  meld(
    choices.length === 0
      ? `Deze sleutel zegt niet hoe er verdeeld wordt. Kies ${listWords([...KEUZEN, "gelijk"], "of")}.`
      : `Een sleutel is één wijze van verdelen. Hier staan ${listWords(choices.map(quote))}. Haal er een weg, of weeg ze met «gewogen».`,
  );
}

function checkBijvoegsels(gevonden: Gevonden, meld: Meld): void {
  for (const [key, owner] of Object.entries(BIJVOEGSELS)) {
    if (key in gevonden && !(owner in gevonden)) {
      meld(`${quote(key)} hoort bij ${quote(owner)}, en dat staat hier niet.`, { pad: [key] });
    }
    if (key !== "bijtrekken" && owner in gevonden && !(key in gevonden)) {
      meld(`Bij ${quote(owner)} hoort ${quote(key)}. Voeg ${quote(`${key}: …`)} toe.`);
    }
  }
}

/** A part of `gewogen`: the keys of a sleutel beside its gewicht, or `sleutel:` for a word. */
export function checkGewogenDeel(gevonden: Gevonden, meld: Meld): void {
  if (!("sleutel" in gevonden)) {
    checkSleutel(gevonden, meld);
    return;
  }
  const [other] = aanwezig(gevonden, [...KEUZEN, ...Object.keys(BIJVOEGSELS)]);
  if (other) {
    meld(`Naast «sleutel» kan hier geen ${quote(other)} staan. Haal er een weg.`, { pad: [other] });
  }
}

/** The gewichten are exactly 100 % together, for each onderdeel where they differ. */
export function checkGewichten(delen: readonly unknown[]): string | undefined {
  const gewichten = delen.map((deel) => (isGevonden(deel) ? deel.gewicht : undefined));
  const axes = new Set(gewichten.flatMap(onderdelenVan));
  if (axes.size === 0) return checkSom("De gewichten", gewichten, undefined);
  for (const onderdeel of axes) {
    const fout = checkSom(`De gewichten voor ${quote(onderdeel)}`, gewichten, onderdeel);
    if (fout) return fout;
  }
  return undefined;
}

function onderdelenVan(gewicht: unknown): readonly string[] {
  return isWaarde(gewicht) && gewicht.soort === "per" ? Object.keys(gewicht.is) : [];
}

/** Silent where a gewicht is not a number that is written in this document. */
function checkSom(
  wat: string,
  gewichten: readonly unknown[],
  onderdeel: string | undefined,
): string | undefined {
  const delen = gewichten.map((gewicht) => toDeel(gewicht, onderdeel));
  const known = delen.filter((deel) => deel !== undefined);
  const outside = known.find(({ deel }) => isNegative(deel) || compare(deel, EEN) > 0);
  if (outside && isNegative(outside.deel)) {
    return `Een gewicht is niet lager dan nul; hier staat ${quote(outside.tekst)}. Maak er een deel van 0 % tot 100 % van.`;
  }
  return known.length === delen.length ? checkHonderd(wat, known) : undefined;
}

function toDeel(gewicht: unknown, onderdeel: string | undefined): Deel | undefined {
  if (!isWaarde(gewicht)) return undefined;
  if (gewicht.soort === "getal") return { deel: gewicht.getal, tekst: gewicht.tekst };
  if (gewicht.soort === "per" && onderdeel !== undefined) {
    const inner = gewicht.is[onderdeel] ?? gewicht.is.rest;
    return inner ? toDeel(inner, onderdeel) : { deel: NUL, tekst: "0" };
  }
  if (gewicht.soort !== "verwijzing") return undefined;
  const getal = leescontext().getallen.get(gewicht.verwijzing.naam);
  return getal ? { deel: getal, tekst: formatDeel(getal) } : undefined;
}

function isWaarde(value: unknown): value is Waarde {
  return isGevonden(value) && typeof value.soort === "string";
}

import { listWords } from "#domain/notatie.ts";
import { quote } from "../fout.ts";
import { aanwezig, type Gevonden, isGevonden, type Meld } from "./blok.ts";

const GRENZEN = ["minstens", "hoogstens", "precies"];

/** Exactly one bound. */
export function checkVoorwaarde(gevonden: Gevonden, meld: Meld): void {
  const bounds = aanwezig(gevonden, GRENZEN);
  if (bounds.length === 1) return;
  meld(
    bounds.length === 0
      ? `Een voorwaarde heeft een grens. Voeg ${listWords(GRENZEN.map(quote), "of")} toe.`
      : `Een voorwaarde heeft één grens. Hier staan ${listWords(bounds.map(quote))}. Maak er twee voorwaarden van.`,
  );
}

/** Who promises extra supply says how, and who owns that promise. */
export function checkWatNietPast(gevonden: Gevonden, meld: Meld): void {
  if (gevonden.keuze !== "extra-aanbod") return;
  const missing = ["hoe", "eigenaar"].filter((key) => !(key in gevonden));
  if (missing.length === 0) return;
  meld(
    `Bij «extra-aanbod» hoort ${listWords(missing.map(quote))}: hoe het er komt en wie ervoor zorgt. Voeg toe wat ontbreekt.`,
  );
}

/** What the keys of a step ask of each other. */
export function checkStap(gevonden: Gevonden, meld: Meld): void {
  if ("over" in gevonden && !("sleutel" in gevonden)) {
    meld("Een stap met «over» verdeelt iets en heeft een «sleutel» nodig. Voeg de sleutel toe.");
  }
  const bounds = boundsOf(gevonden.voorwaarden);
  // A voorwaarde that could not be read may be the bound that is missed here.
  if (!bounds) return;
  checkGrens(gevonden, bounds, meld);
  checkHerverdeling(gevonden, bounds, meld);
  checkTweezijdig(gevonden, meld);
}

/** Which bounds the step has; undefined where one of them cannot be told. */
function boundsOf(voorwaarden: unknown): ReadonlySet<string> | undefined {
  if (voorwaarden === undefined) return new Set();
  if (!Array.isArray(voorwaarden)) return undefined;
  const bounds = voorwaarden.map(boundOf);
  return bounds.includes(undefined)
    ? undefined
    : new Set(bounds.filter((bound) => bound !== undefined));
}

function boundOf(voorwaarde: unknown): string | undefined {
  if (!isGevonden(voorwaarde)) return undefined;
  const { soort } = voorwaarde;
  return typeof soort === "string" ? soort : aanwezig(voorwaarde, GRENZEN)[0];
}

function checkGrens(gevonden: Gevonden, bounds: ReadonlySet<string>, meld: Meld): void {
  if (!("wat-niet-past" in gevonden) || bounds.has("hoogstens") || bounds.has("precies")) return;
  meld(
    "«wat-niet-past» hoort bij een «hoogstens» of «precies»; deze stap heeft geen van beide. Haal de regel weg, of voeg de grens toe.",
    { pad: ["wat-niet-past"] },
  );
}

function checkHerverdeling(gevonden: Gevonden, bounds: ReadonlySet<string>, meld: Meld): void {
  if (!("herverdeling" in gevonden)) return;
  const choice = keuzeOf(gevonden);
  const upper = bounds.has("hoogstens") || bounds.has("precies");
  // Without a word on what does not fit, a person may still choose «anderen».
  const others = upper && (choice === undefined || choice === "anderen");
  if (bounds.has("minstens") || bounds.has("precies") || others) return;
  meld(
    upper
      ? `Met «wat-niet-past: ${choice}» groeit niemand, dus er valt niets te herverdelen. Haal «herverdeling» weg, of kies «anderen».`
      : "Deze stap heeft geen «minstens», «hoogstens» of «precies», dus er kan niets verschuiven. Haal «herverdeling» weg, of voeg de grens toe.",
    { pad: ["herverdeling"] },
  );
}

function checkTweezijdig(gevonden: Gevonden, meld: Meld): void {
  const { afronding } = gevonden;
  const method = isGevonden(afronding) ? afronding.methode : undefined;
  if (!isGevonden(method) || method.methode !== "tweezijdig") return;
  if ("herverdeling" in gevonden) {
    meld("Afronding «tweezijdig» herverdeelt zelf. Haal «herverdeling» weg.", {
      pad: ["herverdeling"],
    });
  }
  const choice = keuzeOf(gevonden);
  if (choice !== undefined && choice !== "anderen") {
    meld(
      `Afronding «tweezijdig» kent alleen «wat-niet-past: anderen», niet ${quote(choice)}. Kies «anderen», of een andere afronding.`,
      { pad: ["wat-niet-past"] },
    );
  }
}

function keuzeOf(gevonden: Gevonden): string | undefined {
  const choice = gevonden["wat-niet-past"];
  return isGevonden(choice) && typeof choice.keuze === "string" ? choice.keuze : undefined;
}

import type { RuleError, RuleErrorDetails } from "#domain/errors.ts";

type Naamgever = (eenheid: string) => string;

const TEKSTEN: {
  readonly [R in keyof RuleErrorDetails]: (details: RuleErrorDetails[R], naam: Naamgever) => string;
} = {
  "figuur-nul-in-omgekeerde-sleutel": ({ cijfer, eenheid }, naam) =>
    `«${cijfer}» van ${naam(eenheid)} is 0. Een sleutel «omgekeerd naar rato van» deelt door dat ` +
    "cijfer, en dat kan niet. Verbeter het cijfer, of kies een andere sleutel.",
  "delen-door-nul": ({ cijfer, eenheid }, naam) =>
    `In de berekening voor ${naam(eenheid)} wordt gedeeld door «${cijfer}», en dat is 0. ` +
    "Verbeter het cijfer, of pas de formule aan.",
  "gewicht-negatief": ({ cijfer, eenheid, gewicht }, naam) =>
    `«${cijfer}» van ${naam(eenheid)} is ${gewicht}. Een sleutel verdeelt naar getallen van 0 of ` +
    "meer. Verbeter het cijfer, of kies een andere sleutel.",
  "gewichten-niet-een": ({ som, delen }) =>
    `De gewichten zijn samen ${som} (${delen.join(" + ")}). Ze moeten samen precies 1 zijn, dat is ` +
    "100%. Pas er een aan.",
  "sleutel-zonder-gewicht": ({ stap, onderdeel }) =>
    `In ${stap}${onderdeel ? ` (${onderdeel})` : ""} is het cijfer van de sleutel voor iedereen 0. ` +
    "Er is dan niets om naar te verdelen. Verbeter de cijfers, of kies een andere sleutel.",
  "opgave-negatief": ({ opgave }) =>
    `De opgave is ${opgave}. Verdelen kan alleen met 0 of meer. Verbeter het aantal.`,
  "vaste-delen-niet-een": ({ som, moet }) =>
    `De vaste delen zijn samen ${som}. Ze moeten samen precies ${moet} zijn. Pas er een aan.`,
  "geen-eenheden": ({ gebied }) =>
    `In ${gebied} is er niemand om over te verdelen. Kies een andere regio of een andere datum.`,
  "verwijzing-onbekend": ({ naam }) =>
    `Het document verwijst naar «${naam}», en dat is er niet. Verbeter de naam, of voeg het ` +
    "document toe.",
  "kring-van-documenten": ({ documenten }) =>
    `Deze documenten leiden naar elkaar terug: ${documenten.join(" → ")}. Haal een van de ` +
    "verwijzingen weg.",
  "waarde-onbruikbaar": ({ waar, gevonden }) =>
    `Bij «${waar}» staat «${gevonden}», en daar is niet mee te rekenen. Vul een getal in.`,
  "getal-te-groot": ({ waar, gevonden }) =>
    `«${waar}» is ${gevonden}, en dat is te groot om uit te rekenen. Verbeter het getal.`,
};

/**
 * Why a rule could give no outcome, in Dutch for whoever asked.
 *
 * @param naamVan How a unit is called; its id where nothing better is known.
 */
export function describeRuleError(error: RuleError, naamVan: Naamgever = (id) => id): string {
  return describe(error.reason, error.details, naamVan);
}

// The compiler knows for each reason that text and details fit, but not for all at once.
function describe<R extends keyof RuleErrorDetails>(
  reason: R,
  details: RuleErrorDetails[keyof RuleErrorDetails],
  naamVan: Naamgever,
): string {
  return TEKSTEN[reason](details as RuleErrorDetails[R], naamVan);
}

import type { RegieDocument } from "#domain/document.ts";
import { type Pad, parsePad, quote } from "../fout.ts";
import type { Kennis } from "../kennis.ts";
import type { Boom } from "../knoop.ts";
import type { Bevinding } from "../melding.ts";
import { findNearest } from "../nearest.ts";
import { kommaTekst } from "../scalar/getal.ts";
import { asLijst, asTekst, entries, isKaart, type Kaartboom } from "./ruw.ts";

/** Keys whose trees hold numbers. */
const GETALLEN = ["cijfers", "ingevuld", "al-toegewezen", "aanbod", "werkelijk"];
const UITKOMSTEN = [
  "uitkomst",
  "som",
  "per-jaar",
  "band",
  "over",
  "open",
  "saldo",
  "bedrag",
  "ruimte",
];
const INVULBAAR = ["sleutel", "behoefte", "wat-niet-past", "gelijke-standen"];

/** What the grammar of a file of scenarios cannot see: numbers, paths and names inside its trees. */
export function checkScenarios(
  boom: Boom,
  kennis: Kennis,
  document: RegieDocument | undefined,
): readonly Bevinding[] {
  if (!isKaart(boom)) return [];
  return asLijst(boom.scenarios).flatMap((scenario, index) =>
    isKaart(scenario) ? checkScenario(scenario, ["scenarios", index], kennis, document) : [],
  );
}

function checkScenario(
  scenario: Kaartboom,
  pad: Pad,
  kennis: Kennis,
  document: RegieDocument | undefined,
): readonly Bevinding[] {
  const gegeven = isKaart(scenario.gegeven) ? scenario.gegeven : {};
  const verwacht = isKaart(scenario.verwacht) ? scenario.verwacht : {};
  const at = [...pad, "gegeven"];
  return [
    ...GETALLEN.flatMap((key) => findKomma(gegeven[key], [...at, key])),
    ...UITKOMSTEN.flatMap((key) => findKomma(verwacht[key], [...pad, "verwacht", key])),
    ...entries(gegeven.wijzig).flatMap(([path]) => checkPad(path, [...at, "wijzig", path])),
    ...checkNamen(gegeven, at, kennis, document),
  ];
}

function findKomma(boom: Boom | undefined, pad: Pad): readonly Bevinding[] {
  if (typeof boom === "string") {
    if (!/^-?\d+,\d+( ?%)?$/.test(boom)) return [];
    return [{ pad, bij: "waarde", tekst: kommaTekst(boom), gevonden: boom }];
  }
  if (Array.isArray(boom)) {
    return boom.flatMap((item: Boom, index) => findKomma(item, [...pad, index]));
  }
  return entries(boom).flatMap(([key, value]) => findKomma(value, [...pad, key]));
}

function checkPad(path: string, pad: Pad): readonly Bevinding[] {
  if (parsePad(path)) return [];
  const tekst = `${quote(path)} is geen pad in een document. Schrijf het zo: stappen[0].sleutel.`;
  return [{ pad, bij: "sleutel", tekst }];
}

/** Every name is an indicator, a parameter or an own figure; made-up units are not names. */
function checkNamen(
  gegeven: Kaartboom,
  pad: Pad,
  { indicatoren }: Kennis,
  document: RegieDocument | undefined,
): readonly Bevinding[] {
  if (!indicatoren || !document) return [];
  const changed = entries(gegeven.wijzig).flatMap(([, value]) => namesIn(value));
  const parameters = [...Object.keys(document.parameters), ...INVULBAAR];
  const figures = [
    ...indicatoren.keys(),
    ...Object.keys(document.parameters),
    ...Object.keys(document.afgeleid),
    ...changed,
  ];
  return [
    ...unknown(gegeven.cijfers, [...pad, "cijfers"], figures, "cijfer"),
    ...unknown(gegeven.ingevuld, [...pad, "ingevuld"], parameters, "parameter"),
  ];
}

function namesIn(boom: Boom): readonly string[] {
  const text = asTekst(boom);
  return text === undefined ? [] : (text.match(/[a-z][a-z0-9-]+/g) ?? []);
}

function unknown(
  boom: Boom | undefined,
  pad: Pad,
  known: readonly string[],
  what: string,
): readonly Bevinding[] {
  return entries(boom).flatMap(([key]) => {
    const name = key.split(".")[0] ?? key;
    if (known.includes(name)) return [];
    const nearest = findNearest(name, known);
    const hint = nearest ? `Bedoelt u ${quote(nearest)}?` : "Kijk de naam na.";
    const tekst = `Onbekend${what === "cijfer" ? "" : "e"} ${what} ${quote(name)}. ${hint}`;
    return [{ pad: [...pad, key], bij: "sleutel" as const, tekst, gevonden: key }];
  });
}

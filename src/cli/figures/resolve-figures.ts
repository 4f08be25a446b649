import { quote } from "#contract/kader/fout.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import { add, type Breuk, breuk, compare, divide, EEN, parseBreuk } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Kop } from "#domain/kop.ts";
import { isDatum, parseDuur, parseMoment } from "#domain/peildatum.ts";
import type { Waarneming, WaarnemingInhoud } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";
import { listedShort } from "../text/wrap.ts";
import { checkCel, checkCode } from "./check-code.ts";
import type { FigureInput } from "./figure-input.ts";
import { findUnit } from "./find-unit.ts";

export type FigureContext = {
  readonly basis: Basis;
  readonly document: Pick<Kop, "parameters" | "afgeleid">;
  readonly gebied: Rekengebied;
  /** What figures are of is no gemeente but a plan, a locatie or a person, by a name of its own. */
  readonly vrijeNamen?: boolean;
  /** Facts that the document asks and that no indicator knows. */
  readonly feiten?: ReadonlySet<string>;
  /** The day on which gemeenten are looked up. */
  readonly day: string;
};

export type ResolvedFigures = {
  readonly waarnemingen: readonly Waarneming[];
  readonly fouten: readonly string[];
  readonly opmerkingen: readonly string[];
};

/** Figures as they were given, looked up: which indicator, which gemeente, which number. */
export function resolveFigures(
  inputs: readonly FigureInput[],
  context: FigureContext,
): ResolvedFigures {
  const fouten: string[] = [];
  const seen = new Map<string, string>();
  const waarnemingen = inputs.flatMap((input) => {
    const told = (text: string) => fouten.push(`${input.place}\n  ${text}`);
    const found = resolve(input, context, told);
    if (!found) return [];
    const key = [found.indicator, ...found.cel, found.gebied, found.moment ?? ""].join("|");
    const earlier = seen.get(key);
    seen.set(key, input.place);
    if (earlier === undefined) return [found];
    told(`Dit cijfer is al gegeven (${earlier.split("\n")[0]}). Haal er een weg.`);
    return [];
  });
  return { waarnemingen, fouten, opmerkingen: outside(waarnemingen, context) };
}

type Tell = (text: string) => void;

function resolve(input: FigureInput, context: FigureContext, tell: Tell): Waarneming | undefined {
  const [indicator = "", ...cel] = input.name.split(".");
  const wrongName = checkName(indicator, context) ?? checkCel(indicator, cel, context.basis);
  if (wrongName) tell(wrongName);
  const unit = findUnit(input.unit, context);
  if ("fout" in unit) tell(unit.fout);
  const inhoud = readValue(indicator, input, context);
  if (typeof inhoud === "string") tell(inhoud);
  const { moment } = input;
  const wrongMoment = moment !== undefined && !parseMoment(moment);
  if (wrongMoment) {
    tell(
      `${quote(moment)} is geen datum of periode. Schrijf 2026-01-01, 2026, 2026-H1 of 2026-Q2.`,
    );
  }
  if (wrongName || "fout" in unit || typeof inhoud === "string" || wrongMoment) return undefined;
  return {
    indicator,
    cel,
    gebied: unit.id,
    inhoud,
    bron: input.source,
    betrouwbaarheid: "aanname",
    ...(moment === undefined ? {} : { moment }),
    ...(input.remark === undefined ? {} : { opmerking: input.remark }),
  };
}

function readValue(
  indicator: string,
  input: FigureInput,
  context: FigureContext,
): WaarnemingInhoud | string {
  const inhoud = context.feiten?.has(indicator)
    ? readFeit(input)
    : readInhoud(input, unitOfMeasure(indicator, context));
  if (typeof inhoud === "string") return inhoud;
  return checkCode(indicator, inhoud, context.basis) ?? inhoud;
}

function checkName(name: string, { basis, document, feiten }: FigureContext): string | undefined {
  const known = basis.kennis.indicatoren;
  if (known?.has(name) || name in document.afgeleid || feiten?.has(name)) return undefined;
  if (name in document.parameters) {
    return `${quote(name)} is een parameter van dit document. Vul hem in met «--vul ${name}=…».`;
  }
  const names = [...(known?.keys() ?? []), ...Object.keys(document.afgeleid), ...(feiten ?? [])];
  const nearest = findNearest(name, names);
  const hint = nearest
    ? `Bedoelt u ${quote(nearest)}?`
    : "Met «woonregie bibliotheek --soort indicator» ziet u welke er zijn.";
  return `Er is geen cijfer ${quote(name)}. ${hint}`;
}

function unitOfMeasure(name: string, { basis }: FigureContext): string | undefined {
  if (!basis.kennis.indicatoren?.has(name)) return undefined;
  const found = basis.bibliotheek.find(name);
  return found?.soort === "indicator" ? found.eenheid : undefined;
}

/** The value, or what is wrong with it. */
function readInhoud(
  { value }: FigureInput,
  eenheid: string | undefined,
): WaarnemingInhoud | string {
  if (value.kind === "one" && value.text === "onbekend") return { soort: "onbekend" };
  const coded = CODED[eenheid ?? ""];
  if (coded) return coded(value.kind === "one" ? value.text : "");
  if (value.kind === "one") {
    const number = readNumber(value.text, eenheid);
    return typeof number === "string" ? number : { soort: "getal", waarde: number };
  }
  const [low, high] = [readNumber(value.low, eenheid), readNumber(value.high, eenheid)];
  if (typeof low === "string") return low;
  if (typeof high === "string") return high;
  if (compare(low, high) > 0) {
    return `${quote(value.low)} is meer dan ${quote(value.high)}. Zet het laagste getal voorop.`;
  }
  const waarde = divide(add(low, high), breuk(2n));
  return { soort: "getal", waarde, laag: low, hoog: high };
}

/** Units in which no number is written. */
const CODED: Readonly<Record<string, (text: string) => WaarnemingInhoud | string>> = {
  "ja of nee": (text) =>
    text === "ja" || text === "nee"
      ? { soort: "kenmerk", code: text }
      : `${quote(text)} kan hier niet. Schrijf ja, nee of onbekend.`,
  datum: (text) =>
    isDatum(text)
      ? { soort: "datum", datum: text }
      : `${quote(text)} is geen datum. Schrijf 2026-07-01, of onbekend.`,
  duur: (text) => {
    const duur = parseDuur(text);
    return duur ? { soort: "duur", duur } : `${quote(text)} is geen duur. Schrijf 4 maanden.`;
  },
  code: readCode,
  gemeente: readCode,
  tekst: readCode,
};

function readCode(text: string): WaarnemingInhoud | string {
  if (/^[\p{L}\d][\p{L}\d ._-]*$/u.test(text)) return { soort: "kenmerk", code: text };
  return `${quote(text)} is geen code. Schrijf één woord, met streepjes, of onbekend.`;
}

/** A fact says by its form what it is: a date, a term, a number or a code. */
function readFeit(input: FigureInput): WaarnemingInhoud | string {
  const { value } = input;
  if (value.kind !== "one") return readInhoud(input, undefined);
  for (const eenheid of ["datum", "duur"]) {
    const read = readInhoud(input, eenheid);
    if (typeof read !== "string") return read;
  }
  return parseBreuk(value.text) ? readInhoud(input, undefined) : readInhoud(input, "code");
}

const LONGEST = 40;

function readNumber(text: string, eenheid: string | undefined): Breuk | string {
  if (text.length > LONGEST) return `${quote(text)} is te lang voor een getal. Schrijf het korter.`;
  if (/^-?\d{1,3}(\.\d{3})+$/.test(text)) {
    const [short, long] = [text, text.replaceAll(".", "")];
    return `${quote(short)} kan twee dingen betekenen. Schrijf ${long} zonder punt, of met minder cijfers achter de punt.`;
  }
  const number = parseBreuk(text);
  if (!number) return `${quote(text)} is geen getal. ${numberHint(text)}`;
  if (eenheid === "deel" && compare(number, EEN) > 0) {
    const meant = /^\d+(\.\d+)?$/.test(text) ? ` Bedoelt u ${text}%?` : "";
    return `${quote(text)} is meer dan het geheel. Een deel ligt tussen 0 en 1, of tussen 0% en 100%.${meant}`;
  }
  return number;
}

function numberHint(text: string): string {
  const point = text.replace(",", ".");
  if (text !== point && parseBreuk(point)) return `Schrijf een punt (${point}).`;
  return "Schrijf 450, 1.5, 2/3 of 30%; een bandbreedte als 420..480; of «onbekend».";
}

function outside(
  waarnemingen: readonly Waarneming[],
  { gebied, basis, day }: FigureContext,
): readonly string[] {
  const inside = new Set(gebied.eenheden.map(({ id }) => id));
  const others = waarnemingen.filter(
    (item) => item.gebied.startsWith("GM") && !inside.has(item.gebied),
  );
  if (others.length === 0) return [];
  const names = [...new Set(others.map((item) => item.gebied))].map(
    (id) => basis.gemeenten.findByCode(id, day)?.naam ?? id,
  );
  const many = others.length === 1 ? "1 cijfer gaat" : `${others.length} cijfers gaan`;
  return [`${many} over gemeenten buiten ${gebied.titel}: ${listedShort(names, 6)}.`];
}

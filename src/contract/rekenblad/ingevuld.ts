import { add, type Breuk, breuk, compare, divide, EEN, formatBreuk } from "#domain/breuk.ts";
import type { Bibliotheek } from "#domain/document.ts";
import { parseGetal } from "#domain/notatie.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { GEHEEL, type Waarneming } from "#domain/waarneming.ts";
import type { Boom } from "../kader/knoop.ts";
import type { Blad } from "./blad.ts";

/** A mistake in what was typed, at the field `cijfer.…` or `kies.…`. */
export type Veldfout = { readonly veld: string; readonly tekst: string };

export type Ingevuld = {
  readonly cijfers: readonly Waarneming[];
  readonly ingevuld: Readonly<Record<string, Boom>>;
  readonly fouten: readonly Veldfout[];
};

const VERZONNEN = "voorbeeld, verzonnen";
const NIET_NAGEGAAN = "ingevuld op deze pagina, niet nagegaan";

/** What stands as the source of a figure that somebody typed and gave none for (F223). */
export const ZONDER_BRON: readonly string[] = [VERZONNEN, NIET_NAGEGAAN];

/** What people typed on a rekenblad as figures and choices, and everything that cannot be read. */
export function readIngevuld(
  blad: Figures & Pick<Blad, "keuzes">,
  document: Pick<Verdeling, "parameters">,
  basis: { readonly bibliotheek: Bibliotheek },
): Ingevuld {
  const { cijfers, fouten: unread } = readCijfers(blad, basis);
  const fouten = [...unread];
  const ingevuld: Record<string, Boom> = {};
  for (const [naam, tekst] of blad.keuzes) {
    const read = readKeuze(naam, tekst, document);
    if ("fout" in read) fouten.push({ veld: `kies.${naam}`, tekst: read.fout });
    else ingevuld[naam] = read.boom;
  }
  return { cijfers, ingevuld, fouten };
}

/** What people typed as figures, and what of it cannot be read. */
export function readCijfers(
  blad: Figures,
  { bibliotheek }: { readonly bibliotheek: Bibliotheek },
): Pick<Ingevuld, "cijfers" | "fouten"> {
  const fouten: Veldfout[] = [];
  const cijfers = [...blad.cijfers].flatMap(([naam, tekst]) => {
    const read = readCijfer(naam, tekst, blad, bibliotheek);
    if ("inhoud" in read) return [read];
    fouten.push({ veld: `cijfer.${naam}`, tekst: read.fout });
    return [];
  });
  return { cijfers, fouten };
}

type Figures = Pick<Blad, "cijfers" | "voorbeeld">;

function readCijfer(
  key: string,
  tekst: string,
  blad: Figures,
  bibliotheek: Bibliotheek,
): Waarneming | { readonly fout: string } {
  const [path = "", gebied = GEHEEL] = key.split("@");
  const [naam = "", ...cel] = path.split(".");
  const indicator = bibliotheek.find(naam);
  if (indicator?.soort !== "indicator") return { fout: `Er is geen cijfer «${naam}».` };
  const inhoud = readInhoud(tekst, indicator.eenheid);
  if ("fout" in inhoud) return inhoud;
  return {
    indicator: naam,
    cel,
    gebied,
    inhoud,
    bron: blad.voorbeeld ? VERZONNEN : NIET_NAGEGAAN,
    betrouwbaarheid: "aanname",
    ...(blad.voorbeeld ? { status: "voorbeeld" } : {}),
  };
}

function readInhoud(tekst: string, eenheid: string): Waarneming["inhoud"] | { fout: string } {
  if (tekst === "onbekend") return { soort: "onbekend" };
  if (eenheid === "ja of nee") {
    const known = tekst === "ja" || tekst === "nee";
    return known ? { soort: "kenmerk", code: tekst } : { fout: "Schrijf ja, nee of onbekend." };
  }
  const band = readBand(tekst);
  if ("fout" in band) return band;
  if (eenheid === "deel" && compare(band.hoog, EEN) > 0) {
    const meant = tekst.includes("%") ? "" : ` Bedoelt u ${withPercent(tekst)}?`;
    return { fout: `«${tekst}» is meer dan het geheel. Schrijf een deel tot en met 100%.${meant}` };
  }
  const { laag, hoog } = band;
  if (compare(laag, hoog) === 0) return { soort: "getal", waarde: laag };
  return { soort: "getal", waarde: divide(add(laag, hoog), breuk(2n)), laag, hoog };
}

function withPercent(tekst: string): string {
  return splitBand(tekst)
    .map((deel) => `${deel}%`)
    .join(" tot ");
}

const LONGEST = 40;

/** One number, or the two ends of `420 tot 480`. */
function readBand(
  tekst: string,
): { readonly laag: Breuk; readonly hoog: Breuk } | { readonly fout: string } {
  if (tekst.length > LONGEST) return { fout: "Dit is te lang voor een getal. Schrijf het korter." };
  const [first = "", second = first, ...more] = splitBand(tekst);
  const laag = parseGetal(first);
  const hoog = parseGetal(second);
  if (!laag || !hoog || more.length > 0) return { fout: numberHint(tekst) };
  if (compare(laag, hoog) > 0) {
    return { fout: `${first} is meer dan ${second}. Zet het laagste getal voorop.` };
  }
  return { laag, hoog };
}

function splitBand(tekst: string): readonly string[] {
  return tekst.split(/\s+tot\s+|\s*[–-]\s*/);
}

function numberHint(tekst: string): string {
  if (/^\d+\.\d+%?$/.test(tekst)) {
    return `«${tekst}» is niet duidelijk. Schrijf decimalen met een komma (${tekst.replace(".", ",")}) en duizendtallen als 1.250.`;
  }
  return `«${tekst}» is geen getal. Schrijf 450, 1.250, 5,5% of een bandbreedte: 420 tot 480.`;
}

/** A number in the form that the grammar reads; words, dates and terms as they are. */
function readKeuze(
  naam: string,
  tekst: string,
  { parameters }: Pick<Verdeling, "parameters">,
): { readonly boom: Boom } | { readonly fout: string } {
  const parameter = parameters[naam];
  const asNumber = parameter ? !NOT_A_NUMBER.has(parameter.eenheid) : naam === "behoefte";
  if (!asNumber || tekst === "onbekend") return { boom: tekst };
  const band = readBand(tekst);
  if ("fout" in band) return band;
  const [van, tot] = [formatBreuk(band.laag), formatBreuk(band.hoog)];
  return { boom: van === tot ? van : { van, tot } };
}

const NOT_A_NUMBER: ReadonlySet<string> = new Set([
  "datum",
  "duur",
  "periode",
  "grenzen",
  "methode",
]);

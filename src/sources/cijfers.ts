import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Breuk, parseBreuk } from "#domain/breuk.ts";
import { BETROUWBAARHEDEN, type Betrouwbaarheid } from "#domain/indicator.ts";
import type { Cijferlevering } from "#domain/levering.ts";
import {
  type Cijferbron,
  createCijferbron,
  type Waarneming,
  type WaarnemingInhoud,
} from "#domain/waarneming.ts";
import { type CsvRegel, parseCsv } from "./csv.ts";
import { asBlok, optionalText, parseBlok, textAt } from "./eigen-yaml.ts";
import { createLazyMap, lazy } from "./lazy.ts";

/** One file of figures, and what holds for all of them. */
type Levering = {
  readonly bestand: string;
  readonly indicator: string;
  readonly moment: string;
  readonly eenheid: string;
  readonly bron: { readonly wie: string; readonly via: string; readonly licentie: string };
  readonly opgehaald: string;
  /** Last day that the source measures. */
  readonly peildatum: string;
  readonly betrouwbaarheid: Betrouwbaarheid;
  readonly status: "vast" | "voorlopig";
  readonly marge?: string;
  readonly toelichting?: string;
};

/** The figures that ship with the product. */
export type MeegeleverdeCijfers = Cijferbron & {
  readonly leveringen: () => readonly Levering[];
  /** The same in the words of whoever wants to use the figures. */
  readonly vermeldingen: () => readonly Cijferlevering[];
  /** Every figure of an indicator; none where nobody delivered it. */
  readonly listOf: (indicator: string) => readonly Waarneming[];
};

/** A file of figures is read when an indicator in it is first asked. */
export function readCijfers(root: string): MeegeleverdeCijfers {
  const blokken = lazy(() => readBlokken(root));
  const perIndicator = lazy(() => {
    const names = new Set(blokken().map(({ indicator }) => indicator));
    return createLazyMap(names, (indicator) => readIndicator(root, blokken(), indicator));
  });
  return {
    leveringen: () => blokken().map(({ lees }) => lees()),
    vermeldingen: () => blokken().map(({ lees }) => toVermelding(lees())),
    listOf: (indicator) => perIndicator().get(indicator)?.lijst ?? [],
    find: (indicator, gebied) => perIndicator().get(indicator)?.bron.find(indicator, gebied) ?? [],
  };
}

function readIndicator(root: string, blokken: readonly Leveringblok[], indicator: string) {
  const own = blokken.filter((blok) => blok.indicator === indicator);
  const lijst = own.flatMap(({ lees }) => readLevering(root, lees()));
  return { lijst, bron: createCijferbron(lijst) };
}

function readLevering(root: string, levering: Levering): readonly Waarneming[] {
  const bestand = `data/cijfers/${levering.bestand}`;
  const { indicator, moment, betrouwbaarheid, status } = levering;
  const vast = { indicator, cel: [], moment, bron: formatBron(levering), betrouwbaarheid, status };
  return parseCsv(readFileSync(join(root, bestand), "utf8"), bestand).map((cell) => {
    const opmerking = cell("opmerking");
    return {
      ...vast,
      gebied: cell("gebied"),
      inhoud: readInhoud(cell, bestand),
      ...(opmerking ? { opmerking } : {}),
    };
  });
}

/** A number, or `onbekend`: what held before does not hold any more, and what does is not known. */
function readInhoud(cell: CsvRegel, bestand: string): WaarnemingInhoud {
  if (cell("waarde") === "onbekend") return { soort: "onbekend" };
  return { soort: "getal", ...readGetallen(cell, bestand) };
}

function readGetallen(cell: CsvRegel, bestand: string) {
  const read = (kolom: string): Breuk | undefined => {
    const text = cell(kolom);
    const number = parseBreuk(text);
    if (text !== "" && !number) throw new Error(`${bestand}: «${text}» is geen getal (${kolom}).`);
    return number;
  };
  const [waarde, laag, hoog] = [read("waarde"), read("laag"), read("hoog")];
  if (!waarde) throw new Error(`${bestand}: ${cell("gebied")} heeft geen waarde.`);
  return { waarde, ...(laag && hoog ? { laag, hoog } : {}) };
}

/** The source in one line, as it stands below a table. */
function formatBron({ bron, status }: Levering): string {
  const provisional = status === "voorlopig" ? ", voorlopig" : "";
  return `${bron.wie}${provisional}; via ${bron.via} (${bron.licentie})`;
}

function toVermelding(levering: Levering): Cijferlevering {
  const { indicator, moment, bron, opgehaald } = levering;
  return {
    indicator,
    moment,
    bron: formatBron(levering),
    licentie: bron.licentie,
    datum: opgehaald,
  };
}

/** One block of the list, by the indicator it names; the rest of it is parsed when it is asked. */
type Leveringblok = { readonly indicator: string; readonly lees: () => Levering };

/** Cut by its text: parsing all blocks takes longer than all the rest of a run that needs two. */
function readBlokken(root: string): readonly Leveringblok[] {
  const bestand = "data/cijfers/leveringen.yaml";
  const [, ...parts] = readFileSync(join(root, bestand), "utf8").split(/^(?= {2}- )/mu);
  return parts.map((text, index) => {
    const waar = `${bestand}: leveringen[${index}]`;
    const indicator = /^ {4}indicator: (\S+)$/mu.exec(text)?.[1];
    if (indicator === undefined) throw new Error(`${waar}: de sleutel «indicator» ontbreekt.`);
    return { indicator, lees: lazy(() => parseLevering(text, waar)) };
  });
}

function parseLevering(text: string, waar: string): Levering {
  const { leveringen } = parseBlok(`leveringen:\n${text}`, waar);
  const [only] = Array.isArray(leveringen) ? leveringen : [];
  return toLevering(only, waar);
}

function toLevering(boom: Parameters<typeof asBlok>[0], waar: string): Levering {
  const blok = asBlok(boom, waar);
  const bron = asBlok(blok.bron, `${waar}.bron`);
  const text = (key: string) => textAt(blok, key, waar);
  const betrouwbaarheid = BETROUWBAARHEDEN.find((known) => known === text("betrouwbaarheid"));
  if (!betrouwbaarheid)
    throw new Error(`${waar}: betrouwbaarheid is ${BETROUWBAARHEDEN.join(", ")}.`);
  const [marge, toelichting] = [optionalText(blok, "marge"), optionalText(blok, "toelichting")];
  return {
    bestand: text("bestand"),
    indicator: text("indicator"),
    moment: text("moment"),
    eenheid: text("eenheid"),
    bron: {
      wie: textAt(bron, "wie", waar),
      via: textAt(bron, "via", waar),
      licentie: textAt(bron, "licentie", waar),
    },
    opgehaald: text("opgehaald"),
    peildatum: text("peildatum"),
    betrouwbaarheid,
    status: text("status") === "vast" ? "vast" : "voorlopig",
    ...(marge === undefined ? {} : { marge }),
    ...(toelichting === undefined ? {} : { toelichting }),
  };
}

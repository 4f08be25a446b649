import { type Breuk, breuk, multiply, round, subtract, toNumber } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import {
  type Kaartwaarde,
  makeSchaal,
  makeVerschilschaal,
  type Schaal,
} from "#domain/kaartschaal.ts";
import { formatBereik, formatGetal, formatProcent } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Kolom } from "#rules/verdeling/index.ts";
import type { Uitgerekend } from "./reken.ts";

/** One way to colour the map: a key, or what a second key gives more or less than a first. */
export type Kaartkeuze = {
  readonly id: string;
  readonly titel: string;
  readonly verschil: boolean;
  /** What the map then shows, as a sentence without its full stop. */
  readonly toont: string;
  readonly waarden: ReadonlyMap<string, Kaartwaarde>;
  readonly schaal: Schaal;
  /** Whose account opens. */
  readonly kolom: string;
};

type Maat = {
  readonly wat: string;
  readonly van: (row: Row) => Bandbreedte | undefined;
  /** The number as it is shown. */
  readonly getal: (x: Breuk) => number;
  readonly schrijf: (getal: number) => string;
  readonly schrijfVerschil: (getal: number) => string;
  readonly tekst: (band: Bandbreedte) => string;
};

type Row = Kolom["uitkomst"]["eenheden"][number];

/**
 * The maps of a sheet: every key on the same scale, and of keys that can be laid side by side the
 * difference. The part of the own freed homes goes before the number, which mostly shows who is big.
 */
export function listKaartkeuzes({ kolommen, paren }: Uitgerekend): readonly Kaartkeuze[] {
  const shown = kolommen.filter(({ uitkomst }) => uitkomst.eenheden.length > 0);
  const [first] = shown;
  if (!first) return [];
  const maat = shown.some(hasShare) ? SHARE : countOf(first);
  const alike = shown.filter(({ uitkomst }) => uitkomst.eenheid === first.uitkomst.eenheid);
  const all = alike.map((kolom) => ({ kolom, waarden: valuesOf(kolom, maat) }));
  const numbers = all.flatMap(({ waarden }) => numbersOf(waarden));
  const schaal = makeSchaal(numbers, maat.schrijf);
  const keys = all.map(({ kolom: { document }, waarden }) => ({
    id: documentnaam(document),
    titel: document.titel,
    verschil: false,
    toont: `${maat.wat}, bij «${document.titel}»`,
    waarden,
    schaal,
    kolom: documentnaam(document),
  }));
  const pairs = paren.flatMap(({ eerste, tweede, vergelijking }) => {
    const [a, b] = [kolommen[eerste], kolommen[tweede]];
    if (!a || !b || vergelijking.melding || !alike.includes(a) || !alike.includes(b)) return [];
    return [differenceOf(a, b, maat)];
  });
  return [...keys, ...pairs];
}

function hasShare({ uitkomst }: Kolom): boolean {
  return uitkomst.eenheden.some(({ deelVanAanbod }) => deelVanAanbod);
}

const SHARE: Maat = {
  wat: "Deel van de eigen vrijkomende woningen",
  van: ({ deelVanAanbod }) => deelVanAanbod,
  getal: (x) => toNumber(breuk(round(multiply(x, breuk(100))))),
  schrijf: (getal) => `${write(getal)}%`,
  schrijfVerschil: (getal) => `${write(getal)} ${getal === 1 ? "procentpunt" : "procentpunten"}`,
  tekst: (band) => withRange(formatProcent(band.midden), formatBereik(band, "procent")),
};

function countOf({ uitkomst: { eenheid } }: Kolom): Maat {
  return {
    wat: `Aantal ${eenheid} (een grote gemeente heeft er meestal meer)`,
    van: ({ aantal }) => aantal,
    getal: (x) => toNumber(breuk(round(multiply(x, breuk(100))), 100)),
    schrijf: write,
    schrijfVerschil: write,
    tekst: (band) => withRange(`${formatGetal(band.midden, 2)} ${eenheid}`, formatBereik(band)),
  };
}

function valuesOf({ uitkomst }: Kolom, maat: Maat): ReadonlyMap<string, Kaartwaarde> {
  return new Map(
    uitkomst.eenheden.flatMap((row) => {
      const band = maat.van(row);
      if (!band) return [];
      const ruimte = [maat.getal(band.laag), maat.getal(band.hoog)] as const;
      return [[row.id, { getal: maat.getal(band.midden), ruimte, tekst: maat.tekst(band) }]];
    }),
  );
}

function differenceOf(a: Kolom, b: Kolom, maat: Maat): Kaartkeuze {
  const before = new Map(a.uitkomst.eenheden.map((row) => [row.id, maat.van(row)]));
  const waarden = new Map(
    b.uitkomst.eenheden.flatMap((row) => {
      const [was, wordt] = [before.get(row.id), maat.van(row)];
      if (!was || !wordt) return [];
      const getal = maat.getal(subtract(wordt.midden, was.midden));
      const change = `${maat.schrijfVerschil(Math.abs(getal))} ${getal < 0 ? "minder" : "meer"}`;
      const tekst = `${getal === 0 ? "hetzelfde" : change}: van ${maat.tekst(was)} naar ${maat.tekst(wordt)}`;
      return [[row.id, { getal, tekst }] as const];
    }),
  );
  return {
    id: `${documentnaam(a.document)} ${documentnaam(b.document)}`,
    verschil: true,
    titel: `van «${a.document.titel}» naar «${b.document.titel}»`,
    toont: `${maat.wat}: het verschil als «${b.document.titel}» in de plaats komt van «${a.document.titel}»`,
    waarden,
    schaal: makeVerschilschaal(numbersOf(waarden), maat.schrijfVerschil),
    kolom: documentnaam(b.document),
  };
}

function numbersOf(waarden: ReadonlyMap<string, Kaartwaarde>): readonly number[] {
  return [...waarden.values()].flatMap(({ getal }) => getal ?? []);
}

function withRange(text: string, range: string): string {
  return range === "" ? text : `${text} (${range})`;
}

/** Bounds of classes are short numbers: hundredths at most. */
function write(getal: number): string {
  return formatGetal(breuk(Math.round(getal * 100), 100), 2);
}

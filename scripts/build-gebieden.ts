/**
 * Makes data/gebieden from the raw material: gemeenten (the abolished ones too), provincies, COROP
 * areas, herindelingen and other spellings of names.
 *
 * node --import tsx scripts/build-gebieden.ts <folder with raw material>
 */
import { join } from "node:path";
import { cell, rawFolder, readCsv, writeCsv } from "./csv-table.ts";

/** First day of the gemeenten that came into being since 2019; of the others it is not known here. */
const SINDS: Readonly<Record<string, string>> = {
  GM1954: "2019-01-01",
  GM1959: "2019-01-01",
  GM1960: "2019-01-01",
  GM1961: "2019-01-01",
  GM1963: "2019-01-01",
  GM1966: "2019-01-01",
  GM1969: "2019-01-01",
  GM1970: "2019-01-01",
  GM1978: "2019-01-01",
  GM1979: "2021-01-01",
  GM1980: "2022-01-01",
  GM1982: "2022-01-01",
  GM1991: "2022-01-01",
  GM1992: "2023-01-01",
};

/** Announced, not (yet) seen as adopted: shown, never applied. */
const AANGEKONDIGD = [
  [
    "2027-01-01",
    "GM1696",
    "GM0402",
    "aangekondigd",
    "",
    "",
    "",
    "",
    "Wetsvoorstel naar de Tweede Kamer, Rijksoverheid 21 november 2025; aanneming niet gezien",
  ],
] as const;

/** Names that people and files use beside the official one. */
const ANDERE_NAMEN = [
  ["GM0518", "Den Haag", "spreektaal"],
  ["GM0518", "s-Gravenhage", "CBS-bestanden zonder apostrof"],
  ["GM0518", "'s-Gravenhage (gemeente)", "CBS, gemeente naast provincie of plaats"],
  ["GM0796", "Den Bosch", "spreektaal"],
  ["GM0796", "s-Hertogenbosch", "CBS-bestanden zonder apostrof"],
  ["GM0014", "Groningen (gemeente)", "CBS, gemeente naast provincie of plaats"],
  ["GM0344", "Utrecht (gemeente)", "CBS, gemeente naast provincie of plaats"],
  ["GM0164", "Hengelo", "zonder toevoeging"],
  ["GM0417", "Laren", "zonder toevoeging"],
  ["GM0603", "Rijswijk", "zonder toevoeging"],
  ["GM0687", "Middelburg", "zonder toevoeging"],
  ["GM0888", "Beek", "zonder toevoeging"],
  ["GM0971", "Stein", "zonder toevoeging"],
  ["GM1900", "Sudwest-Fryslan", "zonder accenten"],
  ["GM1970", "Noardeast-Fryslan", "zonder accenten"],
  ["PV21", "Friesland", "Nederlandse naam"],
  ["PV21", "Fryslan", "zonder accenten"],
] as const;

const raw = rawFolder();
const out = "data/gebieden";
const basis = readCsv(join(raw, "gemeenten-basis.csv"));
const opgeheven = readCsv(join(raw, "herindelingen/herindelingen-2021-naar-2024.csv"));
const provincieVan = new Map(
  readCsv(join(raw, "kwb-2021-per-gemeente/kwb-2021-gemeenten.csv")).map((row) => [
    cell(row, "gemeentecode"),
    cell(row, "provincienaam"),
  ]),
);

const provincies = distinct("provinciecode", "provincienaam").map(
  ([code, naam]) => [code, naam === "Friesland" ? "Fryslân" : naam] as const,
);

writeCsv(join(out, "provincies.csv"), ["code", "naam"], provincies);
writeCsv(join(out, "corop.csv"), ["code", "naam"], distinct("coropcode", "coropnaam"));
writeCsv(
  join(out, "gemeenten.csv"),
  ["code", "naam", "provincie", "corop", "sinds", "tot"],
  [...basis.map(bestaande), ...opgeheven.map(vroegere)].toSorted(byFirst),
);
writeCsv(
  join(out, "herindelingen.csv"),
  ["datum", "van", "naar", "zekerheid", "deel", "laag", "hoog", "gewicht", "bron"],
  [...opgeheven.map(herindeling), ...AANGEKONDIGD],
);
writeCsv(join(out, "namen.csv"), ["code", "naam", "soort"], ANDERE_NAMEN);

function bestaande(row: Readonly<Record<string, string>>): string[] {
  const code = cell(row, "gemeentecode");
  return [
    code,
    cell(row, "gemeentenaam"),
    cell(row, "provinciecode"),
    cell(row, "coropcode"),
    SINDS[code] ?? "",
    "",
  ];
}

/** An abolished gemeente: its last day is the day before the herindeling. */
function vroegere(row: Readonly<Record<string, string>>): string[] {
  const code = cell(row, "oude_code");
  const naam = provincieVan.get(code);
  const provincie = provincies.find(([, titel]) => titel === naam)?.[0];
  if (provincie === undefined) throw new Error(`Provincie van ${code} ontbreekt.`);
  return [code, cell(row, "oude_naam"), provincie, "", "", dayBefore(cell(row, "datum"))];
}

function herindeling(row: Readonly<Record<string, string>>): string[] {
  return [
    cell(row, "datum"),
    cell(row, "oude_code"),
    cell(row, "nieuwe_code"),
    "vast",
    "",
    "",
    "",
    "",
    "CBS, verschil tussen de gemeentelijsten van 2021 en 2024",
  ];
}

function distinct(code: string, naam: string): (readonly [string, string])[] {
  const found = new Map(basis.map((row) => [cell(row, code), cell(row, naam)]));
  return [...found].toSorted(byFirst);
}

function byFirst(a: readonly string[], b: readonly string[]): number {
  return (a[0] ?? "") < (b[0] ?? "") ? -1 : 1;
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

/**
 * Makes the two indelingen that serve as comparison, by provincie and by COROP area, from
 * data/gebieden. Their membership is that of CBS; each covers the whole country.
 *
 * node --import tsx scripts/build-indelingen.ts
 */
import { writeFileSync } from "node:fs";
import { type CsvRow, cell, readCsv } from "./csv-table.ts";

type Opzet = {
  readonly id: string;
  readonly titel: string;
  readonly toelichting: string;
  readonly bron: string;
  readonly soort: string;
  /** Column of gemeenten.csv that holds the region's code. */
  readonly kolom: "provincie" | "corop";
  readonly regios: readonly CsvRow[];
};

const PEILDATUM = "2024-01-01";
const gemeenten = readCsv("data/gebieden/gemeenten.csv").filter((row) => cell(row, "tot") === "");
const provincies = readCsv("data/gebieden/provincies.csv");

write({
  id: "provincies-2024",
  titel: "De twaalf provincies",
  toelichting: "Ter vergelijking. Gemaakt uit de gemeentelijst van CBS.",
  bron: "{ stuk: CBS, plaats: gemeenten per provincie op 1 januari 2024 }",
  soort: "provincie",
  kolom: "provincie",
  regios: provincies,
});
write({
  id: "corop-2024",
  titel: "De veertig COROP-gebieden",
  toelichting:
    "Ter vergelijking: gebieden waarmee CBS regio's beschrijft. Er wordt niets in besloten.",
  bron: "{ stuk: CBS, plaats: gemeenten per COROP-gebied op 1 januari 2024 }",
  soort: "corop",
  kolom: "corop",
  regios: readCsv("data/gebieden/corop.csv"),
});

function write(opzet: Opzet): void {
  const path = `kaders/indelingen/${opzet.id}`;
  writeFileSync(`${path}.yaml`, document(opzet));
  writeFileSync(`${path}.scenarios.yaml`, scenarios(opzet));
}

function document(opzet: Opzet): string {
  const lines = [
    "# Gemaakt door scripts/build-indelingen.ts; pas het script aan, niet dit bestand.",
    "soort: indeling",
    `id: ${opzet.id}`,
    `titel: ${opzet.titel}`,
    `toelichting: "${opzet.toelichting}"`,
    "onderwerp: indeling",
    `bron: ${opzet.bron}`,
    "status: voorbeeld",
    `soort-regio: ${opzet.soort}`,
    "optie: bestaand",
    `peildatum: ${PEILDATUM}`,
    "regios:",
    ...opzet.regios.flatMap((regio) => regioLines(opzet, regio)),
    "volledig-voor:",
    ...provincies.map((row) => `  - ${cell(row, "code")} ${cell(row, "naam")}`),
  ];
  return `${lines.join("\n")}\n`;
}

function regioLines(opzet: Opzet, regio: CsvRow): string[] {
  const code = cell(regio, "code");
  return [
    `  ${regioNaam(opzet.soort, cell(regio, "naam"))}:`,
    `    titel: ${cell(regio, "naam")}`,
    `    bron: CBS ${code}`,
    "    gemeenten:",
    ...leden(opzet, code).map((naam) => `      - ${naam}`),
  ];
}

function leden({ kolom }: Opzet, code: string): string[] {
  return gemeenten
    .filter((row) => cell(row, kolom) === code)
    .map((row) => quoted(`${cell(row, "code")} ${cell(row, "naam")}`));
}

/** The prefix keeps these names apart from regions that carry the same name elsewhere. */
function regioNaam(soort: string, naam: string): string {
  const plain = naam
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .toLowerCase();
  return `${soort}-${plain.replace(/[^a-z0-9]+/gu, "-")}`;
}

function quoted(naam: string): string {
  return /['"#:]/u.test(naam) ? `"${naam}"` : naam;
}

function scenarios(opzet: Opzet): string {
  const leden = opzet.regios.map((regio) => {
    const aantal = gemeenten.filter((row) => cell(row, opzet.kolom) === cell(regio, "code")).length;
    return `        ${regioNaam(opzet.soort, cell(regio, "naam"))}: ${aantal}`;
  });
  const lines = [
    `document: ${opzet.id}@1`,
    "scenarios:",
    `  - naam: ${gemeenten.length} gemeenten in ${opzet.regios.length} gebieden, elk één keer`,
    `    op: ${PEILDATUM}`,
    "    verwacht:",
    "      leden:",
    ...leden,
  ];
  return `${lines.join("\n")}\n`;
}

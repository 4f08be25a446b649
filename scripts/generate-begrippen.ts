// The words of the field, of every figure and of every code, on one page: docs/begrippen.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Indicator } from "#domain/indicator.ts";
import { loadBasis } from "#services/basis.service.ts";
import { createZinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import type { Codelijst } from "#sources/codelijsten.ts";
import { type Meegeleverd, readMeegeleverd } from "#sources/meegeleverd.ts";

const root = join(import.meta.dirname, "..");
const file = join(root, "docs/begrippen.md");

const vakwoorden = z.array(
  z.strictObject({
    begrip: z.string(),
    betekenis: z.string(),
    bron: z.string(),
    waar: z.strictObject({ naam: z.string(), pad: z.string() }),
  }),
);

const meegeleverd = readMeegeleverd(root);
const text = render(meegeleverd);
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error("docs/begrippen.md is niet bijgewerkt; draai npm run generate");
  process.exitCode = 1;
}

function render(shipped: Meegeleverd): string {
  return `${[
    "# Begrippen",
    "<!-- Gemaakt door scripts/generate-begrippen.ts. Niet met de hand wijzigen: draai npm run generate. -->",
    "De woorden van het vak, zoals Woonregie ze gebruikt, daarna elk cijfer en elke codelijst. Wat de wet precies zegt, staat in de wet; een begrip waarvan de tekst nog niet vaststaat, heeft hier geen getal. De woorden van de taal zelf staan in [taal](taal.md).",
    "## Woorden van het vak",
    "Deze lijst staat in [data/begrippen.yaml](../data/begrippen.yaml).",
    words(),
    "## Cijfers",
    "Elk cijfer dat een document mag noemen, met de zin van zijn indicator. Ontbreekt een cijfer, dan is het onbekend en geen nul.",
    figures(shipped),
    "## Codelijsten",
    "Waarin een cijfer kan zijn uitgesplitst, en welke woorden een kenmerk kan hebben.",
    ...codes(shipped),
  ].join("\n\n")}\n`;
}

function words(): string {
  const read = parse(readFileSync(join(root, "data/begrippen.yaml"), "utf8"), {
    schema: "failsafe",
  });
  const rows = vakwoorden
    .parse(read)
    .toSorted((a, b) => a.begrip.localeCompare(b.begrip, "nl"))
    .map(({ begrip, betekenis, bron, waar }) => [
      begrip,
      betekenis,
      bron,
      `[${waar.naam}](${waar.pad})`,
    ]);
  return table(["begrip", "betekenis hier", "bron", "waar"], rows);
}

function figures(shipped: Meegeleverd): string {
  const zinVan = createZinmaker(loadBasis(shipped));
  const rows = shipped.documenten.bestanden.flatMap(({ lees, pad }) => {
    const read = lees();
    if (!read.ok || read.document.soort !== "indicator") return [];
    const indicator = read.document;
    return [[link(indicator.id, pad), zinAlsTekst(zinVan(indicator)), sourceOf(indicator)]];
  });
  return table(
    ["naam", "betekenis", "bron"],
    rows.toSorted(([a = ""], [b = ""]) => a.localeCompare(b, "nl")),
  );
}

function sourceOf({ bron }: Indicator): string {
  return [bron.stuk, bron.plaats].filter(Boolean).join(", ");
}

function codes({ codelijsten }: Meegeleverd): readonly string[] {
  return [...codelijsten.values()]
    .toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"))
    .flatMap(({ naam, titel, bron, toelichting, codes: list }) => [
      `### ${titel}`,
      `${link(naam, `data/codelijsten/${naam}.yaml`)}. Bron: ${bron}.${toelichting ? ` ${toelichting}` : ""}`,
      codetable(list),
    ]);
}

/** What a list says of its codes beside their meaning gets a column of its own. */
function codetable(list: Codelijst["codes"]): string {
  const fields = [...new Set(list.flatMap(({ velden }) => Object.keys(velden)))];
  return table(
    ["code", "betekenis", ...fields],
    list.map(({ code, titel, velden }) => [
      `\`${code}\``,
      titel,
      ...fields.map((field) => velden[field] ?? ""),
    ]),
  );
}

function link(naam: string, pad: string): string {
  return `[${naam}](../${pad})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

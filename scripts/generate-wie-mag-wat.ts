// Who may do what, from the table that is checked: docs/wie-mag-wat.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeBevoegdheden, type Magoverzicht } from "#services/toegang/wie-mag-wat.ts";
import { readBevoegdheden } from "#sources/bevoegdheden.ts";

const root = join(import.meta.dirname, "..");
const file = join(root, "docs/wie-mag-wat.md");

const text = render(describeBevoegdheden(readBevoegdheden(root)));
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error("docs/wie-mag-wat.md is niet bijgewerkt; draai npm run generate");
  process.exitCode = 1;
}

function render({ handelingen, organen, rollen }: Magoverzicht): string {
  return `${[
    "# Wie mag wat",
    "<!-- Gemaakt door scripts/generate-wie-mag-wat.ts. Niet met de hand wijzigen: draai npm run generate. -->",
    "Wat openbaar is, ziet iedereen, ook zonder account. Wie zich aanmeldt, handelt namens een of meer organisaties. Wat iemand dan mag, volgt uit deze tabel, die het programma zelf ook gebruikt ([bevoegdheden.ts](../src/rules/toegang/bevoegdheden.ts)): wat er niet in staat, mag niemand. Een mandaat heeft een begin en een eind; buiten die dagen telt het niet.",
    "## Wat mag wie, en waar",
    table(
      ["handeling", "wie", "waar"],
      handelingen.flatMap(({ titel, nogNiet, wie }) => {
        const what = nogNiet === undefined ? titel : `${titel}. ${nogNiet}`;
        return wie.map((line) => [what, line.wie, line.waar]);
      }),
    ),
    "## Welk orgaan waarover besluit",
    "Deze lijst staat in [data/bevoegdheden.yaml](../data/bevoegdheden.yaml).",
    table(
      ["waarover", "wie besluit", "na overleg met", "kanttekening", "bron"],
      organen.map((orgaan) => [
        orgaan.titel,
        orgaan.organen,
        orgaan.naOverlegMet,
        orgaan.kanttekening,
        orgaan.bron,
      ]),
    ),
    "## Welke rollen een organisatie kent",
    table(
      ["organisatie", "rollen"],
      rollen.map((line) => [line.soort, line.rollen]),
    ),
  ].join("\n\n")}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

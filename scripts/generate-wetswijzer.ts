// From the article to the document or rule that carries it out, to its proof, to how one runs it;
// and back. Everything comes from the documents and rules themselves: docs/wetswijzer.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bronplaats, collectVindplaatsen, type Vindplaats } from "./wetswijzer-bronnen.ts";

type Regel = { readonly bron: Bronplaats; readonly bij: Vindplaats };
type Groep = { readonly stuk: string; readonly regels: readonly Regel[] };

const root = join(import.meta.dirname, "..");
const file = join(root, "docs/wetswijzer.md");

const RUBRIEKEN = [
  ["Wet en besluit", "Ook waar een ander stuk weergeeft wat erin staat.", isWet],
  [
    "Beleid, praktijk en vakliteratuur",
    "Waar een regio, een publicatie of een boek de bron is.",
    isBeleid,
  ],
  ["Cijfers", "Waar de meegeleverde cijfers en gebieden vandaan komen.", isCijfer],
  [
    "Eigen voorbeelden en proeven",
    "Verzonnen getallen, om de taal te laten zien en te beproeven.",
    isEigen,
  ],
] as const;

const vindplaatsen = collectVindplaatsen();
const text = render();
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error("docs/wetswijzer.md is niet bijgewerkt; draai npm run generate");
  process.exitCode = 1;
}

function render(): string {
  return [
    "# Wetswijzer",
    "<!-- Gemaakt door scripts/generate-wetswijzer.ts. Niet met de hand wijzigen: draai npm run generate. -->",
    "Van artikel of stuk naar het document of de regel die het uitvoert, naar het bewijs, en naar de opdracht waarmee u het zelf draait. Daarna de andere weg: van document naar bron. Bij een indeling staat hier alleen de bron van het geheel; die van elk lid staat in het document. Deze bladzijde is gemaakt uit wat documenten en regels zelf als bron noemen.",
    "Een nummer als F083 is een regel uit de lijst van functies; `npm run dekking` zegt welke regels bewezen zijn.",
    "Mist u een artikel, of klopt er een niet? Meld wet, artikel en wat het vraagt: [CONTRIBUTING](../CONTRIBUTING.md).",
    ...RUBRIEKEN.flatMap(([titel, uitleg, hoort]) => rubriek(titel, uitleg, hoort)),
    "## Van document en regel naar bron",
    table(["document of regel", "soort", "bronnen"], vindplaatsen.map(backward)),
    "## Wat nog geen bewijs heeft",
    ...withoutProof(),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

function rubriek(
  titel: string,
  uitleg: string,
  hoort: (groep: Groep) => boolean,
): readonly string[] {
  const groepen = groups().filter(hoort);
  return [
    `## ${titel}`,
    uitleg,
    ...groepen.flatMap((groep) => [`### ${groep.stuk}`, forward(groep)]),
  ];
}

function groups(): readonly Groep[] {
  const byStuk = new Map<string, Regel[]>();
  for (const bij of vindplaatsen) {
    for (const bron of bij.bronnen) {
      byStuk.set(bron.stuk, [...(byStuk.get(bron.stuk) ?? []), { bron, bij }]);
    }
  }
  return [...byStuk]
    .map(([stuk, regels]) => ({ stuk, regels }))
    .toSorted((a, b) => compareText(a.stuk, b.stuk));
}

function isEigen({ stuk }: Groep): boolean {
  return stuk.startsWith("eigen");
}

function isWet(groep: Groep): boolean {
  const stands = groep.regels.map(({ bron }) => bron.stand ?? "");
  const law = stands.some((stand) => ["geldend", "ontwerpbesluit", "wetsvoorstel"].includes(stand));
  return (
    !isEigen(groep) &&
    (law || /^(Wet|Besluit|Staatsblad|Gemeenteblad|\S+wet)\b|^Stb\. /.test(groep.stuk))
  );
}

function isCijfer({ stuk }: Groep): boolean {
  return /\bCBS\b/.test(stuk);
}

function isBeleid(groep: Groep): boolean {
  return ![isWet, isCijfer, isEigen].some((other) => other(groep));
}

function forward({ regels }: Groep): string {
  const rows = regels.toSorted(
    (a, b) => compareText(a.bron.plaats, b.bron.plaats) || compareText(a.bij.pad, b.bij.pad),
  );
  return table(
    ["plaats", "document of regel", "bewijs", "zelf draaien"],
    rows.map(({ bron, bij }) => [
      [bron.plaats || "het hele stuk", bron.stand && `(${bron.stand})`].filter(Boolean).join(" "),
      link(bij.naam, bij.pad),
      bewijs(bij),
      runLine(bij),
    ]),
  );
}

function backward(item: Vindplaats): readonly string[] {
  const bronnen = item.bronnen.map(({ stuk, plaats, stand }) =>
    [stuk, plaats, stand && `(${stand})`].filter(Boolean).join(", ").replace(", (", " ("),
  );
  return [link(item.naam, item.pad), item.soort, bronnen.join("<br>")];
}

function bewijs({ soort, bewijs: { pad, aantal, rijen } }: Vindplaats): string {
  if (pad === undefined) return "geen";
  const isTest = soort === "regel" || soort === "bevoegdheid";
  const what = isTest ? ["test", "tests"] : ["scenario", "scenario's"];
  const count = link(`${aantal} ${aantal === 1 ? what[0] : what[1]}`, pad);
  return `${count}${rijen.length > 0 ? `: ${rijen.join(" ")}` : ""}`;
}

function runLine({ soort, naam, opdracht }: Vindplaats): string {
  if (soort === "regel") return "in de rekenkern";
  if (soort === "codelijst" || soort === "bevoegdheid") return "in documenten";
  return `\`${opdracht ?? `woonregie toon ${naam}`}\``;
}

/** Documents that are carried out, and of which no scenario proves that it goes as the source says. */
function withoutProof(): readonly string[] {
  const open = vindplaatsen.filter(
    ({ opdracht, bewijs }) => opdracht !== undefined && bewijs.aantal === 0,
  );
  if (open.length === 0) return ["Bij elk document dat wordt uitgevoerd, ligt een scenario."];
  return [
    "Deze documenten worden uitgevoerd, maar er ligt nog geen scenario naast dat bewijst dat het gaat zoals de bron zegt:",
    table(
      ["document", "soort", "zelf draaien"],
      open.map((item) => [link(item.naam, item.pad), item.soort, runLine(item)]),
    ),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map(cell))];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function cell(content: string): string {
  return content.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function link(name: string, pad: string): string {
  return `[${name}](../${pad})`;
}

/** By letter, the same on every machine. */
function compareText(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

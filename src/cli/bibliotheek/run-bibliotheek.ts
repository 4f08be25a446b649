import { documentnaam, type RegieDocument } from "#domain/document.ts";
import { ADRESSATEN, ONDERWERPEN, ORGANEN, SOORTEN, STATUSSEN } from "#domain/kop.ts";
import { shortName } from "#services/bibliotheek/documentvergelijking.ts";
import { createZinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { renderCsv } from "#services/uitvoer/csvtekst.ts";
import { checkOutput } from "../check-output.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { groupBy } from "../group-by.ts";
import type { Surroundings } from "../surroundings.ts";
import { statusText } from "../text/document-text.ts";
import { createStyle } from "../text/style.ts";
import { indent, withoutControls, wrap } from "../text/wrap.ts";
import { assertGood } from "../usage-error.ts";

/** One document as the library names it. */
type Vermelding = {
  readonly document: RegieDocument;
  readonly zin: string;
  readonly bron: string;
};

/** Prints every document that was asked for: to read, as JSON, or as csv. */
export async function runBibliotheek(asked: Asked, around: Surroundings): Promise<ExitCode> {
  assertGood(checkAsked(asked));
  const basis = await around.loadBasis();
  const zinVan = createZinmaker(basis);
  const found = basis.bibliotheek
    .list()
    .filter((document) => isAsked(document, asked))
    .map((document) => ({
      document,
      zin: withoutControls(zinAlsTekst(zinVan(document))),
      bron: sourceOf(document),
    }))
    .filter((entry) => holdsAll(entry, asked.words))
    .toSorted((a, b) => compareEntries(a, b));
  around.write(render(found, asked, around));
  return EXIT.gedaan;
}

function checkAsked(asked: Asked): readonly string[] {
  return [
    ...checkOutput(asked),
    ...unknownIn(asked, "soort", SOORTEN),
    ...unknownIn(asked, "onderwerp", ONDERWERPEN),
    ...unknownIn(asked, "status", STATUSSEN),
    ...unknownIn(asked, "orgaan", ORGANEN),
    ...unknownIn(asked, "gericht-tot", ADRESSATEN),
  ];
}

function unknownIn(asked: Asked, option: string, known: readonly string[]): readonly string[] {
  return asked
    .all(option)
    .filter((value) => !known.includes(value))
    .map(
      (value) => `--${option} ${value}\n  «${value}» bestaat niet. Kies uit: ${known.join(", ")}.`,
    );
}

/** Documents that only say what a figure means are left out, unless somebody asks for them. */
function isAsked(document: RegieDocument, asked: Asked): boolean {
  const { soort, onderwerp, status, orgaan, gerichtTot = [] } = document;
  const shown = soort !== "indicator" || asked.has("cijfers") || asked.all("soort").length > 0;
  const among = (option: string, ...values: readonly (string | undefined)[]) =>
    asked.all(option).length === 0 || asked.all(option).some((wanted) => values.includes(wanted));
  return (
    shown &&
    among("soort", soort) &&
    among("onderwerp", onderwerp) &&
    among("status", status) &&
    among("orgaan", orgaan) &&
    among("gericht-tot", ...gerichtTot)
  );
}

function holdsAll({ document, zin, bron }: Vermelding, words: readonly string[]): boolean {
  const text = [document.id, document.titel, zin, bron].join(" ").toLowerCase();
  return words.every((word) => text.includes(word.toLowerCase()));
}

function compareEntries({ document: a }: Vermelding, { document: b }: Vermelding): number {
  return (
    SOORTEN.indexOf(a.soort) - SOORTEN.indexOf(b.soort) ||
    a.id.localeCompare(b.id, "nl") ||
    b.versie - a.versie
  );
}

function sourceOf({ bron }: RegieDocument): string {
  const stand = bron.stand === "beleid" ? "" : ` (${bron.stand})`;
  return withoutControls(`${[bron.stuk, bron.plaats].filter(Boolean).join(", ")}${stand}`);
}

function render(found: readonly Vermelding[], asked: Asked, around: Surroundings): string {
  if (asked.has("json")) return `${JSON.stringify(found.map(toRecord))}\n`;
  if (asked.has("csv")) return toCsv(found);
  return `${toLines(found, asked, around).join("\n")}\n`;
}

function toRecord({ document, zin, bron }: Vermelding) {
  const { soort, onderwerp, status, orgaan, titel } = document;
  return { document: documentnaam(document), soort, onderwerp, titel, zin, bron, status, orgaan };
}

function toCsv(found: readonly Vermelding[]): string {
  const header = ["document", "soort", "onderwerp", "titel", "zin", "bron", "status", "orgaan"];
  const rows = found.map((entry) => {
    const { document, soort, onderwerp, titel, zin, bron, status, orgaan } = toRecord(entry);
    return [document, soort, onderwerp, titel, zin, bron, status, orgaan ?? ""];
  });
  return renderCsv([header, ...rows]);
}

function toLines(
  found: readonly Vermelding[],
  asked: Asked,
  { width, colour }: Surroundings,
): readonly string[] {
  if (found.length === 0) {
    return wrap(
      "Geen document gevonden. Probeer een ander woord, of laat een keuze weg. «woonregie bibliotheek» noemt ze allemaal.",
      width,
    );
  }
  const style = createStyle(colour);
  const hidden = asked.has("cijfers") || asked.all("soort").length > 0;
  const count = found.length === 1 ? "1 document" : `${found.length} documenten`;
  const hint = hidden
    ? ""
    : " Wat de cijfers betekenen staat hier niet bij; dat kan met «--cijfers».";
  return [
    ...groupBy(found, ({ document }) => document.soort).flatMap((group) => [
      style.bold(MEERVOUD[group[0].document.soort]),
      "",
      ...group.flatMap((entry) => [
        ...wrap(
          `${shortName(entry.document)}: ${withoutControls(entry.document.titel)}`,
          width,
        ).map(style.bold),
        ...indent(entry.zin, 2, width),
        ...indent(`${entry.bron}; ${statusText(entry.document)}`, 2, width).map(style.dim),
        "",
      ]),
    ]),
    ...wrap(`${count}.${hint}`, width),
  ];
}

const MEERVOUD: Readonly<Record<RegieDocument["soort"], string>> = {
  indicator: "CIJFERS: wat een getal betekent",
  indeling: "INDELINGEN: welke gemeenten vormen welke regio",
  verdeling: "VERDELINGEN: wie neemt welk deel",
  toets: "TOETSEN: is het zo",
  rangorde: "RANGORDES: wie gaat voor",
  traject: "TRAJECTEN: wat moet er gebeuren voor het is besloten",
  kader: "KADERS: wat is er afgesproken",
};

import { type Landingstand, type Onderdeelstand, VOORTGANGEN } from "#domain/kaderstand.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import type { Ontbrekend } from "#domain/uitkomst.ts";
import { cijfernaam } from "../figures/figure-name.ts";
import type { Section } from "../text/section.ts";
import { type Column, type Row, renderTable } from "../text/table.ts";
import { beside, listedShort, wrap } from "../text/wrap.ts";
import { eenheidnaam, type Kaderblad, onderdeelnaam, VOORTGANGWOORD } from "./kader-sheet.ts";

/** How each onderdeel goes and what has landed, in the order of the document. */
export function stateSection(sheet: Kaderblad): Section {
  const { stand, style, tableWidth, width } = sheet;
  const columns: readonly Column[] = [
    { header: "onderdeel", align: "left" },
    { header: "spoor", align: "right" },
    { header: "hoe het gaat", align: "left" },
    { header: "geland", align: "left" },
  ];
  const rows = stand.onderdelen.map(
    (part): Row => ({
      kind: "row",
      cells: [
        onderdeelnaam(part.naam),
        String(part.spoor),
        VOORTGANGWOORD[part.voortgang],
        landedText(part.landing),
      ],
    }),
  );
  return [
    style.bold(`Hoe het ervoor staat op ${formatMoment(stand.op)}`),
    "",
    ...renderTable({ columns, rows }, tableWidth),
    "",
    ...wrap(LEGEND, width),
  ];
}

const LEGEND =
  "Op koers: wat bekend is, is genoeg. In gevaar: de termijn loopt nog en het cijfer ligt achter bij de dagen die voorbij zijn. Gemist: de termijn is voorbij en het cijfer is te laag. Niet te beoordelen: er ontbreekt iets, of mensen beoordelen het. Wat ontbreekt, is nooit gemist.";

function landedText(landing: Landingstand | undefined): string {
  if (!landing) return "–";
  const { regels } = landing;
  const done = regels.filter(({ stand }) => stand === "geland").length;
  if (regels.length === 0) return "niet bekend voor wie";
  const late = regels.some(({ stand }) => stand === "te-laat") ? ", te laat" : "";
  return `${done} van ${regels.length}${late}`;
}

/** Why an onderdeel is not simply op koers: what lacks, and of whom. */
export function reasonSection(sheet: Kaderblad): Section {
  const open = sheet.stand.onderdelen.filter(({ voortgang }) => voortgang !== "op-koers");
  const lines = open.flatMap((part) => reasonLines(part, sheet));
  return lines.length === 0 ? [] : [sheet.style.bold("Wat er ontbreekt of achterligt"), ...lines];
}

function reasonLines(part: Onderdeelstand, sheet: Kaderblad): Section {
  const told = [
    ...missingTexts(part.ontbreekt, sheet),
    ...countTexts(part),
    ...part.waarom.filter((text) => !isAboutFigures(text, part)).map((text) => asRead(text, sheet)),
  ];
  return beside(`  ${onderdeelnaam(part.naam)}`, `${told.join("; ")}.`, LABEL_WIDTH, sheet.width);
}

/** Codes as names and days as people say them. */
function asRead(text: string, sheet: Kaderblad): string {
  return text
    .replace(/\bGM\d{4}\b/g, (code) => eenheidnaam(code, sheet))
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, formatMoment);
}

const LABEL_WIDTH = 26;

/** How many units stand where; of one unit the table below says it all. */
function countTexts({ metingen, loopt }: Onderdeelstand): readonly string[] {
  if (loopt !== "loopt" || metingen.length < 2) return [];
  const counts = VOORTGANGEN.map((word) => ({
    word,
    count: metingen.filter(({ voortgang }) => voortgang === word).length,
  })).filter(({ count }) => count > 0);
  if (counts.length < 2) return [];
  return [listWords(counts.map(({ word, count }) => `${count} keer ${VOORTGANGWOORD[word]}`))];
}

/** Figures that lack are named once, with all of whom. */
function isAboutFigures(text: string, { ontbreekt }: Onderdeelstand): boolean {
  return (
    ontbreekt.length > 0 && /^(onvolledig|ontbreekt)|ontbreekt$|^de verdeling is nog/.test(text)
  );
}

function missingTexts(ontbreekt: readonly Ontbrekend[], sheet: Kaderblad): readonly string[] {
  const byFigure = new Map<string, Set<string>>();
  for (const { cijfer, van } of ontbreekt) {
    const known = byFigure.get(cijfer) ?? new Set<string>();
    byFigure.set(cijfer, van === undefined ? known : known.add(van));
  }
  return [...byFigure].map(([cijfer, units]) => {
    const named = [...units].map((id) => eenheidnaam(id, sheet));
    const all = sheet.gebied.eenheden.length;
    const whom =
      units.size === 0
        ? ""
        : units.size === all && all > 1
          ? " van alle gemeenten"
          : ` van ${listedShort(named, 6)}`;
    return `«${cijfernaam(cijfer, sheet)}»${whom} is niet geleverd`;
  });
}

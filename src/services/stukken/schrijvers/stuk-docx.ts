import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from "docx";
import { toPng } from "#services/uitvoer/beeld/png.ts";
import type { Stuk } from "../stuk.ts";
import { MOST_LEVELS, type Plaatjes, renderBlok } from "./docx-blok.ts";
import { ACCENT, GRIJS, INKT, KEUZE, LIJN, type Maat, maatFor, TEKSTBREEDTE } from "./docx-maat.ts";
import { cleanText, mapTeksten } from "./schone-tekst.ts";

/** A paper as Word document: real headings, head rows that repeat, language and title. */
export async function writeDocx(paper: Stuk): Promise<Uint8Array> {
  const stuk = mapTeksten(paper, cleanText);
  const maat = maatFor(stuk);
  const plaatjes = await drawAll(stuk);
  const file = new Document({
    title: stuk.titel,
    creator: "Woonregie",
    lastModifiedBy: "Woonregie",
    description: stuk.stand,
    styles: createStyles(maat),
    numbering: { config: [DASHES] },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGES } },
        headers: { default: createHeader(stuk) },
        footers: { default: createFooter(stuk) },
        children: stuk.delen.flatMap((deel, nummer) => {
          return [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              pageBreakBefore: nummer > 0,
              children: [new TextRun(deel.titel)],
            }),
            ...(deel.onder ? [new Paragraph({ style: "Onder", text: deel.onder })] : []),
            ...deel.blokken.flatMap((blok) => renderBlok(blok, maat, plaatjes)),
          ];
        }),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

async function drawAll({ delen }: Stuk): Promise<Plaatjes> {
  const drawn = new Map<string, Uint8Array>();
  for (const blok of delen.flatMap(({ blokken }) => blokken)) {
    if (blok.soort === "beeld") drawn.set(blok.svg, await toPng(blok.svg));
  }
  return drawn;
}

const A4 = { width: 11_906, height: 16_838 };
const MARGES = { top: 1_644, bottom: 1_474, left: 1_247, right: 1_247, header: 737, footer: 624 };

const DASHES = {
  reference: "streepjes",
  levels: Array.from({ length: MOST_LEVELS }, (_, level) => ({
    level,
    format: LevelFormat.BULLET,
    text: "–",
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 284 * (level + 1), hanging: 284 } } },
  })),
};

const AUTO = LineRuleType.AUTO;

function createStyles(maat: Maat) {
  const { koppen, voorKop, naAlinea, regel } = maat;
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: INKT, font: LETTER },
    paragraph: { spacing: { before, after, line: 252, lineRule: AUTO }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: LETTER, size: maat.tekst, color: INKT, language: { value: "nl-NL" } },
        paragraph: { spacing: { after: naAlinea, line: regel, lineRule: AUTO } },
      },
      heading1: heading(koppen[0], 0, 60),
      heading2: heading(koppen[1], voorKop, 60),
      heading3: heading(koppen[2], voorKop, 50),
    },
    paragraphStyles: [
      paragraphStyle("Onder", "Onder de titel", { color: GRIJS }),
      paragraphStyle("Zin", "De afspraak in één zin", { size: maat.zin }, marked(ACCENT)),
      paragraphStyle("LetOp", "Let op", {}, marked(KEUZE)),
      paragraphStyle("Klein", "Klein", { size: maat.klein, color: GRIJS }),
      paragraphStyle(
        "Bijschrift",
        "Bijschrift",
        { size: maat.klein, color: GRIJS },
        { keepNext: true },
      ),
      paragraphStyle(
        "Cel",
        "Cel",
        {},
        { spacing: { before: 20, after: 20, line: 240, lineRule: AUTO } },
      ),
    ],
  };
}

/** On every computer that has Word, with figures of one width. */
const LETTER = "Calibri";

function paragraphStyle(id: string, name: string, run: object, paragraph: object = {}) {
  return { id, name, basedOn: "Normal", next: "Normal", quickFormat: true, run, paragraph };
}

function marked(color: string) {
  const left = { style: "single" as const, size: 16, space: 8, color };
  return { border: { left }, indent: { left: 170 }, spacing: { before: 60, after: 60 } };
}

function createHeader({ titel, stand }: Stuk): Header {
  const name = new TextRun({ text: titel, size: 17, color: GRIJS });
  if (!stand) return new Header({ children: [lined([name], "bottom")] });
  const worth = new TextRun({ text: stand, size: 17, bold: true, color: KEUZE });
  return new Header({
    children: [
      new Paragraph({ children: [name], spacing: { after: 0 } }),
      lined([worth], "bottom"),
    ],
  });
}

function createFooter({ voet }: Stuk): Footer {
  const small = (text: string) => new TextRun({ text, size: 16, color: GRIJS });
  const [voor = "", midden = "", na = ""] = voet.bladzijde.split(/\{[nm]\}/);
  const pages = new TextRun({
    children: [`\t${voor}`, PageNumber.CURRENT, midden, PageNumber.TOTAL_PAGES, na],
    size: 16,
    color: GRIJS,
  });
  return new Footer({
    children: [
      lined([small(voet.tekst), pages], "top"),
      new Paragraph({ children: [small(voet.adres)], spacing: { after: 0 } }),
    ],
  });
}

function lined(children: readonly ParagraphChild[], side: "top" | "bottom"): Paragraph {
  return new Paragraph({
    children,
    spacing: { after: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: TEKSTBREEDTE }],
    border: { [side]: { style: "single", size: 4, space: 4, color: LIJN } },
  });
}

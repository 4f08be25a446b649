import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from "docx";
import type { Stuk } from "../stuk.ts";
import { renderBlok } from "./docx-blok.ts";
import { ACCENT, GRIJS, INKT, KEUZE, LIJN, maatFor, TEKSTBREEDTE } from "./docx-maat.ts";

/** A paper as Word document: real headings, head rows that repeat, language and title. */
export async function writeDocx(stuk: Stuk): Promise<Uint8Array> {
  const document = new Document({
    title: stuk.titel,
    creator: "Woonregie",
    lastModifiedBy: "Woonregie",
    description: stuk.stand,
    styles: createStyles(),
    numbering: { config: [DASHES] },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGES } },
        headers: { default: createHeader(stuk) },
        footers: { default: createFooter(stuk) },
        children: stuk.delen.flatMap((deel, nummer) => {
          const maat = maatFor(deel);
          return [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              pageBreakBefore: nummer > 0,
              children: [new TextRun(deel.titel)],
            }),
            ...(deel.onder ? [new Paragraph({ style: "Onder", text: deel.onder })] : []),
            ...deel.blokken.flatMap((blok) => renderBlok(blok, maat)),
          ];
        }),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const A4 = { width: 11_906, height: 16_838 };
const MARGES = { top: 1_474, bottom: 1_474, left: 1_247, right: 1_247, header: 737, footer: 624 };

const DASHES = {
  reference: "streepjes",
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: "–",
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 284, hanging: 284 } } },
    },
  ],
};

function createStyles() {
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: INKT, font: LETTER },
    paragraph: { spacing: { before, after }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: LETTER, size: 21, color: INKT, language: { value: "nl-NL" } },
        paragraph: { spacing: { after: 110, line: 262 } },
      },
      heading1: heading(36, 0, 80),
      heading2: heading(25, 240, 90),
      heading3: heading(22, 180, 70),
    },
    paragraphStyles: [
      paragraphStyle("Onder", "Onder de titel", { color: GRIJS }),
      paragraphStyle("Zin", "De afspraak in één zin", { size: 24 }, marked(ACCENT)),
      paragraphStyle("LetOp", "Let op", {}, marked(KEUZE)),
      paragraphStyle("Klein", "Klein", { size: 18, color: GRIJS }),
      paragraphStyle("Bijschrift", "Bijschrift", { size: 18, color: GRIJS }, { keepNext: true }),
      paragraphStyle("Cel", "Cel", {}, { spacing: { before: 20, after: 20, line: 240 } }),
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
  const children = [
    new TextRun({ text: titel, size: 17, color: GRIJS }),
    ...(stand ? [new TextRun({ text: `\t${stand}`, size: 17, bold: true, color: KEUZE })] : []),
  ];
  return new Header({ children: [lined(children, "bottom")] });
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

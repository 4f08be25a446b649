import { ExternalHyperlink, HeadingLevel, ImageRun, Paragraph, type Table, TextRun } from "docx";
import type { Beeldblok, Blok, Gegeven, Punt } from "../stuk.ts";
import { ACCENT, GRIJS, KEUZE, type Maat, TEKSTBREEDTE } from "./docx-maat.ts";
import { renderTabel } from "./docx-tabel.ts";

/** Pictures as PNG, by their SVG: Word draws those alike everywhere. */
export type Plaatjes = ReadonlyMap<string, Uint8Array>;

/** One block as the paragraphs and tables of Word. */
export function renderBlok(
  blok: Blok,
  maat: Maat,
  plaatjes: Plaatjes,
): readonly (Paragraph | Table)[] {
  switch (blok.soort) {
    case "kop": {
      const heading = blok.niveau === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
      return [new Paragraph({ heading, text: blok.tekst })];
    }
    case "alinea":
      return [
        blok.klein ? new Paragraph({ style: "Klein", text: blok.tekst }) : plain(blok.tekst, maat),
      ];
    case "zin":
      return [new Paragraph({ style: "Zin", text: blok.tekst })];
    case "lijst":
      return blok.punten.flatMap((punt) => renderPunt(punt, 0, maat));
    case "gegevens":
      return blok.regels.map((regel) => renderGegeven(regel, maat));
    case "let-op":
      return [blok.titel, ...blok.alineas].map((text, nummer) => {
        const run = nummer === 0 ? { bold: true, color: KEUZE } : {};
        const children = [new TextRun({ text, size: maat.tekst, ...run })];
        return new Paragraph({ style: "LetOp", children, keepNext: nummer === 0 });
      });
    case "invullen":
      return [
        new Paragraph({
          children: [new TextRun({ text: blok.vraag, bold: true, size: maat.tekst })],
          keepNext: true,
        }),
        ...Array.from({ length: blok.regels }, emptyLine),
      ];
    case "verwijzing":
      return [renderLink(blok.tekst, blok.adres, maat)];
    case "tabel":
      return renderTabel(blok, maat);
    case "beeld":
      return renderBeeld(blok, plaatjes);
  }
}

/** As wide as the text, in dots of which 96 are an inch. */
const BEELDBREEDTE = Math.floor((TEKSTBREEDTE / 1440) * 96);

function renderBeeld(
  { svg, beschrijving, breedte, hoogte }: Beeldblok,
  plaatjes: Plaatjes,
): readonly Paragraph[] {
  const data = plaatjes.get(svg);
  if (!data) throw new RangeError("every picture is drawn before the paper is written");
  const width = Math.min(BEELDBREEDTE, breedte);
  const altText = { name: "beeld", title: beschrijving, description: beschrijving };
  const transformation = { width, height: Math.round((hoogte / breedte) * width) };
  return [
    new Paragraph({ children: [new ImageRun({ type: "png", data, transformation, altText })] }),
  ];
}

/** Word has nine levels of a list. */
export const MOST_LEVELS = 9;

function renderPunt({ tekst, punten = [] }: Punt, depth: number, maat: Maat): readonly Paragraph[] {
  const level = Math.min(depth, MOST_LEVELS - 1);
  return [
    new Paragraph({
      children: [new TextRun({ text: tekst, size: maat.tekst })],
      numbering: { reference: "streepjes", level },
      spacing: { after: maat.naPunt },
      contextualSpacing: true,
    }),
    ...punten.flatMap((punt) => renderPunt(punt, depth + 1, maat)),
  ];
}

function plain(text: string, { tekst }: Maat): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: tekst })] });
}

const GEGEVENBREEDTE = 3_800;

/** What is asked, and beside it the answer; on lines after the first it stays beside it. */
function renderGegeven({ wat, waarde, bij }: Gegeven, { tekst, naPunt }: Maat): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: `${wat}\t`, color: GRIJS, size: tekst }),
      new TextRun({ text: waarde, bold: true, size: tekst }),
      ...(bij ? [new TextRun({ text: ` ${bij}`, color: GRIJS, size: tekst })] : []),
    ],
    tabStops: [{ type: "left", position: GEGEVENBREEDTE }],
    indent: { left: GEGEVENBREEDTE, hanging: GEGEVENBREEDTE },
    spacing: { after: naPunt + 20 },
  });
}

/** A line of its own each: Word draws the borders of paragraphs that follow each other as one. */
function emptyLine(): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: "\t", color: GRIJS })],
    tabStops: [{ type: "right", position: TEKSTBREEDTE, leader: "underscore" }],
    spacing: { before: 100, after: 40 },
  });
}

function renderLink(text: string, link: string, { tekst }: Maat): Paragraph {
  const children = [new TextRun({ text, color: ACCENT, size: tekst })];
  return new Paragraph({ children: [new ExternalHyperlink({ link, children })] });
}

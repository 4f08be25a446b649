import { ExternalHyperlink, HeadingLevel, ImageRun, Paragraph, type Table, TextRun } from "docx";
import type { Blok, Gegeven } from "../stuk.ts";
import { ACCENT, GRIJS, KEUZE, LIJN, type Maat } from "./docx-maat.ts";
import { renderTabel } from "./docx-tabel.ts";

/** One block as the paragraphs and tables of Word. */
export function renderBlok(blok: Blok, maat: Maat): readonly (Paragraph | Table)[] {
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
      return blok.punten.map(
        (punt) =>
          new Paragraph({
            children: [new TextRun({ text: punt, size: maat.tekst })],
            numbering: { reference: "streepjes", level: 0 },
            spacing: { after: 50 },
          }),
      );
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
    case "figuur":
      return [];
    case "tabel":
      return renderTabel(blok, maat);
  }
}

function plain(text: string, { tekst }: Maat): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: tekst })] });
}

const GEGEVENBREEDTE = 3_118;

/** What is asked, and beside it the answer; on lines after the first it stays beside it. */
function renderGegeven({ wat, waarde, bij }: Gegeven, { tekst }: Maat): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: `${wat}\t`, color: GRIJS, size: tekst }),
      new TextRun({ text: waarde, bold: true, size: tekst }),
      ...(bij ? [new TextRun({ text: ` ${bij}`, color: GRIJS, size: tekst })] : []),
    ],
    tabStops: [{ type: "left", position: GEGEVENBREEDTE }],
    indent: { left: GEGEVENBREEDTE, hanging: GEGEVENBREEDTE },
    spacing: { after: 60 },
  });
}

function emptyLine(): Paragraph {
  const bottom = { style: "single" as const, size: 4, space: 1, color: LIJN };
  return new Paragraph({ border: { bottom }, spacing: { before: 120, after: 60 }, text: "" });
}

function renderLink(text: string, link: string, { tekst }: Maat): Paragraph {
  const children = [new TextRun({ text, color: ACCENT, size: tekst })];
  return new Paragraph({ children: [new ExternalHyperlink({ link, children })] });
}

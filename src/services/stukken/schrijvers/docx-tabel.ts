import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Cel, Rij, Tabel, Tabelkolom } from "../stuk.ts";
import { ACCENT, GRIJS, INKT, LIJN, type Maat, TEKSTBREEDTE } from "./docx-maat.ts";

/** A table with its caption above it; the head row stands on every page, and no row is cut in two. */
export function renderTabel(tabel: Tabel, maat: Maat): readonly (Paragraph | Table)[] {
  const widths = widthsOf(tabel.kolommen);
  const form: Vorm = { kolommen: tabel.kolommen, widths, maat };
  const rows = [
    headRow(form),
    ...tabel.groepen.flatMap(({ titel, rijen }) => [
      ...(titel ? [groupRow(titel, form)] : []),
      ...rijen.map((rij) => dataRow(rij, form, LIJN)),
    ]),
    ...tabel.voet.map((rij, nummer) =>
      dataRow({ ...rij, nadruk: true }, form, nummer === 0 ? INKT : LIJN),
    ),
  ];
  return [
    new Paragraph({ style: "Bijschrift", text: tabel.bijschrift }),
    new Table({
      rows,
      columnWidths: widths,
      width: { size: TEKSTBREEDTE, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: GEEN_LIJNEN,
    }),
    new Paragraph({ text: "", spacing: { after: 60 } }),
  ];
}

type Vorm = {
  readonly kolommen: readonly Tabelkolom[];
  readonly widths: readonly number[];
  readonly maat: Maat;
};

const GEEN = { style: BorderStyle.NONE, size: 0, color: "auto" };
const GEEN_LIJNEN = {
  top: GEEN,
  bottom: GEEN,
  left: GEEN,
  right: GEEN,
  insideHorizontal: GEEN,
  insideVertical: GEEN,
};

function widthsOf(kolommen: readonly Tabelkolom[]): readonly number[] {
  const total = kolommen.reduce((sum, { breedte }) => sum + breedte, 0);
  return kolommen.map(({ breedte }) => Math.floor((breedte / total) * TEKSTBREEDTE));
}

function headRow({ kolommen, widths, maat }: Vorm): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: kolommen.map(({ titel, onder, getal }, nummer) =>
      cell([line(titel, maat.tabel, { bold: true }), ...smallLine(onder, maat)], {
        getal,
        width: widths[nummer] ?? 0,
        onderlijn: INKT,
        bodem: true,
      }),
    ),
  });
}

function groupRow(titel: string, { kolommen, widths, maat }: Vorm): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: kolommen.length,
        width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
        margins: { top: 100, bottom: 20, left: 0, right: 0 },
        children: [
          new Paragraph({
            style: "Cel",
            keepNext: true,
            children: [line(titel, maat.tabel, { bold: true, color: ACCENT })],
          }),
        ],
      }),
    ],
  });
}

function dataRow(
  { cellen, nadruk = false }: Rij,
  { kolommen, widths, maat }: Vorm,
  lijn: string,
): TableRow {
  return new TableRow({
    cantSplit: true,
    children: kolommen.map(({ getal }, nummer) => {
      const { tekst, onder }: Cel = cellen[nummer] ?? { tekst: "" };
      return cell([line(tekst, maat.tabel, { bold: nadruk }), ...smallLine(onder, maat)], {
        getal,
        width: widths[nummer] ?? 0,
        bovenlijn: lijn,
      });
    }),
  });
}

type Celvorm = {
  readonly getal: boolean;
  readonly width: number;
  readonly bovenlijn?: string;
  readonly onderlijn?: string;
  readonly bodem?: boolean;
};

function cell(
  runs: readonly TextRun[],
  { getal, width, bovenlijn, onderlijn, bodem }: Celvorm,
): TableCell {
  const rule = (color: string) => ({ style: BorderStyle.SINGLE, size: 4, color });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 20, bottom: 20, left: 60, right: 60 },
    verticalAlign: bodem ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
    borders: {
      ...GEEN_RAND,
      ...(bovenlijn ? { top: rule(bovenlijn) } : {}),
      ...(onderlijn ? { bottom: rule(onderlijn) } : {}),
    },
    children: [
      new Paragraph({
        style: "Cel",
        alignment: getal ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runs,
      }),
    ],
  });
}

const GEEN_RAND = { top: GEEN, bottom: GEEN, left: GEEN, right: GEEN };

function line(text: string, size: number, run: object): TextRun {
  return new TextRun({ text, size, ...run });
}

function smallLine(text: string | undefined, { onder }: Maat): readonly TextRun[] {
  return text ? [new TextRun({ text, size: onder, color: GRIJS, break: 1 })] : [];
}

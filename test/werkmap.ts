import type { Celwaarde, Werkcel, Werkmaplezing } from "#domain/werkmap.ts";
import { makeZip, type Zipdeel } from "#test/zip.ts";

/** What may stand in an xlsx besides its rows. */
export type Xlsxproef = {
  readonly rijen?: string;
  /** XML of the sheet before and after its rows. */
  readonly voor?: string;
  readonly na?: string;
  readonly teksten?: string;
  readonly stijlen?: string;
  readonly werkboek?: string;
  readonly bladen?: readonly { readonly naam: string; readonly stand?: string }[];
  readonly delen?: readonly Zipdeel[];
};

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of an xlsx of one sheet, from the XML of its rows. */
export function xlsxDelen(proef: Xlsxproef): readonly Zipdeel[] {
  const bladen = proef.bladen ?? [{ naam: "Blad1" }];
  const sheets = bladen
    .map(
      ({ naam, stand = "visible" }, i) =>
        `<sheet name="${naam}" sheetId="${i + 1}" state="${stand}" r:id="b${i}"/>`,
    )
    .join("");
  const rels = [
    ...bladen.map((_, i) => rel(`b${i}`, "worksheet", "worksheets/blad.xml")),
    rel("s", "styles", "styles.xml"),
    rel("t", "sharedStrings", "sharedStrings.xml"),
  ];
  return [
    {
      naam: "[Content_Types].xml",
      inhoud: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { naam: "_rels/.rels", inhoud: relsOf([rel("w", "officeDocument", "xl/workbook.xml")]) },
    { naam: "xl/_rels/workbook.xml.rels", inhoud: relsOf(rels) },
    {
      naam: "xl/workbook.xml",
      inhoud: `<workbook ${MAIN} xmlns:r="${OFFICE}">${proef.werkboek ?? ""}<sheets>${sheets}</sheets></workbook>`,
    },
    { naam: "xl/styles.xml", inhoud: `<styleSheet ${MAIN}>${proef.stijlen ?? ""}</styleSheet>` },
    { naam: "xl/sharedStrings.xml", inhoud: `<sst ${MAIN}>${proef.teksten ?? ""}</sst>` },
    {
      naam: "xl/worksheets/blad.xml",
      inhoud: `<worksheet ${MAIN}>${proef.voor ?? ""}<sheetData>${proef.rijen ?? ""}</sheetData>${proef.na ?? ""}</worksheet>`,
    },
    ...(proef.delen ?? []),
  ];
}

/** An xlsx of one sheet, from the XML of its rows. */
export function makeXlsx(proef: Xlsxproef): Uint8Array {
  return makeZip(xlsxDelen(proef));
}

function rel(id: string, soort: string, doel: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${soort}" Target="${doel}"/>`;
}

function relsOf(rels: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels.join("")}</Relationships>`;
}

const SPACES = ["office", "table", "text", "style"]
  .map((naam) => `xmlns:${naam}="urn:oasis:names:tc:opendocument:xmlns:${naam}:1.0"`)
  .join(" ");

/** The parts of an ods, from the XML of its tables. */
export function odsDelen(tabellen: string, stijlen = ""): readonly Zipdeel[] {
  return [
    { naam: "mimetype", inhoud: "application/vnd.oasis.opendocument.spreadsheet" },
    {
      naam: "content.xml",
      inhoud:
        `<office:document-content ${SPACES} xmlns:calcext="urn:x" xmlns:xlink="urn:y" xmlns:draw="urn:z">` +
        `<office:automatic-styles>${stijlen}</office:automatic-styles>` +
        `<office:body><office:spreadsheet>${tabellen}</office:spreadsheet></office:body>` +
        "</office:document-content>",
    },
  ];
}

/** An ods of one sheet, from the XML of its rows. */
export function makeOds(rijen: string, stijlen = ""): Uint8Array {
  return makeZip(odsDelen(`<table:table table:name="Blad1">${rijen}</table:table>`, stijlen));
}

/** The cells of a sheet that was read; where it was refused, why. */
export function rijenOf(lezing: Werkmaplezing, blad = 0): readonly (readonly Werkcel[])[] | string {
  if (!lezing.ok) return codeOf(lezing);
  return lezing.werkmap.bladen[blad]?.rijen ?? "geen blad";
}

/** Why a file was refused; `ok` where it was not. */
export function codeOf(lezing: Werkmaplezing): string {
  return lezing.ok ? "ok" : lezing.fouten.map(({ code }) => code).join(" ");
}

/** What was told of a file, by its codes. */
export function opmerkingenOf(lezing: Werkmaplezing): readonly string[] {
  return lezing.ok ? lezing.opmerkingen.map(({ code }) => code) : [codeOf(lezing)];
}

/** A text cell. */
export function tekst(inhoud: string): Celwaarde {
  return { soort: "tekst", tekst: inhoud };
}

/** A cell with a number. */
export function getal(waarde: number): Celwaarde {
  return { soort: "getal", getal: waarde };
}

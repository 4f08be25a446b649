import { beforeAll, describe, expect, test } from "vitest";
import type { Werkcel, Werkmaplezing } from "#domain/werkmap.ts";
import { convertTo, hasLibreOffice } from "#test/libreoffice.ts";
import { getal, opmerkingenOf, rijenOf, tekst } from "#test/werkmap.ts";
import { makeZip } from "#test/zip.ts";
import { parseWerkmap } from "./parse-werkmap.ts";

// A file as a person would make it: LibreOffice computes it and saves it anew.
const SPACES = [
  ...["office", "table", "text", "style", "fo"].map((naam) => [
    naam,
    `urn:oasis:names:tc:opendocument:xmlns:${naam}:1.0`,
  ]),
  ["number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"],
  ["of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2"],
]
  .map(([naam, uri]) => `xmlns:${naam}="${uri}"`)
  .join(" ");

const STYLES = `
<number:percentage-style style:name="np"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="nd"><number:day/><number:text> </number:text><number:month number:textual="true" number:style="long"/><number:text> </number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="procent" style:family="table-cell" style:data-style-name="np"/>
<style:style style:name="dag" style:family="table-cell" style:data-style-name="nd"/>
<style:style style:name="vet" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="weg" style:family="table"><style:table-properties table:display="false"/></style:style>`;

const row = (cellen: string, eigen = "") => `<table:table-row ${eigen}>${cellen}</table:table-row>`;
const text = (inhoud: string, eigen = "") =>
  `<table:table-cell table:style-name="vet" office:value-type="string" ${eigen}><text:p>${inhoud}</text:p></table:table-cell>`;
const number = (waarde: number, eigen = "") =>
  `<table:table-cell office:value-type="float" office:value="${waarde}" ${eigen}/>`;
const formula = (code: string) =>
  `<table:table-cell table:formula="of:=${code}" office:value-type="float" office:value="0"/>`;
const GAP = '<table:table-cell table:number-columns-repeated="16300" table:style-name="vet"/>';

const ROWS =
  '<table:table-column/><table:table-column table:visibility="collapse"/>' +
  `<table:table-header-rows>${row(`${text("gemeente") + text("code") + text("aantal", 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${text("dag")}${GAP}`)}</table:table-header-rows>` +
  `<table:table-row-group>${row(
    text("Súdwest-Fryslân") +
      text("GM1900") +
      number(0.1) +
      `<table:table-cell table:style-name="procent" office:value-type="percentage" office:value="0.125"/>` +
      `<table:table-cell table:style-name="dag" office:value-type="date" office:date-value="2024-02-29"/>`,
  )}</table:table-row-group>` +
  row(
    text("Gouda") +
      text("0513") +
      formula("1/8") +
      formula("1/0") +
      formula("IF(1=1;&quot;&quot;;1)"),
    'table:visibility="collapse"',
  ) +
  row(
    '<table:table-cell table:number-columns-repeated="16384" table:style-name="vet"/>',
    'table:number-rows-repeated="40"',
  ) +
  row(number(7, 'table:number-columns-repeated="3"'), 'table:number-rows-repeated="2"') +
  row(
    '<table:table-cell table:number-columns-repeated="16384" table:style-name="vet"/>',
    'table:number-rows-repeated="1048531"',
  );

const KIND = "application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST =
  '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">' +
  `<manifest:file-entry manifest:full-path="/" manifest:media-type="${KIND}"/>` +
  '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>';

const source = (settings: string) =>
  makeZip([
    { naam: "mimetype", inhoud: KIND },
    { naam: "META-INF/manifest.xml", inhoud: MANIFEST },
    {
      naam: "content.xml",
      inhoud:
        `<office:document-content ${SPACES} office:version="1.3"><office:automatic-styles>${STYLES}</office:automatic-styles>` +
        `<office:body><office:spreadsheet>${settings}<table:table table:name="Plannen">${ROWS}</table:table>` +
        `<table:table table:name="Bron" table:style-name="weg">${row(text("x"))}</table:table>` +
        "</office:spreadsheet></office:body></office:document-content>",
    },
  ]);

const SINCE_1904 =
  '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>';
const FILES = [
  { naam: "plannen.ods", inhoud: source("") },
  { naam: "vanaf1904.ods", inhoud: source(SINCE_1904) },
];

const LEEG: Werkcel = { soort: "leeg" };
const EXPECTED = [
  [tekst("gemeente"), tekst("code"), tekst("aantal"), LEEG, tekst("dag")],
  [
    tekst("Súdwest-Fryslân"),
    tekst("GM1900"),
    getal(0.1),
    { soort: "getal", getal: 0.125, procent: true },
    { soort: "datum", datum: "2024-02-29" },
  ],
  [
    tekst("Gouda"),
    tekst("0513"),
    { soort: "formule", formule: "1/8", waarde: getal(1 / 8) },
    { soort: "formule", formule: "1/0", waarde: { soort: "fout", tekst: "#DEEL/0!" } },
    { soort: "formule", formule: expect.stringMatching(/^IF/u), waarde: LEEG },
  ],
  ...Array.from({ length: 40 }, () => []),
  [getal(7), getal(7), getal(7)],
  [getal(7), getal(7), getal(7)],
];
const TOLD = [
  "blad-verborgen",
  "cellen-samengevoegd",
  "foutwaarden",
  "kolommen-verborgen",
  "rijen-verborgen",
];

const aanwezig = await hasLibreOffice();
if (!aanwezig)
  console.info("LibreOffice is hier niet: bestanden van een echt programma zijn niet gelezen.");

describe.skipIf(!aanwezig)("wat LibreOffice opslaat leest terug zoals het erin stond", () => {
  const read = new Map<string, readonly Werkmaplezing[]>();

  beforeAll(async () => {
    const kinds = ["ods", "xlsx", "csv:Text - txt - csv (StarCalc):59,34,76"];
    const made = await Promise.all(kinds.map((kind) => convertTo(kind, FILES)));
    for (const [i, files] of made.entries()) {
      const kind = kinds[i]?.slice(0, 4) ?? "";
      read.set(kind, await Promise.all(files.map((bytes) => parseWerkmap(bytes, "plannen"))));
    }
  }, 120_000);

  test.each(["ods", "xlsx"])("als %s, met dagen vanaf 1900 en vanaf 1904", (kind) => {
    const [since1900, since1904] = read.get(kind) ?? [];
    if (!since1900 || !since1904) throw new Error(`geen ${kind}`);
    expect(rijenOf(since1900)).toEqual(EXPECTED);
    expect(rijenOf(since1904)).toEqual(EXPECTED);
    expect(rijenOf(since1900, 1)).toEqual([[tekst("x")]]);
    expect(opmerkingenOf(since1900).toSorted()).toEqual(TOLD);
  });

  test("als csv, met de tekst zoals die op het scherm stond", () => {
    const [lezing] = read.get("csv:") ?? [];
    const rijen = lezing && rijenOf(lezing);
    expect(rijen?.slice(0, 2)).toEqual([
      [tekst("gemeente"), tekst("code"), tekst("aantal"), LEEG, tekst("dag")],
      [
        tekst("Súdwest-Fryslân"),
        tekst("GM1900"),
        tekst("0.1"),
        tekst("12.5%"),
        tekst("29 February 2024"),
      ],
    ]);
    expect(rijen).toHaveLength(45);
  });
});

import { expect, test } from "vitest";
import {
  codeOf,
  getal,
  makeXlsx,
  opmerkingenOf,
  rijenOf,
  tekst,
  type Xlsxproef,
} from "#test/werkmap.ts";
import { parseWerkmap } from "../parse-werkmap.ts";

const read = (proef: Xlsxproef) => parseWerkmap(makeXlsx(proef), "proef.xlsx");
const row = (cellen: string) => `<row r="1">${cellen}</row>`;

test("een cel is leeg, tekst, getal, waar of onwaar, of een fout", async () => {
  const lezing = await read({
    teksten:
      "<si><t>Gouda</t></si><si><r><t>Den </t></r><r><rPr><b/></rPr><t>Haag</t></r><rPh><t>x</t></rPh></si>",
    rijen: row(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1"><v>1.5</v></c>' +
        '<c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#N/A</v></c>' +
        '<c r="G1" t="inlineStr"><is><t>los</t></is></c><c r="H1" s="3"/>',
    ),
  });
  expect(rijenOf(lezing)).toEqual([
    [
      tekst("Gouda"),
      tekst("Den Haag"),
      { soort: "leeg" },
      getal(1.5),
      { soort: "waarheid", waar: true },
      { soort: "fout", tekst: "#N/B" },
      tekst("los"),
    ],
  ]);
  expect(opmerkingenOf(lezing)).toEqual(["foutwaarden"]);
});

const STIJLEN =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-413]d\\ mmmm\\ yyyy;@"/>' +
  '<numFmt numFmtId="165" formatCode="0.0\\ %"/><numFmt numFmtId="166" formatCode="#,##0 &quot;dagen&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  `<cellXfs>${[0, 14, 164, 165, 166, 9, 20, 22].map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs>`;
const styled = (waarden: readonly (readonly [number, string])[]) =>
  row(waarden.map(([stijl, waarde]) => `<c s="${stijl}"><v>${waarde}</v></c>`).join(""));

test("wat een getal is, hangt af van de opmaak: datum, tijd, procent of gewoon", async () => {
  const lezing = await read({
    stijlen: STIJLEN,
    rijen: styled([
      [0, "45292"],
      [1, "45292"],
      [2, "45292"],
      [3, "0.25"],
      [4, "12"],
      [5, "0.5"],
      [6, "0.75"],
      [7, "45292.5"],
    ]),
  });
  expect(rijenOf(lezing)).toEqual([
    [
      getal(45292),
      { soort: "datum", datum: "2024-01-01" },
      { soort: "datum", datum: "2024-01-01" },
      { soort: "getal", getal: 0.25, procent: true },
      getal(12),
      { soort: "getal", getal: 0.5, procent: true },
      tekst("18:00:00"),
      { soort: "datum", datum: "2024-01-01" },
    ],
  ]);
  expect(opmerkingenOf(lezing)).toEqual(["tijd-weggelaten"]);
});

test("dagen worden geteld vanaf 1900 of 1904, en 29 februari 1900 was er niet", async () => {
  const dagen = styled([
    [1, "1"],
    [1, "59"],
    [1, "60"],
    [1, "61"],
    [1, "2958466"],
  ]);
  const from1900 = await read({ stijlen: STIJLEN, rijen: dagen });
  expect(rijenOf(from1900)).toEqual([
    [
      { soort: "datum", datum: "1900-01-01" },
      { soort: "datum", datum: "1900-02-28" },
      { soort: "fout", tekst: "60" },
      { soort: "datum", datum: "1900-03-01" },
      { soort: "fout", tekst: "2958466" },
    ],
  ]);
  expect(opmerkingenOf(from1900)).toEqual(["getal-onleesbaar"]);
  const from1904 = await read({
    stijlen: STIJLEN,
    werkboek: '<workbookPr date1904="1"/>',
    rijen: styled([[1, "43830"]]),
  });
  expect(rijenOf(from1904)).toEqual([[{ soort: "datum", datum: "2024-01-01" }]]);
});

test("een formule houdt haar waarde; zonder waarde staat dat erbij, met hoe het te herstellen is", async () => {
  const lezing = await read({
    rijen: row(
      '<c r="A1"><f>B1*2</f><v>4</v></c><c r="B1"><f>C1</f></c><c r="C1" t="str"><f>""</f><v></v></c>' +
        '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f t="shared" si="0"/><v>5</v></c>' +
        '<c r="F1"><f>SUM(A1)</f><v></v></c>',
    ),
  });
  expect(rijenOf(lezing)).toEqual([
    [
      { soort: "formule", formule: "B1*2", waarde: getal(4) },
      { soort: "formule", formule: "C1" },
      { soort: "formule", formule: '""', waarde: { soort: "leeg" } },
      { soort: "formule", formule: "1/0", waarde: { soort: "fout", tekst: "#DEEL/0!" } },
      { soort: "formule", formule: "", waarde: getal(5) },
      { soort: "formule", formule: "SUM(A1)" },
    ],
  ]);
  const told = lezing.ok
    ? lezing.opmerkingen.find(({ code }) => code === "formule-zonder-waarde")
    : undefined;
  expect(told).toMatchObject({
    blad: "Blad1",
    aantal: 2,
    plekken: [
      { rij: 0, kolom: 1 },
      { rij: 0, kolom: 5 },
    ],
  });
  expect(told?.tekst).toContain("B1 en F1");
  expect(told?.tekst).toContain("Excel of LibreOffice");
});

test("verborgen bladen, rijen en kolommen en samengevoegde cellen worden gelezen en genoemd", async () => {
  const lezing = await read({
    bladen: [{ naam: "Plannen", stand: "veryHidden" }],
    voor: '<cols><col min="2" max="2" hidden="1"/><col min="5" max="16384" hidden="1"/></cols>',
    rijen:
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="B2"><v>3</v></c></row>',
    na: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
  });
  expect(lezing.ok && lezing.werkmap).toEqual({
    bladen: [
      {
        naam: "Plannen",
        verborgen: true,
        rijen: [[getal(1)], [{ soort: "leeg" }, getal(3)]],
        samengevoegd: [{ vanRij: 0, vanKolom: 0, totRij: 0, totKolom: 1 }],
      },
    ],
  });
  expect(opmerkingenOf(lezing).toSorted()).toEqual([
    "blad-verborgen",
    "cellen-samengevoegd",
    "kolommen-verborgen",
    "rijen-verborgen",
    "waarde-bedekt",
  ]);
});

test("macro's en verwijzingen naar andere bestanden worden genoemd, niet gebruikt", async () => {
  const lezing = await read({
    rijen: row('<c r="A1"><f>[1]Blad1!A1</f><v>7</v></c>'),
    delen: [
      { naam: "xl/vbaProject.bin", inhoud: "niet gelezen" },
      { naam: "xl/externalLinks/externalLink1.xml", inhoud: "<geen xml" },
    ],
  });
  expect(rijenOf(lezing)).toEqual([
    [{ soort: "formule", formule: "[1]Blad1!A1", waarde: getal(7) }],
  ]);
  expect(opmerkingenOf(lezing)).toEqual(["macro", "verwijzing-buiten"]);
});

test("een cel zonder adres staat naast de vorige, een rij zonder nummer onder de vorige", async () => {
  const lezing = await read({
    rijen:
      '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="3"/><row><c><v>4</v></c></row>',
  });
  expect(rijenOf(lezing)).toEqual([
    [getal(1), { soort: "leeg" }, getal(2), getal(3)],
    [],
    [],
    [getal(4)],
  ]);
});

test.each([
  ["een cel die twee keer staat", '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'],
  ["een cel in een andere rij", '<c r="A2"><v>1</v></c>'],
  ["een adres dat geen adres is", '<c r="1A"><v>1</v></c>'],
  ["een tekst die er niet is", '<c r="A1" t="s"><v>9</v></c>'],
  ["een soort die er niet is", '<c r="A1" t="q"><v>9</v></c>'],
  ["iets anders dan een cel", '<d r="A1"><v>9</v></d>'],
  ["een cel met twee waarden", '<c r="A1"><v>1</v><v>2</v></c>'],
  ["een cel die niet sluit", '<c r="A1"><v>1</v>'],
])("beschadigd is %s", async (_, cellen) => {
  expect(codeOf(await read({ rijen: row(cellen) }))).toBe("beschadigd");
});

import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  codeOf,
  getal,
  makeOds,
  makeXlsx,
  odsDelen,
  opmerkingenOf,
  rijenOf,
  tekst,
  xlsxDelen,
} from "#test/werkmap.ts";
import { makeZip, type Zipdeel } from "#test/zip.ts";
import { type Leeswijze, parseWerkmap } from "./parse-werkmap.ts";

const read = (bytes: Uint8Array, wijze?: Leeswijze) => parseWerkmap(bytes, "gestuurd.xlsx", wijze);
const bytesOf = (inhoud: string) => new TextEncoder().encode(inhoud);
const MB = 1024 * 1024;
const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** An xlsx of which one part is otherwise. */
function xlsxMet(naam: string, wijziging: Partial<Zipdeel>): Uint8Array {
  const delen = xlsxDelen({ rijen: ROW });
  return makeZip(delen.map((deel) => (deel.naam === naam ? { ...deel, ...wijziging } : deel)));
}

const SHEET = "xl/worksheets/blad.xml";

const BOM = Buffer.alloc(9 * MB, 32);

test("een zip-bom wordt geweigerd voordat er iets is uitgepakt", async () => {
  expect(codeOf(await read(xlsxMet(SHEET, { inhoud: BOM })))).toBe("zip-bom");
  expect(codeOf(await read(xlsxMet(SHEET, { gezegd: 2_000 * MB })))).toBe("zip-bom");
});

test("een zip die liegt over haar omvang wordt bij het uitpakken gestopt", async () => {
  expect(codeOf(await read(xlsxMet(SHEET, { inhoud: BOM, gezegd: 1000 })))).toBe("zip-bom");
  expect(codeOf(await read(xlsxMet(SHEET, { gezegd: 100_000 })))).toBe("zip-bom");
});

test("onderdelen die over elkaar liggen worden geweigerd", async () => {
  // The second part says that its packed content is that of the first, and far more.
  const bytes = makeZip(xlsxDelen({ rijen: ROW }));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < bytes.length - 46; i += 1) {
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 20, bytes.length, true);
  }
  expect(codeOf(await read(bytes))).toBe("zip-overlap");
});

test.each(["../x.xml", "/etc/passwd", "C:/x.xml", "xl\\..\\x.xml", "xl/../../x", ""])(
  "een onderdeel dat %s heet wordt geweigerd",
  async (naam) => {
    const delen = [...xlsxDelen({ rijen: ROW }), { naam, inhoud: "x" }];
    expect(codeOf(await read(makeZip(delen)))).toBe("zip-naam");
  },
);

test("een onderdeel dat twee keer voorkomt of op twee plaatsen anders heet wordt geweigerd", async () => {
  const delen = xlsxDelen({ rijen: ROW });
  const twice = [...delen, { naam: "XL/Worksheets/blad.xml", inhoud: "<x/>" }];
  expect(codeOf(await read(makeZip(twice)))).toBe("beschadigd");
  expect(codeOf(await read(xlsxMet(SHEET, { tweedeNaam: "xl/worksheets/alt!.xml" })))).toBe(
    "beschadigd",
  );
});

test("een controlesom die niet klopt is een beschadigd bestand", async () => {
  expect(codeOf(await read(xlsxMet(SHEET, { controlesom: 1 })))).toBe("beschadigd");
});

test("te veel onderdelen worden niet geopend", async () => {
  const delen = Array.from({ length: 5001 }, (_, i) => ({ naam: `a${i}`, inhoud: "" }));
  expect(codeOf(await read(makeZip(delen)))).toBe("te-veel-onderdelen");
});

test("een zip met een werkmap erin zegt dat zij moet worden uitgepakt", async () => {
  const lezing = await read(makeZip([{ naam: "plannen.xlsx", inhoud: makeXlsx({ rijen: ROW }) }]));
  expect(lezing).toMatchObject({ fouten: [{ code: "soort-onbekend" }] });
  expect(JSON.stringify(lezing)).toContain("Pak hem uit");
});

test.each([
  ["een zip", xlsxMet(SHEET, { vlag: 1 })],
  [
    "een ods",
    makeZip([
      ...odsDelen(""),
      {
        naam: "META-INF/manifest.xml",
        inhoud: "<m:manifest xmlns:m='x'><m:encryption-data/></m:manifest>",
      },
    ]),
  ],
  ["een nieuwe ods", makeZip([{ naam: "encrypted-package", inhoud: "?" }])],
  [
    "een xlsx",
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(512),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]),
  ],
])("%s met een wachtwoord zegt hoe dat eraf gaat", async (_, bytes) => {
  const lezing = await read(bytes);
  expect(codeOf(lezing)).toBe("wachtwoord");
  expect(JSON.stringify(lezing)).toContain("Haal het wachtwoord eraf");
});

test.each([
  [
    "een oude xls",
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512)]),
    "soort-verouderd",
  ],
  ["een webpagina die xls heet", bytesOf("\n<html><table><tr><td>1"), "soort-verouderd"],
  [
    "een xml-werkblad van 2003",
    bytesOf('\uFEFF<?xml version="1.0"?><Workbook/>'),
    "soort-verouderd",
  ],
  ["een pdf", bytesOf("%PDF-1.7"), "soort-onbekend"],
  [
    "een Word-document",
    makeZip([
      { naam: "[Content_Types].xml", inhoud: "" },
      { naam: "word/document.xml", inhoud: "" },
    ]),
    "soort-onbekend",
  ],
  [
    "een binaire werkmap",
    makeZip([
      { naam: "[Content_Types].xml", inhoud: "" },
      { naam: "xl/workbook.bin", inhoud: "" },
    ]),
    "soort-onbekend",
  ],
  ["een niet te herkennen bestand", new Uint8Array([1, 2, 0, 0, 3, 0, 7, 9, 0, 1]), "nul-bytes"],
  ["een bestand zonder inhoud", new Uint8Array(), "leeg"],
  ["een half verzonden xlsx", makeXlsx({ rijen: ROW }).subarray(0, 700), "beschadigd"],
])("%s wordt herkend en geweigerd met wat te doen", async (_, bytes, code) => {
  const lezing = await read(bytes);
  expect(codeOf(lezing)).toBe(code);
  expect(JSON.stringify(lezing)).toMatch(/xlsx|csv|Lever/u);
});

const LAUGHS =
  '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';

test.each([
  ["entiteiten die zichzelf vermenigvuldigen", LAUGHS, "&c;"],
  ["een entiteit van buiten", OUTSIDE, "&e;"],
  ["een DTD van buiten", '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">', ""],
])("%s: een DTD wordt geweigerd", async (_, dtd, inhoud) => {
  const xml = `<?xml version="1.0"?>${dtd}<worksheet><sheetData><row><c t="inlineStr"><is><t>${inhoud}</t></is></c></row></sheetData></worksheet>`;
  expect(codeOf(await read(xlsxMet(SHEET, { inhoud: xml })))).toBe("dtd");
  const [mimetype] = odsDelen("");
  const ods = makeZip([
    ...(mimetype ? [mimetype] : []),
    { naam: "content.xml", inhoud: `${dtd}<x>${inhoud}</x>` },
  ]);
  expect(codeOf(await read(ods))).toBe("dtd");
});

test("een entiteit die niemand kent, of xml die te diep zit, is beschadigd", async () => {
  expect(codeOf(await read(xlsxMet(SHEET, { inhoud: "<worksheet>&zomaar;</worksheet>" })))).toBe(
    "beschadigd",
  );
  const inhoud = `${"<a>".repeat(1000)}${"</a>".repeat(1000)}`;
  expect(codeOf(await read(xlsxMet(SHEET, { inhoud })))).toBe("beschadigd");
  const utf16 = Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet/>', "utf16le");
  expect(codeOf(await read(xlsxMet(SHEET, { inhoud: utf16 })))).toBe("beschadigd");
});

test("2^34 gevulde cellen in een ods worden geweigerd, 2^34 lege zijn niets", async () => {
  const wide = (waarde: string) =>
    makeOds(
      `<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" ${waarde}/></table:table-row>`,
    );
  const filled = await read(wide('office:value-type="float" office:value="1"'));
  expect(codeOf(filled)).toBe("te-veel-cellen");
  expect(codeOf(await read(wide("")))).toBe("leeg");
});

test("een miljoen lege rijen schaden niet: wat eronder staat wordt gelezen", async () => {
  const rijen = '<row r="1048576"><c r="B1048576"><v>5</v></c></row>';
  const xlsx = rijenOf(await read(makeXlsx({ rijen })));
  expect([xlsx.length, xlsx.at(-1)]).toEqual([1_048_576, [{ soort: "leeg" }, getal(5)]]);
  const ods = rijenOf(
    await read(
      makeOds(
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>' +
          '<table:table-row><table:table-cell office:value-type="float" office:value="5"/></table:table-row>',
      ),
    ),
  );
  expect([ods.length, ods.at(-1)]).toEqual([1_048_576, [getal(5)]]);
});

test("verre hoeken van een blad tellen mee als cellen", async () => {
  const rijen = Array.from(
    { length: 200 },
    (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
  );
  expect(codeOf(await read(makeXlsx({ rijen: rijen.join("") })))).toBe("te-veel-cellen");
});

test.each([
  ["te-veel-rijen", '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
  ["te-veel-kolommen", '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
  [
    "tekst-te-lang",
    `<row r="1"><c r="A1" t="inlineStr"><is><t>${"a".repeat(32_768)}</t></is></c></row>`,
  ],
])("%s noemt de grens", async (code, rijen) => {
  const lezing = await read(makeXlsx({ rijen }));
  expect(codeOf(lezing)).toBe(code);
  expect(JSON.stringify(lezing)).toMatch(/1\.048\.576|16\.384|32\.767/u);
});

test("te veel bladen en te veel of overlappende samengevoegde cellen worden geweigerd", async () => {
  const bladen = Array.from({ length: 201 }, (_, i) => ({ naam: `b${i}` }));
  expect(codeOf(await read(makeXlsx({ rijen: ROW, bladen })))).toBe("te-veel-bladen");
  const merges = (aantal: number, ref: string) =>
    `<mergeCells>${`<mergeCell ref="${ref}"/>`.repeat(aantal)}</mergeCells>`;
  const most = makeXlsx({ rijen: ROW, na: merges(20_001, "A1:B1") });
  expect(codeOf(await read(most))).toBe("te-veel-samenvoegingen");
  const rijen = '<row r="9999"><c r="A9999"><v>1</v></c></row>';
  const overlap = makeXlsx({ rijen, na: merges(500, "A1:XFD1048576") });
  expect(codeOf(await read(overlap))).toBe("beschadigd");
});

test("namen als __proto__ en constructor zijn gewone teksten", async () => {
  const csv = await read(bytesOf("__proto__;constructor;toString\n1;2;3"));
  expect(rijenOf(csv)).toEqual([
    [tekst("__proto__"), tekst("constructor"), tekst("toString")],
    [tekst("1"), tekst("2"), tekst("3")],
  ]);
  const rijen =
    '<row r="1" __proto__="x" constructor="y"><c r="A1" __proto__="z"><v>1</v></c></row>';
  const xlsx = await read(makeXlsx({ rijen, bladen: [{ naam: "__proto__" }] }));
  expect(xlsx.ok && xlsx.werkmap).toEqual({ bladen: [{ naam: "__proto__", rijen: [[getal(1)]] }] });
  expect(({} as { x?: string }).x).toBeUndefined();
});

test("tekens die de leesrichting omdraaien of onzichtbaar zijn, worden weggelaten en genoemd", async () => {
  const lezing = await read(bytesOf("naam;aantal\nGou\u202Eda\u200B;1\u0007\n"));
  expect(rijenOf(lezing)).toEqual([
    [tekst("naam"), tekst("aantal")],
    [tekst("Gouda"), tekst("1")],
  ]);
  expect(lezing.ok && lezing.opmerkingen).toMatchObject([
    {
      code: "tekens-weggelaten",
      aantal: 2,
      plekken: [
        { rij: 1, kolom: 0 },
        { rij: 1, kolom: 1 },
      ],
    },
  ]);
  const bladen = [{ naam: "Plan\u202Enen" }, { naam: "Plannen" }];
  const xlsx = await read(makeXlsx({ rijen: ROW, bladen }));
  expect(xlsx.ok && xlsx.werkmap.bladen.map(({ naam }) => naam)).toEqual([
    "Plannen",
    "Plannen (2)",
  ]);
  expect(opmerkingenOf(xlsx)).toEqual(["tekens-weggelaten", "bladnaam-gewijzigd"]);
});

test("een csv van alleen scheidingstekens of van één eindeloze cel loopt tegen een grens", async () => {
  expect(codeOf(await read(bytesOf(";".repeat(2 * MB))))).toBe("te-veel-kolommen");
  expect(codeOf(await read(bytesOf(`a;b\n${"x".repeat(100_000)};1`)))).toBe("tekst-te-lang");
  expect(codeOf(await read(bytesOf(`a;b\n"${"x\n".repeat(MB)}`)))).toMatch(
    /tekst-te-lang|aanhalingsteken/u,
  );
});

test("een bestand boven de grens wordt niet gelezen", async () => {
  const lezing = await read(bytesOf("a;b"), { grenzen: { bytes: 2 } });
  expect(codeOf(lezing)).toBe("te-groot");
});

test("een onderdeel dat niet uit te pakken is, is beschadigd", async () => {
  const ingepakt = deflateRawSync(Buffer.alloc(1000, 65)).subarray(0, 4);
  expect(codeOf(await read(xlsxMet(SHEET, { ingepakt })))).toBe("beschadigd");
});

import { expect, test } from "vitest";
import { codeOf, getal, makeOds, odsDelen, opmerkingenOf, rijenOf, tekst } from "#test/werkmap.ts";
import { makeZip } from "#test/zip.ts";
import { parseWerkmap } from "../parse-werkmap.ts";

const read = (rijen: string, stijlen?: string) =>
  parseWerkmap(makeOds(rijen, stijlen), "proef.ods");
const row = (cellen: string, eigen = "") => `<table:table-row ${eigen}>${cellen}</table:table-row>`;
const cel = (eigen: string, inhoud = "") =>
  `<table:table-cell ${eigen}>${inhoud}</table:table-cell>`;
const p = (inhoud: string) => `<text:p>${inhoud}</text:p>`;
const number = (waarde: number, eigen = "") =>
  cel(`office:value-type="float" office:value="${waarde}" ${eigen}`, p("zoals getoond"));

test("een cel is leeg, tekst, getal, datum, tijd, waar of onwaar, of een fout", async () => {
  const lezing = await read(
    row(
      cel(
        'office:value-type="string"',
        p("Den <text:span>Haag</text:span><text:s text:c='2'/>e.o.") + p("regel 2"),
      ) +
        cel("") +
        number(1.5) +
        cel('office:value-type="percentage" office:value="0.25"', p("25%")) +
        cel('office:value-type="currency" office:currency="EUR" office:value="12"', p("€ 12")) +
        cel('office:value-type="date" office:date-value="2024-02-29"', p("29-02-24")) +
        cel('office:value-type="date" office:date-value="2024-02-29T12:00:00"') +
        cel('office:value-type="time" office:time-value="PT37H30M00S"') +
        cel('office:value-type="boolean" office:boolean-value="true"', p("WAAR")) +
        cel(
          'office:value-type="string" office:string-value="" calcext:value-type="error" table:formula="of:=NA()"',
          p("#N/A"),
        ),
    ),
  );
  expect(rijenOf(lezing)).toEqual([
    [
      tekst("Den Haag  e.o.\nregel 2"),
      { soort: "leeg" },
      getal(1.5),
      { soort: "getal", getal: 0.25, procent: true },
      getal(12),
      { soort: "datum", datum: "2024-02-29" },
      { soort: "datum", datum: "2024-02-29" },
      tekst("37:30:00"),
      { soort: "waarheid", waar: true },
      { soort: "formule", formule: "NA()", waarde: { soort: "fout", tekst: "#N/B" } },
    ],
  ]);
  expect(opmerkingenOf(lezing).toSorted()).toEqual(["foutwaarden", "tijd-weggelaten"]);
});

test("herhaalde cellen en rijen staan er zo vaak als ze zijn, lege aan het eind niet", async () => {
  const lezing = await read(
    row(
      number(1, 'table:number-columns-repeated="2"') + cel('table:number-columns-repeated="16382"'),
    ) +
      row(cel('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="2"') +
      row(number(2), 'table:number-rows-repeated="3"') +
      row(
        cel('table:number-columns-repeated="16384" table:style-name="ce1"'),
        'table:number-rows-repeated="1048000"',
      ),
  );
  expect(rijenOf(lezing)).toEqual([
    [getal(1), getal(1)],
    [],
    [],
    [getal(2)],
    [getal(2)],
    [getal(2)],
  ]);
});

test("rijen in een groep of in een herhaalde kop horen erbij", async () => {
  const lezing = await read(
    `<table:table-header-rows>${row(number(1))}</table:table-header-rows>` +
      `<table:table-row-group>${row(number(2))}<table:table-row-group>${row(number(3))}</table:table-row-group></table:table-row-group>`,
  );
  expect(rijenOf(lezing)).toEqual([[getal(1)], [getal(2)], [getal(3)]]);
});

test("een opmerking, een tekening of een tabel in een cel is niet wat er in de cel staat", async () => {
  const lezing = await read(
    `<table:shapes><draw:frame><draw:text-box>${p("over het blad")}</draw:text-box></draw:frame></table:shapes>` +
      row(
        cel(
          'office:value-type="string"',
          `<office:annotation>${p("let op")}</office:annotation>${p("Gouda")}`,
        ) +
          cel("", `<draw:frame>${p("plaatje")}</draw:frame>`) +
          cel("", `<table:table table:name="binnen">${row(number(9))}</table:table>`) +
          number(4),
      ),
  );
  expect(rijenOf(lezing)).toEqual([
    [tekst("Gouda"), { soort: "leeg" }, { soort: "leeg" }, getal(4)],
  ]);
});

test("een formule houdt haar waarde; zonder waarde staat dat erbij", async () => {
  const lezing = await read(
    row(
      number(3, 'table:formula="of:=SUM([.A2:.B2];[$Plannen.C3])"') +
        cel('table:formula="of:=[.A1]"'),
    ),
  );
  expect(rijenOf(lezing)).toEqual([
    [
      { soort: "formule", formule: "SUM(A2:B2;$Plannen.C3)", waarde: getal(3) },
      { soort: "formule", formule: "A1" },
    ],
  ]);
  expect(opmerkingenOf(lezing)).toEqual(["formule-zonder-waarde"]);
});

test("verborgen en samengevoegd wordt gelezen en genoemd; de waarde eronder niet", async () => {
  const lezing = await read(
    '<table:table-column/><table:table-column table:visibility="collapse"/>' +
      row(
        number(1, 'table:number-columns-spanned="2"') +
          `<table:covered-table-cell office:value-type="float" office:value="9"/>`,
      ) +
      row(number(2), 'table:visibility="filter"'),
  );
  expect(lezing.ok && lezing.werkmap.bladen).toEqual([
    {
      naam: "Blad1",
      rijen: [[getal(1)], [getal(2)]],
      samengevoegd: [{ vanRij: 0, vanKolom: 0, totRij: 0, totKolom: 1 }],
    },
  ]);
  expect(opmerkingenOf(lezing).toSorted()).toEqual([
    "cellen-samengevoegd",
    "kolommen-verborgen",
    "rijen-verborgen",
    "waarde-bedekt",
  ]);
});

test("een verborgen blad zegt dat het verborgen is, een blad van een ander bestand hoort er niet bij", async () => {
  const tabel = (eigen: string) => `<table:table ${eigen}>${row(number(1))}</table:table>`;
  const lezing = await parseWerkmap(
    makeZip(
      odsDelen(
        tabel('table:name="Plannen" table:style-name="ta2"') +
          tabel(`table:name="'file:///C:/ander.ods'#Blad1" table:style-name="ta2"`),
        '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
      ),
    ),
    "proef.ods",
  );
  expect(lezing.ok && lezing.werkmap.bladen).toEqual([
    { naam: "Plannen", verborgen: true, rijen: [[getal(1)]] },
  ]);
  expect(opmerkingenOf(lezing)).toEqual(["blad-verborgen", "verwijzing-buiten"]);
});

test.each([
  ["een getal dat geen getal is", cel('office:value-type="float" office:value="1,5"')],
  ["een dag die niet bestaat", cel('office:value-type="date" office:date-value="2023-02-29"')],
  ["een getal dat te groot is", cel('office:value-type="float" office:value="1e999"')],
])("als fout staat er %s", async (_, inhoud) => {
  const lezing = await read(row(inhoud));
  expect(rijenOf(lezing)).toMatchObject([[{ soort: "fout" }]]);
  expect(opmerkingenOf(lezing)).toEqual(["getal-onleesbaar"]);
});

test.each([
  ["een cel buiten een rij", number(1)],
  ["een aantal dat geen aantal is", row(number(1, 'table:number-columns-repeated="-1"'))],
  ["iets anders dan een cel in een rij", row(`<table:tabel-cell/>`)],
])("beschadigd is %s", async (_, rijen) => {
  expect(codeOf(await read(rijen))).toBe("beschadigd");
});

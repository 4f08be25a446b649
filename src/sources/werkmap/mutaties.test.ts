import { writeOds, writeXlsx } from "hucre";
import { beforeAll, expect, test } from "vitest";
import type { Werkmaplezing } from "#domain/werkmap.ts";
import { odsDelen, xlsxDelen } from "#test/werkmap.ts";
import { makeZip, type Zipdeel } from "#test/zip.ts";
import { parseWerkmap } from "./parse-werkmap.ts";

// Many files that are nearly right. `WERKMAP_MUTATIES=20000` makes that many of each kind.
const PER_KIND = Number(process.env.WERKMAP_MUTATIES ?? 250);
const TIMEOUT = Math.max(30_000, PER_KIND * 100);

const ROWS = [
  ["gemeente", "code", "aantal", "dag"],
  ["Súdwest-Fryslân", "GM1900", 12.5, new Date("2024-01-31")],
  ["Gouda", "GM0513", 7, null],
  ["=1+1", "GM0363", -3e10, true],
];
const CSV = ROWS.map((row) => row.map((cell) => `"${cell ?? ""}"`).join(";")).join("\r\n");

const XML_ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1*2</f><v>4</v></c><c r="C1" t="b"><v>1</v></c></row>' +
  '<row r="3" hidden="1"><c r="B3" s="1"><v>45292</v></c><c r="D3" t="inlineStr"><is><t>x</t></is></c></row>';
const XLSX = xlsxDelen({
  teksten: "<si><t>Gouda</t></si>",
  stijlen: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  rijen: XML_ROWS,
  na: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
});
const ODS = odsDelen(
  '<table:table table:name="Blad1"><table:table-column/><table:table-row table:number-rows-repeated="2">' +
    '<table:table-cell office:value-type="string"><text:p>Gouda<text:s/></text:p></table:table-cell>' +
    '<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="7"/>' +
    '<table:table-cell table:formula="of:=[.A1]" office:value-type="percentage" office:value="0.5"/>' +
    "</table:table-row></table:table>",
);

let whole: readonly (readonly [string, Uint8Array])[] = [];

beforeAll(async () => {
  whole = [
    ["csv", new TextEncoder().encode(CSV)],
    ["xlsx", await writeXlsx({ sheets: [{ name: "Blad1", rows: ROWS }] })],
    ["ods", await writeOds({ sheets: [{ name: "Blad1", rows: ROWS }] })],
    ["kale xlsx", makeZip(XLSX)],
    ["kale ods", makeZip(ODS)],
  ];
});

/** Draws whole numbers below a bound, the same ones at every run. */
type Toeval = (below: number) => number;

function createToeval(seed: number): Toeval {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Bytes turned, cut off, taken out, doubled or swapped. */
function damage(bytes: Uint8Array, draw: Toeval): Uint8Array {
  const made = Uint8Array.from(bytes);
  const [from, length] = [draw(made.length), 1 + draw(40)];
  switch (draw(6)) {
    case 0:
      return made.subarray(0, from);
    case 1:
      return Buffer.concat([made.subarray(0, from), made.subarray(from + length)]);
    case 2:
      return Buffer.concat([made.subarray(0, from + length), made.subarray(from)]);
    case 3:
      made.copyWithin(draw(made.length), from, from + length);
      return made;
    default:
      for (let k = 0; k <= draw(8); k += 1) {
        const at = draw(made.length);
        made[at] = (made[at] ?? 0) ^ (1 << draw(8));
      }
      return made;
  }
}

const SPLICES = [
  "<",
  ">",
  "/>",
  "</c>",
  "</row>",
  "</table:table-row>",
  "<c>",
  "<row>",
  "&amp;",
  "&x;",
  "&#0;",
  "&#x202E;",
  '"',
  "\0",
  "]]>",
  "<![CDATA[",
  "<!--",
  "<!DOCTYPE x>",
  "<?x?>",
  "999999999999999999999",
  "1e999",
  "-1",
  "NaN",
  "A0",
  "XFE1",
  "__proto__",
  ' table:number-columns-repeated="1099511627776"',
  ' table:number-rows-repeated="9999999999"',
  ' r="A1"',
  ' r="0"',
  ' t="s"',
  ' s="-1"',
  ' xml:space="preserve"',
  "<table:table-cell/>",
  "<table:table>",
  "<v>1</v>",
  "<f/>",
  "<is/>",
  "<mergeCell ref='A1:XFD1048576'/>",
];

/** Text put in, taken out or doubled in one part, or the content of two parts swapped. */
function splice(delen: readonly Zipdeel[], draw: Toeval): Uint8Array {
  const made = delen.map((deel) => ({ ...deel, inhoud: `${deel.inhoud}` }));
  const [one, other] = [made[draw(made.length)], made[draw(made.length)]];
  if (!one || !other) return makeZip(made);
  if (draw(12) === 0) [one.inhoud, other.inhoud] = [other.inhoud, one.inhoud];
  for (let k = 0; k <= draw(3); k += 1) {
    const text = SPLICES[draw(SPLICES.length)] ?? "";
    const at = draw(one.inhoud.length + 1);
    const cut = draw(3) === 0 ? draw(20) : 0;
    one.inhoud = one.inhoud.slice(0, at) + text + one.inhoud.slice(at + cut);
  }
  return makeZip(draw(10) === 0 ? made.filter((deel) => deel !== other) : made);
}

/** A refusal in Dutch, or a werkmap in which every cell is of a known kind. */
function isWhole(lezing: Werkmaplezing): boolean {
  if (!lezing.ok) return lezing.fouten.every(({ code, tekst }) => code !== "" && tekst.length > 20);
  return lezing.werkmap.bladen.every(
    ({ naam, rijen }) => naam !== "" && rijen.every((rij) => rij.every(isCel)),
  );
}

const KINDS = new Set(["leeg", "tekst", "getal", "datum", "waarheid", "fout", "formule"]);

function isCel(cel: {
  readonly soort: string;
  readonly getal?: number;
  readonly tekst?: string;
}): boolean {
  const finite = cel.soort !== "getal" || Number.isFinite(cel.getal);
  return KINDS.has(cel.soort) && finite && !/[\0\u202E]/u.test(cel.tekst ?? "");
}

test(
  "elk bestand met omgevallen bytes is een werkmap of een weigering met reden",
  async () => {
    for (const [naam, bytes] of whole) {
      const draw = createToeval(20_261_130);
      for (let k = 0; k < PER_KIND; k += 1) {
        const lezing = await parseWerkmap(damage(bytes, draw), naam);
        expect(isWhole(lezing), `${naam} ${k}`).toBe(true);
      }
    }
  },
  TIMEOUT,
);

test(
  "elk bestand met verknipte xml is een werkmap of een weigering met reden",
  async () => {
    for (const [naam, delen] of [
      ["xlsx", XLSX],
      ["ods", ODS],
    ] as const) {
      const draw = createToeval(1130);
      for (let k = 0; k < PER_KIND; k += 1) {
        const lezing = await parseWerkmap(splice(delen, draw), naam);
        expect(isWhole(lezing), `${naam} ${k}`).toBe(true);
      }
    }
  },
  TIMEOUT,
);

test(
  "een xlsx of ods met één omgevallen byte geeft nooit andere cijfers",
  async () => {
    for (const [naam, bytes] of whole.filter(([soort]) => soort !== "csv")) {
      const goed = await parseWerkmap(bytes, "proef");
      const draw = createToeval(7);
      for (let k = 0; k < PER_KIND; k += 1) {
        const made = Uint8Array.from(bytes);
        const at = draw(made.length);
        made[at] = (made[at] ?? 0) ^ (1 << draw(8));
        const lezing = await parseWerkmap(made, "proef");
        // What is read is the whole of what was sent: the checksum sees every other byte.
        if (lezing.ok) expect(lezing.werkmap, `${naam} ${at}`).toEqual(goed.ok && goed.werkmap);
        else expect(isWhole(lezing)).toBe(true);
      }
    }
  },
  TIMEOUT,
);

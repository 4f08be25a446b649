import fc from "fast-check";
import { type CellValue, writeOds, writeXlsx } from "hucre";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import type { Werkcel } from "#domain/werkmap.ts";
import { rijenOf } from "#test/werkmap.ts";
import { parseWerkmap } from "./parse-werkmap.ts";

const runs = { numRuns: 40 };

// What every character set that we read can hold, with what csv itself uses.
const LETTERS = [..."abcXYZ 0123-'\";,|éëïüâúÉ", "\n"];
const woord = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join(""));
const gevuld = fc.oneof(woord, fc.constantFrom("Súdwest-Fryslân", "1.234,5", "€ 5", "GM0363"));
const cel = fc.oneof({ weight: 5, arbitrary: gevuld }, { weight: 1, arbitrary: fc.constant("") });

/** A table whose first row has a word in every cell, as a head has. */
const tabel = fc.integer({ min: 2, max: 6 }).chain((breedte) =>
  fc.tuple(
    fc.array(fc.constantFrom("naam", "aantal", "code"), {
      minLength: breedte,
      maxLength: breedte,
    }),
    fc.array(fc.array(cel, { minLength: breedte, maxLength: breedte }), { maxLength: 8 }),
  ),
);

const SETS = ["utf8", "utf-8 met merk", "utf-16le", "utf-16be", "win1252", "iso-8859-15"] as const;

test.each([";", ",", "\t", "|"])(
  "een csv met «%s» leest terug wat erin ging, in elke tekenset",
  async (teken) => {
    await fc.assert(
      fc.asyncProperty(
        tabel,
        fc.constantFrom(...SETS),
        fc.constantFrom("\n", "\r\n"),
        async ([kop, rijen], set, einde) => {
          const alle = [kop, ...rijen];
          const lines = alle.map((rij) => rij.map((text) => quote(text, teken)).join(teken));
          const bytes = encode(lines.join(einde) + einde, set);
          expect(rijenOf(await parseWerkmap(bytes, "proef.csv"))).toEqual(toTekstrijen(alle));
        },
      ),
      runs,
    );
  },
);

function quote(text: string, teken: string): string {
  const needs = text.includes(teken) || /["\n]/u.test(text);
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

function encode(text: string, set: (typeof SETS)[number]): Uint8Array {
  if (set === "utf8") return Buffer.from(text);
  if (set === "utf-8 met merk") return Buffer.from(`\uFEFF${text}`);
  return iconv.encode(text, set, { addBOM: set.startsWith("utf-16") });
}

function toTekstrijen(rijen: readonly (readonly string[])[]): readonly (readonly Werkcel[])[] {
  return trimmed(
    rijen.map((rij) => rij.map((tekst) => (tekst === "" ? LEEG : { soort: "tekst", tekst }))),
  );
}

const LEEG: Werkcel = { soort: "leeg" };

function trimmed(rijen: readonly (readonly Werkcel[])[]): readonly (readonly Werkcel[])[] {
  const rows = rijen.map((rij) =>
    rij.slice(0, rij.findLastIndex(({ soort }) => soort !== "leeg") + 1),
  );
  return rows.slice(0, rows.findLastIndex(({ length }) => length > 0) + 1);
}

const tekst = fc
  .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 })
  .map((s) => `x${s}`);
const datum = fc
  .integer({ min: 61, max: 2_958_464 })
  .map((dagen) => new Date(Date.UTC(1899, 11, 30) + dagen * 86_400_000));
const waarde: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  tekst,
  fc.constantFrom("Súdwest-Fryslân", "__proto__", "=1+1", "<b>&amp;", "regel 1\nregel 2", "🏘️"),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.integer(),
  fc.boolean(),
  datum,
);
const werkblad = fc.array(fc.array(waarde, { maxLength: 6 }), { minLength: 1, maxLength: 8 });

function toCel(found: CellValue): Werkcel {
  if (found === null) return LEEG;
  if (typeof found === "string") return { soort: "tekst", tekst: found };
  if (typeof found === "number") return { soort: "getal", getal: found + 0 };
  if (typeof found === "boolean") return { soort: "waarheid", waar: found };
  return { soort: "datum", datum: found.toISOString().slice(0, 10) };
}

// This writer puts a line break into an ods as it stands, and there it is white space.
const zonderRegeleinde = (found: CellValue) =>
  typeof found === "string" ? found.replaceAll("\n", " ") : found;

test.each([
  ["xlsx", writeXlsx, (found: CellValue) => found],
  ["ods", writeOds, zonderRegeleinde],
] as const)("een %s leest terug wat erin ging", async (soort, write, change) => {
  await fc.assert(
    fc.asyncProperty(werkblad, async (found) => {
      const rows = found.map((row) => row.map(change));
      const bladen = trimmed(rows.map((row) => row.map(toCel)));
      const bytes = await write({ sheets: [{ name: "Plannen", rows }] });
      const lezing = await parseWerkmap(bytes, `proef.${soort}`);
      expect(rijenOf(lezing)).toEqual(bladen.length === 0 ? "leeg" : bladen);
    }),
    runs,
  );
});

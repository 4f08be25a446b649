import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { codeOf, opmerkingenOf } from "#test/werkmap.ts";
import { decodeTekst } from "./codering.ts";
import { parseWerkmap } from "./parse-werkmap.ts";

const TEXT = "gemeente;opmerking\nSúdwest-Fryslân;één plan\nCuraçao;coördinatie\n";

test.each(["windows-1252", "iso-8859-15", "cp850"])(
  "%s wordt herkend aan de letters",
  (codering) => {
    const read = decodeTekst(iconv.encode(TEXT, codering));
    expect(read.tekst).toBe(TEXT);
    expect(read.zeker).toBe(false);
  },
);

test.each([
  ["windows-1252", "prijs;€ 350.000 – “ruim”"],
  ["iso-8859-15", "prijs;€ 350.000; œuvre"],
])("het euroteken van %s is een euroteken", (codering, text) => {
  expect(decodeTekst(iconv.encode(text, codering))).toEqual({
    tekst: text,
    codering,
    zeker: false,
  });
});

test("wie het bestand heeft, kan zeggen welke tekenset het is", () => {
  const bytes = iconv.encode("ñandú", "cp850");
  expect(decodeTekst(bytes, "cp850")).toMatchObject({ tekst: "ñandú", zeker: true });
  expect(() => decodeTekst(bytes, "utf-8")).toThrow("UTF-8");
});

test("UTF-16 zonder merk wordt herkend aan zijn nullen", () => {
  for (const codering of ["utf-16le", "utf-16be"] as const) {
    expect(decodeTekst(iconv.encode(TEXT, codering, { addBOM: false }))).toEqual({
      tekst: TEXT,
      codering,
      zeker: true,
    });
  }
});

test("een tekenset die is aangenomen wordt genoemd, een zekere niet", async () => {
  const guessed = await parseWerkmap(iconv.encode(TEXT, "windows-1252"), "a.csv");
  expect(guessed.ok && guessed.opmerkingen[0]?.tekst).toContain("windows-1252");
  expect(opmerkingenOf(await parseWerkmap(new TextEncoder().encode(TEXT), "a.csv"))).toEqual([]);
});

test("een nul-byte in een tekst is geen tekst", async () => {
  expect(codeOf(await parseWerkmap(new TextEncoder().encode("a;b\n1;\0"), "a.csv"))).toBe(
    "nul-bytes",
  );
});

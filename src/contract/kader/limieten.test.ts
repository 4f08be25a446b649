import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFout } from "./fout.ts";
import { loadDocument } from "./load.ts";

const KOP = "soort: toets\nid: test\ntitel: T\nonderwerp: algemeen\nbron: b\nstatus: voorbeeld\n";
const GOED = `${KOP}niveau: [plan]\neisen: { a: { aantal: woningen, minstens: 1 } }\n`;

function faults(text: string): string[] {
  const result = loadDocument(text, { bestand: "test.yaml" });
  return result.ok ? [] : result.fouten.map(formatFout);
}

/** A toets whose eis is `levels` deep: document, eisen, a, then that many times niet. */
function nested(levels: number): string {
  const depth = levels - 3;
  const open = "{ niet: ".repeat(depth);
  return `${KOP}niveau: [plan]\neisen: { a: ${open}{ aantal: woningen, minstens: 1 }${" }".repeat(depth)} }\n`;
}

describe("a file", () => {
  it("of 1,000,000 bytes is read, and one byte more is refused before reading", () => {
    const filled = `${GOED + "#".repeat(1_000_000 - GOED.length - 1)}\n`;
    expect(faults(filled)).toEqual([]);
    expect(faults(`${filled}#`)).toEqual([
      "test.yaml:1:1\n  Het bestand is groter dan 1 MB (1.000.000 bytes). Splits het in meer documenten, of zet de cijfers in een cijferbestand.",
    ]);
  });

  it("counts in bytes, not in letters", () => {
    expect(faults(`${GOED}# ${"é".repeat(500_000)}`)[0]).toContain("groter dan 1 MB");
  });

  it("of 10 MB is refused before any of it is read", () => {
    const text = "a: b\n".repeat(2_000_000);
    expect(faults(text)).toHaveLength(1);
  });

  it("of 30 levels is read, and of 31 refused where it gets too deep", () => {
    expect(faults(nested(30))).toEqual([]);
    expect(faults(nested(31)).join()).toMatch(
      /^test\.yaml:8:\d+ {2}eisen\.a\.niet.*\n {2}Het document gaat hier dieper dan 30 niveaus\./,
    );
  });

  it.each([
    ["brackets", "[".repeat(100_000)],
    ["braces", "{ a: ".repeat(50_000)],
    ["dashes", "- ".repeat(100_000)],
    ["lines, each further in", deepLines(1000)],
  ])("of endless %s is refused where it gets too deep", (_, text) => {
    expect(faults(text).join()).toContain("dieper dan 30 niveaus");
  });

  it("with endless faults tells the first, and how many follow", () => {
    const found = faults(`${KOP}niveau: [plan]\neisen:\n${"  a:\n".repeat(2000)}`);
    expect(found).toHaveLength(501);
    expect(found.at(-1)).toMatch(/Vanaf hier zijn er nog \d+ fouten\./);
    const keys = Array.from({ length: 5000 }, (_, index) => `onzin${index}: x\n`).join("");
    expect(faults(`${GOED}${keys}`).join()).toContain(
      "Dit blok heeft nog 4900 onbekende sleutels.",
    );
  });

  it("that is no YAML at all is given up after its first hundred faults", () => {
    expect(faults(`a: ${"{}".repeat(400_000)}`)).toHaveLength(1);
    expect(faults("]\n".repeat(100_000))).toHaveLength(100);
  });

  it("with a circle of anchors is refused, and never followed", () => {
    expect(faults(`${KOP}niveau: [plan]\neisen: &a { x: { alle: [*a, *a] } }\n`)).toEqual([
      "test.yaml:8:11  eisen\n  Een anker («&a») mag niet. Haal het weg.",
      "test.yaml:8:25  eisen.x.alle[0]\n  Een verwijzing met «*» mag niet. Schrijf de waarde hier voluit.",
      "test.yaml:8:29  eisen.x.alle[1]\n  Een verwijzing met «*» mag niet. Schrijf de waarde hier voluit.",
    ]);
  });

  it.each([
    ["", "test.yaml:1:1\n  Het bestand is leeg."],
    ["# alleen een opmerking\n", "test.yaml:1:1\n  Het bestand is leeg."],
    ["zomaar tekst\n", "test.yaml:1:1\n  Een document is een blok met sleutels"],
    [`${GOED}---\nsoort: toets\n`, "test.yaml:9:1\n  Hier begint een tweede document."],
    [GOED.replace("id: test", "id:\ttest"), "test.yaml:2:4\n  Hier staat een tab."],
    [GOED.replace("id: test", "\tid: test"), "test.yaml:2:1\n  Hier staat een tab."],
    [
      GOED.replace("bron: b", "bron: !!str b"),
      "test.yaml:5:13  bron\n  Een label met «!» mag niet.",
    ],
    [
      GOED.replace("eisen: {", "eisen: { <<: { b: c },"),
      "test.yaml:8:10  eisen\n  Samenvoegen met «<<»",
    ],
    [`${GOED}titel: Nog een\n`, "test.yaml:9:1  titel\n  «titel» staat hier twee keer."],
    [GOED.replace("bron: b", "bron:"), "test.yaml:5:6  bron\n  «bron» is leeg."],
    [GOED.replace("bron: b", 'bron: ""'), "test.yaml:5:7  bron\n  «bron» is leeg."],
    [GOED.replace("[plan]", "[plan, ]"), undefined],
    [GOED.replace("[plan]", "[plan, ~]"), "test.yaml:7:16  niveau[1]\n  «~» kan hier niet."],
    [GOED.replace("[plan]", "[]"), "test.yaml:7:9  niveau\n  «niveau» is een lege lijst."],
    [`${GOED}? [a]\n: b\n`, "test.yaml:9:3\n  Een sleutel is één woord."],
    [`%YAML 1.1\n---\n${GOED}`, "test.yaml:1:1\n  Een regel die met «%» begint"],
    [`---\n${GOED}`, undefined],
    [GOED.replace("titel: T", "titel: T: u"), "test.yaml:3:8\n  Een dubbele punt met een spatie"],
    [GOED.replace("[plan]", "[plan"), "test.yaml:8:1\n  Een haakje { of [ op een regel hiervoor"],
    [GOED.replace("id: test", "  id: test"), "test.yaml:1:8\n  De regel hierna springt verder in"],
    [GOED.replace("[plan]", '"plan'), "Hier ontbreekt een teken"],
    [GOED.replace("bron: b", "bron: `b`"), "test.yaml:5:7\n  Een waarde kan niet met dit teken"],
    [GOED.replaceAll("\n", "\r\n"), undefined],
    [`\uFEFF${GOED}`, undefined],
  ])("%j says what it is", (text, message) => {
    const found = faults(text).join("\n");
    if (message === undefined) expect(found).toBe("");
    else expect(found).toContain(message);
  });
});

function deepLines(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
}

describe("whatever is written", () => {
  const words = fc.constantFrom(
    ...["soort", "id", "opgave", "stappen", "- ", ": ", "\n", "\n  ", "{", "}", "[", "]", ", "],
    ...["verdeling", "toets", "indicator", "indeling", "kader", "traject", "rangorde", "#", "'"],
    ...['"', "&a", "*a", "!t", "---", "\t", "1,5", "30 %", "van", "per", "is", "é", "\u0000", "|"],
    ...["sleutel", "gewogen", "eisen", "aantal", "minstens", "parameters", "eenheid", "__proto__"],
  );
  const soup = fc.array(fc.oneof(words, fc.string({ maxLength: 3 })), { maxLength: 40 });

  it("never makes the loader fail, and each fault lies inside the file", () => {
    fc.assert(
      fc.property(soup, (parts) => expectPlaces(parts.join(""))),
      { numRuns: 300 },
    );
  });

  it("is told at a line that is there, also below a quote that never closes", () => {
    const [tab] = faults('""\'\n\t');
    expect(tab).toBe("test.yaml:2:1\n  Hier staat een tab. Vervang de tab door spaties.");
  });

  it("as a good document with a few letters changed, the same holds", () => {
    const change = fc.tuple(fc.nat(), fc.oneof(words, fc.constant("")));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = nested(8).replace("soort: toets", "soort: toets\nparameters: { a: deel }");
        for (const [at, part] of changes) {
          const offset = at % text.length;
          text = text.slice(0, offset) + part + text.slice(offset + 1);
        }
        expectPlaces(text);
      }),
      { numRuns: 300 },
    );
  });
});

function expectPlaces(text: string): void {
  const result = loadDocument(text, { bestand: "test.yaml" });
  const lines = text.split("\n");
  if (!result.ok) expect(result.fouten.length).toBeGreaterThan(0);
  for (const { regel, kolom, tekst } of result.ok ? [] : result.fouten) {
    expect(regel).toBeGreaterThanOrEqual(1);
    expect(regel).toBeLessThanOrEqual(lines.length);
    expect(kolom).toBeGreaterThanOrEqual(1);
    expect(kolom).toBeLessThanOrEqual((lines[regel - 1]?.length ?? 0) + 1);
    expect(tekst).toMatch(/[.…?]$/);
  }
}

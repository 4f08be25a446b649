import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findProjectRoot } from "#sources/project-root.ts";
import { readEigenSjabloon, readSjabloontekst } from "#sources/sjablonen.ts";
import { createZeg, readSjabloon } from "./sjabloon.ts";

const shipped = readSjabloontekst(findProjectRoot());
const HEAD = "sjabloon: stukken\nvoor-versie: 1\ndatum: 2026-12-01\nteksten:\n";

function refusals(tekst: string): readonly string[] {
  const read = readSjabloon(shipped, { bestand: "stukken.yaml", tekst });
  return read.ok ? [] : read.fouten;
}

describe("the words of papers", () => {
  it("are those of the installation where it has its own, and ours where it has not", () => {
    const tekst = `${HEAD}  a4-gevraagd: Waarom dit bij u ligt\n`;
    const read = readSjabloon(shipped, { bestand: "x", tekst });
    if (!read.ok) throw new Error(read.fouten.join());
    const zeg = createZeg(read.sjabloon);
    expect(zeg("a4-gevraagd")).toBe("Waarom dit bij u ligt");
    expect(zeg("a4-betekent")).toBe("Wat het voor ons betekent");
    expect(read.sjabloon).toMatchObject({ versie: "1", eigen: "2026-12-01" });
  });

  it("are refused with everything that is wrong at once, each with its name", () => {
    const tekst =
      "sjabloon: stukken\nvoor-versie: 9\nkleur: rood\nteksten:\n" +
      "  a4-gevraagt: iets\n  voet-peildatum: Peildatum\n  a4-weet-niet: Voor {gemeente}\n";
    expect(refusals(tekst)).toEqual([
      "stukken.yaml: de sleutel «datum» ontbreekt.",
      "stukken.yaml: «kleur» is niet bekend.",
      "stukken.yaml: deze woorden horen bij versie 9, en dit programma heeft versie 1. Kijk ze na en schrijf voor-versie: 1.",
      "stukken.yaml: er is geen tekst «a4-gevraagt». Bedoelt u «a4-gevraagd»?",
      "stukken.yaml: in «voet-peildatum» ontbreekt {op}; daar vult het programma iets in.",
      "stukken.yaml: in «a4-weet-niet» staat {gemeente}; dat kan daar niet worden ingevuld.",
    ]);
  });

  it.each([
    ["no text at all", "", "hier staat niets"],
    [
      "a list",
      `${HEAD.replace("teksten:\n", "teksten: [a]\n")}`,
      "per regel een naam en een tekst",
    ],
    ["broken yaml", "sjabloon: [", "stukken.yaml:1"],
    ["a block where a text belongs", `${HEAD}  a4-gevraagd: { a: b }\n`, "hoort een tekst"],
    ["another kind", `${HEAD.replace("stukken", "brieven")}  kolom-nu: nu\n`, "schrijf «stukken»"],
    [
      "a day that is none",
      `${HEAD.replace("2026-12-01", "morgen")}  kolom-nu: nu\n`,
      "«morgen» is geen datum",
    ],
  ])("are refused where there is %s", (_, tekst, said) => {
    expect(refusals(tekst).join("\n")).toContain(said);
  });

  it("of more than a file of words can be are not read", () => {
    const map = mkdtempSync(join(tmpdir(), "sjablonen-"));
    writeFileSync(join(map, "stukken.yaml"), `${HEAD}  a4-gevraagd: "${"a".repeat(300_000)}"\n`);
    const eigen = readEigenSjabloon(map);
    rmSync(map, { recursive: true });
    expect(eigen && refusals(eigen.tekst).join()).toContain("meer dan 200 kB");
    expect(readEigenSjabloon(map)).toBeUndefined();
  });

  it("are all used, and every word that is used is there", () => {
    const read = readSjabloon(shipped);
    if (!read.ok) throw new Error("the shipped words");
    const code = readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
      .join("\n");
    const made = /^(?:keuze-|kolom-(?:onderdeel|cijfer)$)/;
    const unused = [...read.sjabloon.teksten.keys()].filter(
      (key) => !code.includes(`"${key}"`) && !made.test(key),
    );
    expect(unused).toEqual([]);
    const asked = [...code.matchAll(/(?:zeg|kop)\((?:werk, )?"([a-z0-9-]+)"/g)].map((m) => m[1]);
    expect(asked.filter((key = "") => !read.sjabloon.teksten.has(key))).toEqual([]);
    expect(asked.length).toBeGreaterThan(80);
  });
});

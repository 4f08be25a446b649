import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOds } from "hucre/ods";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { toNumber } from "#domain/breuk.ts";
import { findProgram } from "#test/recalculate.ts";
import { scenarioUitvoer, uitvoerVan } from "#test/uitvoer-gevallen.ts";
import { withWoorden } from "../met-woorden.ts";
import type { Uitvoerblad } from "../uitvoerblad.ts";
import { toOds } from "./ods.ts";
import { maakWerkmap } from "./werkmap.ts";
import { toXlsx } from "./xlsx.ts";

const ADRES = "https://voorbeeld.nl/verdeling/verkennen?document=sleutel-inwoners";
const URGENTEN = "regio=drechtsteden&op=2026-01-01&cijfer.urgenten=420 tot 480";
const DRIE = `${URGENTEN}&naast=sleutel-sociale-huur&naast=sleutel-mutaties`;
const GRENS = "regio=mra&op=2026-01-01&cijfer.mutatiegraad=0,6%25";

const map = (blad: Uitvoerblad) => maakWerkmap(blad, ADRES);

describe("an export as a spreadsheet", () => {
  it("has a sheet for what it is, figures, keys, outcome, each step, account and version", async () => {
    const { sheets } = await readXlsx(await toXlsx(map(uitvoerVan("sleutel-inwoners", DRIE))));
    expect(sheets.map(({ name }) => name)).toEqual([
      ...["Toelichting", "Cijfers", "Sleutels", "Uitkomst"],
      ...["Rekenwijze1", "Rekenwijze2", "Rekenwijze3", "Verantwoording", "Versie"],
    ]);
    const text = sheets[0]?.rows.flat().join(" ");
    expect(text?.toLowerCase()).toContain("ambtelijk concept");
    expect(text).toContain("Verdeel het aantal urgente huishoudens");
    expect(text).toContain(ADRES);
  });

  it("shows its numbers to who does not reckon anew, in xlsx and in ods", async () => {
    const blad = uitvoerVan("sleutel-inwoners", URGENTEN);
    const wanted = blad.kolommen[0].rijen.map(({ aantal }) => aantal && toNumber(aantal.midden));
    const read = [await readXlsx(await toXlsx(map(blad))), await readOds(await toOds(map(blad)))];
    for (const { sheets } of read) {
      const outcome = sheets.find(({ name }) => name === "Uitkomst");
      expect(outcome?.rows.slice(1, wanted.length + 1).map((row) => row[3])).toEqual(wanted);
    }
  });

  it("F093 says its headings and sentences as the region does, and can still be read back", async () => {
    const blad = uitvoerVan("urgenten-bovengrens", `${GRENS}&kies.wat-niet-past=open`);
    const own = withWoorden(blad, { bovengrens: "plafond" });
    const { sheets } = await readXlsx(await toXlsx(map(own)));
    const rows = (naam: string) =>
      sheets
        .find(({ name }) => name === naam)
        ?.rows.flat()
        .join("|");
    expect(rows("Rekenwijze")).toContain("plafond");
    expect(rows("Rekenwijze")).not.toContain("|bovengrens|");
    const plain = await readXlsx(await toXlsx(map(blad)));
    expect(rows("Cijfers")).toBe(
      plain.sheets
        .find(({ name }) => name === "Cijfers")
        ?.rows.flat()
        .join("|"),
    );
  });

  it("gives the same bytes for the same sheet", async () => {
    const twice = async (write: typeof toOds) => [
      await write(map(uitvoerVan("sleutel-inwoners", URGENTEN))),
      await write(map(uitvoerVan("sleutel-inwoners", URGENTEN))),
    ];
    for (const [one, other] of [await twice(toXlsx), await twice(toOds)]) {
      expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true);
    }
  });

  it("leaves a text that begins as a formula a text, and holds no sign that XML has not", async () => {
    const blad = uitvoerVan("sleutel-inwoners", URGENTEN);
    const [first, ...others] = blad.cijfers;
    if (!first) throw new Error("the sheet rests on a figure");
    const bron = '=HYPERLINK("http://x")\u0001\uFFFE';
    const evil = { ...blad, titel: "+1", cijfers: [{ ...first, bron }, ...others] };
    for (const { sheets } of [
      await readXlsx(await toXlsx(map(evil))),
      await readOds(await toOds(map(evil))),
    ]) {
      const sheet = sheets.find(({ name }) => name === "Cijfers");
      expect(sheet?.rows[1]?.[8]).toBe('=HYPERLINK("http://x")');
      expect(sheet?.cells?.get("1,8")?.formula).toBeUndefined();
    }
  });

  it("says onbekend for a figure that lacks, which no formula can take for nought", async () => {
    const blad = uitvoerVan("sleutel-inwoners", "regio=drechtsteden&op=2026-01-01");
    const { sheets } = await readXlsx(await toXlsx(map(blad)));
    const figures = sheets.find(({ name }) => name === "Cijfers")?.rows ?? [];
    expect(figures.find(([cijfer]) => cijfer === "urgenten")?.[4]).toBe("onbekend");
    const outcome = sheets.find(({ name }) => name === "Uitkomst")?.rows ?? [];
    expect(outcome[1]?.[3]).toBe("onbekend");
  });

  it("points to the sheet of another key where it goes by what that came to", () => {
    const blad = uitvoerVan("sleutel-inwoners", DRIE, (stap) => ({
      ...stap,
      sleutel: { soort: "uitkomst-van", document: "sleutel-sociale-huur" },
    }));
    const [rekenwijze] = map(blad).bladen.filter(({ naam }) => naam === "Rekenwijze1");
    const said = rekenwijze?.cellen().flatMap(({ inhoud }) => {
      const wijze = { scheiding: ",", blad: "Rekenwijze1" } as const;
      return inhoud.soort === "formule" ? [inhoud.formule.schrijf(wijze)] : [];
    });
    expect(said?.filter((formule) => /^Rekenwijze2!/.test(formule)).length).toBe(7);
  });

  it("says which part stands in values, and why, where formulas cannot honestly say it", () => {
    const cases = scenarioUitvoer();
    const told = (part: string) => {
      const found = cases.find(({ naam }) => naam.startsWith(part));
      const cells = found && map(found.blad).bladen[0]?.cellen();
      return cells?.map(({ inhoud }) => (inhoud.soort === "tekst" ? inhoud.tekst : "")).join(" ");
    };
    expect(told("drechtsteden-programma")).toContain(
      "tweezijdig afronden kijkt naar alle rijen en kolommen tegelijk",
    );
    expect(told("urgenten-bovengrens@1: later, en aan")).toContain(
      "Dit pad van jaren heeft grenzen",
    );
    for (const whole of ["gmr-urgenten", "stresstest-a", "nob-standplaatsen", "twente-herkomst"]) {
      expect(told(whole)).toContain("Niets: elke uitkomst is een formule.");
    }
    expect(told("pact-uitstroom")).toContain("Niets: elke uitkomst is een formule.");
  });
});

const schema = join(
  import.meta.dirname,
  "../../../../../shared/standaarden/odf/OpenDocument-v1.3-schema.rng",
);
const jing = findProgram("jing");
const absent = jing && existsSync(schema) ? "" : " (overgeslagen: jing of het schema is er niet)";

describe("the ods", () => {
  it.skipIf(absent !== "")(
    `is ODF 1.3 by its own schema${absent}`,
    { timeout: 60_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "woonregie-odf-"));
      try {
        const bytes = await toOds(
          map(uitvoerVan("urgenten-bovengrens", `${GRENS}&kies.wat-niet-past=open`)),
        );
        writeFileSync(join(folder, "uit.ods"), bytes);
        execFileSync("unzip", ["-q", "uit.ods"], { cwd: folder });
        const told = execFileSync(
          jing ?? "",
          ["-i", schema, "content.xml", "styles.xml", "meta.xml"],
          {
            cwd: folder,
            encoding: "utf8",
            stdio: ["ignore", "pipe", "ignore"],
          },
        );
        expect(told.trim()).toBe("");
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runWoonregie } from "#test/run-cli.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "woonregie-rangschik-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function csv(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
}

const HOLLAND = "holland-rijnland-standplaatsen";
const HART = "hart-van-brabant-standplaatsen";

function rangschik(document: string, ...rest: readonly string[]) {
  return runWoonregie(["rangschik", document, "--op", "2026-01-01", ...rest]);
}

const zoekers = (...extra: readonly string[]) =>
  csv(
    "zoekers.csv",
    "kandidaat;relatie;sinds verhuizing;inschrijfduur",
    "Kim;verhuisd-kind;25 jaar;24 maanden",
    "Sam;geen;;130 maanden",
    "Noor;Inwonend kind;;3 maanden",
    ...extra,
  );

describe("woonregie rangschik", () => {
  it("F190 prints who goes first, with points and what decided", async () => {
    const { lines, code } = await rangschik(HOLLAND, "--kandidaten", zoekers());
    expect(code).toBe(0);
    const rows = lines.filter((line) => /^ +\d/.test(line)).map((line) => line.trim());
    expect(rows).toEqual([
      "1   Sam       130   hoogste punten: 130 tegen 103",
      "2   Noor      103   hoogste punten: 103 tegen 99",
      "3   Kim        99   –",
    ]);
  });

  it("says of people that it is an algorithm about people, and of gemeenten not", async () => {
    const people = await rangschik(HOLLAND, "--kandidaten", zoekers());
    expect(people.out).toContain("Algoritmeregister");
    const gemeenten = await rangschik("nob-waar-zoeken", "--kandidaat", "Oss: eigen-gemeente=ja");
    expect(gemeenten.out).not.toContain("Algoritmeregister");
  });

  it("F194 names those of whom people decide, and takes their decision", async () => {
    const same = "woont-in-regio=ja, relatie=geen, woont-op-locatie=nee, inwoning=1 maand";
    const both = ["--kandidaat", `D: ${same}`, "--kandidaat", `F: ${same}`];
    const open = await rangschik(HART, ...both);
    expect(open.code).toBe(1);
    expect(open.out).toContain("Besluit nodig over D en F.");
    const decided = await rangschik(HART, ...both, "--vul", "gelijke-standen=F, D");
    expect(decided.code).toBe(0);
    expect(decided.out).toMatch(/1 {3}F +besluit van mensen\n +2 {3}D/);
  });

  it("refuses a lot in a document that draws none", async () => {
    const { out, code } = await rangschik(
      HOLLAND,
      ...["--kandidaten", zoekers(), "--loting", "college 2026-03-01: Kim, Sam"],
    );
    expect(code).toBe(1);
    expect(out).toContain("Geweigerd. Dit document laat niet loten.");
  });

  it("F187 orders the gemeenten of a region by their figures, and says what is missing of whom", async () => {
    const { out, code } = await rangschik(
      "nob-waar-zoeken",
      ...["--kandidaat", "Oss: eigen-gemeente=ja, standplaatsen=60"],
      ...["--kandidaat", "Boxtel: standplaatsen=10"],
      ...["--kandidaat", "Vught: standplaatsen=100"],
      ...["--kandidaat", "alle: eigen-gemeente=nee, familie-in-gemeente=nee"],
    );
    expect(code).toBe(1);
    expect(out).toMatch(/1 {3}Oss +eigen gemeente: ja tegen nee\n +2 {3}Boxtel/);
    expect(out).toMatch(/Doen niet mee\n {2}Vught +Eigen gemeente is «nee»; dat moet «ja» zijn\./);
    expect(out).toMatch(/Nader onderzoek[\s\S]*Boekel +Onbekend: standplaatsen\./);
  });

  it("explains one candidate down to the figure and its source", async () => {
    const kim = await rangschik(HOLLAND, "--kandidaten", zoekers(), "--uitleg", "Kim");
    expect(kim.out).toContain("Kim: plaats 3");
    expect(kim.out).toContain("1 per maand; inschrijfduur is 24 maanden, dat is 24 keer");
    expect(kim.out).toContain("na Noor, om hoogste punten: 99 tegen 103 [volgorde[0]]");
    const oss = await rangschik(
      ...(["nob-waar-zoeken", "--kandidaat", "Oss: eigen-gemeente=ja", "--uitleg", "Oss"] as const),
    );
    expect(oss.out).toContain("Oss: plaats 1");
  });

  it("gives the whole outcome as JSON and a row per candidate as csv", async () => {
    const json = await rangschik(HOLLAND, "--kandidaten", zoekers(), "--json");
    const read = JSON.parse(json.out);
    expect(read.soort).toBe("rangordeuitkomst");
    expect(read.uitkomst.plaatsen[0].kandidaten).toEqual(["Sam"]);
    const table = await rangschik(HOLLAND, "--kandidaten", zoekers(), "--csv");
    expect(table.out.split("\r\n").slice(0, 2)).toEqual([
      "\uFEFFplaats;tot en met;wie;stand;punten;waarom",
      "1;1;Sam;vast;130;hoogste punten: 130 tegen 103",
    ]);
  });

  it("says in csv that a shared place is not settled, and names no number as if it were", async () => {
    const { out, code } = await rangschik(
      HOLLAND,
      "--kandidaten",
      zoekers("Bo;inwonend-kind;;"),
      "--csv",
    );
    const rows = out.trimEnd().split("\r\n");
    expect(rows.filter((row) => row.includes(";onbeslist;"))).toEqual(
      expect.arrayContaining([expect.stringMatching(/;Bo;onbeslist;onbekend;nog niet te zeggen$/)]),
    );
    expect(code).toBe(1);
  });

  it("tells everything that is wrong with a file at once, with its line", async () => {
    const file = csv(
      "fout.csv",
      "kandidaat;relati;sinds-verhuizing;inschrijfduur",
      "Kim;kind;lang;24",
      "Sam;geen;1 jaar",
      ";geen;1 jaar;1 maand",
      "Kim;geen;1 jaar;1 maand",
    );
    const { err, code } = await rangschik(HOLLAND, "--kandidaten", file);
    expect(code).toBe(2);
    const text = err.replace(/\s+/g, " ");
    expect(text).toContain("fout.csv:3 Deze regel heeft 3 cellen; het moeten er 4 zijn");
    expect(text).toContain("fout.csv:4 De eerste cel is leeg.");
    expect(text).toContain(
      "fout.csv:2 relati Dit document kijkt niet naar «relati». Bedoelt u «relatie»?",
    );
    expect(text.split("«relati»")).toHaveLength(2);
    expect(text).toContain("fout.csv:2 sinds-verhuizing «lang» kan hier niet. Schrijf een duur");
    expect(text).toContain("fout.csv:5 «Kim» is al genoemd");
  });

  it("says it when a code looks like one that the document knows", async () => {
    const { err } = await rangschik(
      HOLLAND,
      "--kandidaat",
      "Kim: relatie=verhuisd-knd, inschrijfduur=1 maand",
    );
    expect(err).toContain(
      "«verhuisd-knd» komt in dit document niet voor. Bedoelt u «verhuisd-kind»?",
    );
  });

  it.each([
    [[HOLLAND], "Wie zijn de standplaatszoekenden?"],
    [
      ["sleutel-inwoners"],
      "«sleutel-inwoners» is een verdeling; hier kan alleen een rangorde staan.",
    ],
    [[HOLLAND, "--regio", "mra"], "Dit document ordent standplaatszoekenden, geen gemeenten."],
    [["nob-waar-zoeken", "--kandidaat", "Dordrecht: eigen-gemeente=ja"], "Dordrecht ligt niet in"],
    [[HOLLAND, "--kandidaat", "Kim"], "Schrijf «naam: kenmerk=waarde"],
    [
      [HOLLAND, "--kandidaat", "K: relatie=geen", "--loting", "bond morgen: K"],
      "«bond» is geen orgaan.",
    ],
    [[HOLLAND, "--kandidaat", "K: relatie=geen", "--uitleg", "Z"], "«Z» is geen kandidaat."],
  ])("mends a question that cannot be asked: %s", async ([document = "", ...rest], text) => {
    const { err, code } = await rangschik(document, ...rest);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain(text);
  });
});

describe("a verdeling in the order of a rangorde", () => {
  it("F188 takes what the order asks of each gemeente, and accounts for the place", async () => {
    const names = ["Bernheze", "Boekel", "Boxtel", "Land van Cuijk", "Maashorst", "Meierijstad"];
    const all = [...names, "'s-Hertogenbosch", "Oss", "Sint-Michielsgestel", "Vught"];
    const file = csv(
      "aanbod.csv",
      "cijfer;gebied;waarde",
      ...all.flatMap((naam) => [
        `eigen-gemeente;${naam};${naam === "Oss" ? "ja" : "nee"}`,
        `familie-in-gemeente;${naam};${naam === "Vught" ? "ja" : "nee"}`,
        `standplaatsen;${naam};${naam === "Boekel" ? 90 : 9}`,
        `aangeboden-standplaatsen;${naam};2`,
      ]),
    );
    const asked = ["verdeel", "nob-standplaatsen", "--op", "2026-01-01", "--cijfers", file];
    const need = ["--cijfer", "behoefte-standplaatsen=3"];
    const { lines, code } = await runWoonregie([...asked, ...need]);
    expect(code).toBe(0);
    const given = lines.filter((line) => /^\S.* [1-9]$/.test(line) && !line.startsWith("Samen"));
    expect(given.map((line) => line.replace(/\s+/g, " "))).toEqual(["Oss 2", "Vught 1"]);
    const boekel = await runWoonregie([...asked, ...need, "--uitleg", "Boekel"]);
    expect(boekel.out).toContain("op volgorde van nob-waar-zoeken@1: doet niet mee");
  });
});

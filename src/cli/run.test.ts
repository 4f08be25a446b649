import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { basis, runWoonregie as run } from "#test/run-cli.ts";
import { COMMANDS } from "./commands.ts";
import { visibleLength } from "./text/wrap.ts";

const DRECHTSTEDEN = ["--regio", "drechtsteden", "--op", "2026-01-01"];

// The first of each command loads what that command needs.
vi.setConfig({ testTimeout: 30_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "woonregie-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const verdeel = (document: string, ...rest: readonly string[]) =>
  run(["verdeel", document, ...DRECHTSTEDEN, ...rest]);

const HEAD = "titel: Proef\nonderwerp: urgenten\nspoor: 2\nbron: eigen proef\nstatus: voorbeeld\n";
const OPGAVE = "opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }\n";

function own(id: string, rest: string): string {
  return file(`${id}.yaml`, `soort: verdeling\nid: ${id}\n${HEAD}${rest}`);
}

describe("a printed verdeling", () => {
  it("has a row per gemeente with band and part of the own freed homes, by name", async () => {
    const { lines, code } = await verdeel(
      "sleutel-inwoners",
      "--cijfer",
      "urgenten=420..480",
      "--cijfer",
      "mutatiegraad=5%..6%",
    );
    expect(code).toBe(0);
    const rows = lines.filter((line) => /\d+ +\(\d/.test(line)).map((line) => line.split("  ")[0]);
    expect(rows.slice(-8)).toEqual([
      "Alblasserdam",
      "Dordrecht",
      "Hardinxveld-Giessendam",
      "Hendrik-Ido-Ambacht",
      "Papendrecht",
      "Sliedrecht",
      "Zwijndrecht",
      "Samen",
    ]);
    expect(lines.find((line) => line.startsWith("Dordrecht"))).toContain("185 (172–198) 20%");
  });

  it("F085 says what is left for regulier woningzoekenden, of all and of each", async () => {
    const { out, lines } = await verdeel(
      "sleutel-inwoners",
      "--cijfer",
      "urgenten=450",
      "--cijfer",
      "vrijkomende-sociale-huurwoningen@GM0505=600",
    );
    expect(out).toContain("over voor regulier");
    expect(lines.find((line) => line.startsWith("Dordrecht"))).toMatch(/415$/);
    expect(lines.find((line) => line.startsWith("Papendrecht"))).toMatch(/onbekend$/);
  });

  it("says today where nobody says a date", async () => {
    const { out } = await run(["verdeel", "urgenten-bovengrens", "--regio", "drechtsteden"]);
    expect(out).toMatch(/^Op +21 november 2026 \(vandaag\)$/m);
    expect((await verdeel("urgenten-bovengrens")).out).toMatch(/^Op +1 januari 2026$/m);
  });

  it("says that nobody decided it, of which region it is, and what is an assumption", async () => {
    const { out } = await verdeel("sleutel-inwoners", "--cijfer", "urgenten=450");
    expect(out).toContain("voorbeeld: geschreven naar een publicatie, door niemand besloten");
    expect(out.replace(/\s+/g, " ")).toContain("Welke gemeenten erbij horen, is een aanname");
    expect(out.replace(/\s+/g, " ")).toContain(
      "hoort bij een woningmarktregio (Huisvestingswet); hier is gerekend met een andere regio",
    );
  });

  it("F084 lays keys side by side, and names where they cannot be told apart", async () => {
    const { out, lines } = await verdeel(
      "sleutel-inwoners",
      ...["--naast", "sleutel-sociale-huur", "--naast", "sleutel-mutaties"],
      ...["--cijfer", "urgenten=420..480", "--cijfer", "mutatiegraad=5%"],
    );
    const words = out.replace(/\s+/g, " ");
    expect(words).toContain(
      "«Naar rato van mutaties» is niet te onderscheiden van «Naar rato van sociale huurwoningen»",
    );
    expect(words).toContain(
      "Een eigen cijfer per gemeente voor sociale huurwoningen die vrijkomen",
    );
    expect(words).toContain("Binnen de onzekerheid: in Alblasserdam");
    // The key that cannot be told apart gets no column of its own.
    const row = lines.find((line) => line.startsWith("Zwijndrecht")) ?? "";
    expect(row.match(/%/g)).toHaveLength(2);
  });

  it("F092 gives the deviation as a figure, and says that it is no aim", async () => {
    const { out } = await verdeel(
      "sleutel-mutaties",
      ...["--cijfer", "urgenten=450", "--cijfer", "mutatiegraad=5%"],
    );
    expect(out.replace(/\s+/g, " ")).toMatch(
      /wijkt een gemeente gemiddeld zoveel procentpunt af: 0,\d\. Spreiding is een gegeven, geen doel\./,
    );
  });

  it("asks people what happens with what does not fit, and shows what each choice does", async () => {
    const { out, code } = await verdeel("urgenten-bovengrens", "--cijfer", "mutatiegraad=5%");
    expect(code).toBe(1);
    expect(out).toContain("Wat niet past: 5 (1 tot 10) huishoudens. Keuze nodig.");
    expect(out).toContain("Aan de grens: Hendrik-Ido-Ambacht.");
    for (const keuze of ["later", "compenseren", "extra-aanbod", "anderen", "open"]) {
      expect(out).toMatch(new RegExp(`^  ${keuze} `, "m"));
    }
    const words = out.replace(/\s+/g, " ");
    expect(words).toContain(
      "Het deel groeit van Dordrecht (188), Sliedrecht (41) en Zwijndrecht (68)",
    );
    expect(words).toContain("Dit vraagt nog een ingroeipad.");
  });

  it("goes on with the choice that people fill in", async () => {
    const { lines, code } = await verdeel(
      "urgenten-bovengrens",
      ...["--cijfer", "mutatiegraad=5%", "--vul", "wat-niet-past=open"],
    );
    expect(code).toBe(0);
    expect(lines.find((line) => line.startsWith("Hendrik-Ido-Ambacht"))).toMatch(
      /44 +\(43–45\) 30% +5/,
    );
    expect(lines.find((line) => line.startsWith("Samen"))).toContain("445");
  });

  it("F222 names what is missing, of whom, and how to give it", async () => {
    const { out, code } = await verdeel("sleutel-inwoners", "--cijfer", "inwoners@GM0505=onbekend");
    expect(code).toBe(1);
    expect(out).toContain("Onvolledig: er ontbreken cijfers.");
    expect(out).toContain(
      "urgente huishoudens van alle 7 gemeenten. Geef het met «--cijfer urgenten=…».",
    );
    expect(out.replace(/\s+/g, " ")).toContain(
      "inwoners van Dordrecht. Geef het met «--cijfer inwoners@GM0505=…»",
    );
  });

  it("F164 names the weights that people still have to set", async () => {
    const { out, code } = await run(["verdeel", "bevelanden-arbeidsmigranten"]);
    expect(code).toBe(1);
    expect(out).toContain("Onbepaald: hier moeten mensen eerst iets vaststellen.");
    expect(out.replace(/\s+/g, " ")).toContain("«--vul gewicht-banen=…»");
  });

  it("says which bounds collide and how to come out", async () => {
    const { out, code } = await verdeel(
      "urgenten-bovengrens",
      ...["--cijfer", "mutatiegraad=1%", "--vul", "wat-niet-past=anderen"],
    );
    expect(code).toBe(1);
    expect(out).toContain("Onhaalbaar: niet alle voorwaarden kunnen tegelijk gelden.");
    expect(out).toContain("Verlaag de opgave met 332");
  });

  it("F089 shows the path year by year, each adding up", async () => {
    const csv = file(
      "nu.csv",
      `cijfer;gebied;waarde\n${["Alblasserdam;10", "Dordrecht;90", "Hardinxveld-Giessendam;5", "Hendrik-Ido-Ambacht;5", "Papendrecht;10", "Sliedrecht;10", "Zwijndrecht;20"].map((row) => `plaatsingen-urgenten;${row}`).join("\n")}\n`,
    );
    const { out, lines } = await verdeel(
      "gmr-urgenten",
      ...["--cijfers", csv, "--cijfer", "vrijkomende-sociale-huurwoningen=2000"],
    );
    expect(out).toContain("Pad over de jaren");
    expect(lines.filter((line) => /^Samen +500 +500 +500 +500$/.test(line))).toHaveLength(1);
    expect(out).toMatch(/^gemeente +nu +Groene|^ +Groene/m);
  });

  it("has subrows for what is split below a gemeente, without losing a home", async () => {
    const figures = file(
      "programma.yaml",
      "cijfers:\n  woningbouwprogramma: { GM0482: 400, GM0505: 320, GM0523: 280, GM0531: 10, GM0590: 10, GM0610: 10, GM0642: 10 }\n  daeb-aandeel: { GM0482: 35 %, GM0505: 20 %, GM0523: 25 %, GM0531: 20 %, GM0590: 20 %, GM0610: 20 %, GM0642: 20 % }\n  gecontracteerde-woningen: { GM0482: 0, GM0505: 0, GM0523: 0, GM0531: 0, GM0590: 0, GM0610: 0, GM0642: 0 }\n",
    );
    const { lines, out } = await verdeel(
      "drechtsteden-programma",
      ...["--cijfers", figures, "--vul", "drempel-daeb-aandeel=29%"],
    );
    const at = lines.findIndex((line) => /^Alblasserdam +400/.test(line));
    const below = lines.slice(at + 1, at + 4).map((line) => Number(/(\d+)$/.exec(line)?.[1]));
    expect(below.reduce((sum, part) => sum + part, 0)).toBe(400);
    expect(out).toContain("de som van woningbouwprogramma");
  });

  it("never is wider than it may be, at any width", async () => {
    for (const width of [80, 100, 160]) {
      const { lines } = await run(
        [
          "verdeel",
          "sleutel-inwoners",
          "--regio",
          "mra",
          "--naast",
          "sleutel-sociale-huur",
          "--cijfer",
          "urgenten=450",
          "--cijfer",
          "mutatiegraad=5%..6%",
        ],
        { width, tableWidth: width },
      );
      // The line to copy is the only one that is never broken.
      const wide = lines.filter(
        (line) => visibleLength(line) > width && !line.startsWith("  woonregie"),
      );
      expect(wide).toEqual([]);
    }
  });

  it("has no ranking and no verdict in it", async () => {
    const { out } = await verdeel(
      "sleutel-inwoners",
      ...[
        "--naast",
        "sleutel-sociale-huur",
        "--cijfer",
        "urgenten=450",
        "--cijfer",
        "mutatiegraad=5%",
      ],
    );
    expect(out).not.toMatch(
      /\b(beste|slechtste|eerlijk|zwaarste|advies|aanbevolen|gewone zoekers)\b/i,
    );
  });

  it("of another soort is carried out otherwise, and says how", async () => {
    const { err, code, out } = await verdeel("wvrv-regio");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("«wvrv-regio» is een toets");
    expect(err.replace(/\s+/g, " ")).toContain("woonregie toets wvrv-regio");
  });
});

describe("an account", () => {
  const asked = ["--cijfer", "urgenten=450", "--cijfer", "mutatiegraad=5%"];

  it("F226 goes from the number to key, base, rounding, and the figure with source and date", async () => {
    const { lines } = await verdeel("sleutel-inwoners", ...asked, "--uitleg", "dordrecht");
    expect(lines).toContain("Dordrecht: de uitkomst is 185 huishoudens");
    expect(lines.some((line) => line.includes("naar rato van inwoners: 122.847 van 298.653"))).toBe(
      true,
    );
    expect(
      lines.some((line) => line.includes("afgerond: grootste rest → 185 [stappen[0].afronding]")),
    ).toBe(true);
    const figure = lines.indexOf("  inwoners: 122.847 personen");
    expect(lines[figure + 1]).toContain("1 januari 2025, gemeten, CBS");
  });

  it("F226 of the whole lists key, base, rounding and result", async () => {
    const { out } = await verdeel("sleutel-inwoners", ...asked, "--uitleg");
    expect(out).toContain("De hele verdeling: 450 huishoudens");
    expect(out).toContain("naar rato van inwoners; de basis van allen samen is: 298.653");
    expect(out).toContain("afgerond: grootste rest");
  });

  it("is refused for a gemeente that is not there, or not in the region", async () => {
    const unknown = await verdeel("sleutel-inwoners", ...asked, "--uitleg", "Dordrect");
    expect(unknown.err).toContain("Bedoelt u «Dordrecht»?");
    const outside = await verdeel("sleutel-inwoners", ...asked, "--uitleg", "Haarlem");
    expect(outside.err).toContain("Haarlem ligt niet in Drechtsteden.");
    expect([unknown.code, outside.code]).toEqual([2, 2]);
  });
});

describe("a verdeling for a program", () => {
  const asked = ["--cijfer", "urgenten=100", "--cijfer", "mutatiegraad=1/30"];

  it("is JSON with exact fractions as text, and with the account where it is asked", async () => {
    const { out } = await verdeel("sleutel-inwoners", ...asked, "--json", "--uitleg", "Dordrecht");
    const found = JSON.parse(out);
    expect(found).toMatchObject({
      soort: "verdeeltabel",
      document: "sleutel-inwoners@1",
      op: "2026-01-01",
    });
    expect(found.kolommen[0].uitkomst.opgave.aantal).toEqual({
      laag: "100",
      midden: "100",
      hoog: "100",
    });
    expect(found.kolommen[0].uitkomst.opgave.aanbod.midden).toMatch(/^\d+\/\d+$|^\d+\.\d+$/);
    expect(found.verantwoording.wat).toBe("Dordrecht: de uitkomst");
  });

  it("is csv with the same columns whatever is known, and no point in a number", async () => {
    const known = await verdeel("sleutel-inwoners", ...asked, "--csv");
    const unknown = await verdeel("sleutel-inwoners", "--csv");
    const header = (text: string) => text.split("\r\n")[0];
    expect(header(known.out)).toBe(header(unknown.out));
    const rows = known.out.trimEnd().split("\r\n").slice(1);
    expect(rows).toHaveLength(7);
    expect(rows.every((row) => row.split(";").length === 14)).toBe(true);
    expect(rows.find((row) => row.startsWith("GM0505;Dordrecht;;onbekend;41;41;41;"))).toMatch(
      /;\d+,\d+;/,
    );
    expect(known.out).not.toMatch(/\d\.\d{3}/);
    expect(unknown.code).toBe(1);
  });
});

describe("wrong use of verdeel", () => {
  it.each([
    [["verdeel"], "Welk document?"],
    [["verdeel", "sleutel-inwoner"], "Bedoelt u «sleutel-inwoners»?"],
    [["verdeel", "sleutel-inwoners@9"], "Van «sleutel-inwoners» is er geen versie 9."],
    [["verdeel", "sleutel-inwoners"], "Voor welke regio?"],
    [["verdeel", "sleutel-inwoners", "--regio", "drechtstede"], "Bedoelt u «drechtsteden»?"],
    [
      ["verdeel", "sleutel-inwoners", "--rego", "mra"],
      "Onbekende optie «--rego». Bedoelt u «--regio»?",
    ],
    [["verdeel", "sleutel-inwoners", "--regio"], "Achter «--regio» ontbreekt een waarde."],
    [
      ["verdeel", "sleutel-inwoners", "--regio", "mra", "--regio", "mra"],
      "«--regio» staat er 2 keer.",
    ],
    [
      ["verdeel", "sleutel-inwoners", ...DRECHTSTEDEN.slice(0, 2), "--op", "morgen"],
      "Dit is geen datum of periode.",
    ],
    [
      ["verdeel", "sleutel-inwoners", ...DRECHTSTEDEN, "--json", "--csv"],
      "Kies «--json» of «--csv»",
    ],
    [
      ["verdeel", "sleutel-inwoners", ...DRECHTSTEDEN, "--vul", "drempel=3"],
      "«drempel» kan in dit document niet worden ingevuld.",
    ],
    [
      ["verdeel", "sleutel-inwoners", ...DRECHTSTEDEN, "--cijfer", "urgenten=1", "--bevries"],
      "Zeg erbij van wie ze zijn",
    ],
    [
      ["verdeel", "sleutel-inwoners", ...DRECHTSTEDEN, "--cijfers", "weg.csv"],
      "Dit bestand is er niet.",
    ],
    [["verdeel", "weg.yaml", ...DRECHTSTEDEN], "Dit bestand is er niet."],
    [["verdel"], "Onbekende opdracht «verdel». Bedoelt u «verdeel»?"],
  ])("is told with how to mend it: %j", async (args, text) => {
    const { code, err, out } = await run(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(text);
  });

  it("is told all at once", async () => {
    const { err } = await verdeel(
      "sleutel-inwoners",
      ...["--cijfer", "urgenten=x", "--cijfer", "urgente=1", "--vul", "a"],
    );
    expect(err).toContain("--cijfer urgenten=x");
    expect(err).toContain("--cijfer urgente=1");
    expect(err).toContain("--vul a");
  });
});

describe("bad input", () => {
  it.each([
    ["a negative opgave", ["urgenten=-5"], "De opgave is -5."],
    [
      "a negative figure",
      ["urgenten=5", "inwoners@Dordrecht=-5"],
      "«inwoners» van Dordrecht is -5.",
    ],
  ])("%s is refused with whose it is", async (_, figures, text) => {
    const { code, err } = await verdeel(
      "sleutel-inwoners",
      ...figures.flatMap((f) => ["--cijfer", f]),
    );
    expect(code).toBe(2);
    expect(err).toContain(text);
  });

  it("an opgave of nought is divided as nought", async () => {
    const { lines, code } = await verdeel("sleutel-inwoners", "--cijfer", "urgenten=0");
    expect(code).toBe(0);
    expect(lines.find((line) => line.startsWith("Samen"))).toMatch(/^Samen +0$/);
  });

  it("an opgave of a thousand million adds up to the last home", async () => {
    const { out } = await verdeel("sleutel-inwoners", "--cijfer", "urgenten=1000000000", "--csv");
    const parts = out
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((row) => Number(row.split(";")[5]));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(1_000_000_000);
  });

  it.each([
    [
      "weights of 0.99",
      `${OPGAVE}stappen: [{ over: gemeenten, sleutel: { gewogen: [{ gewicht: 60 %, naar-rato-van: inwoners }, { gewicht: 39 %, naar-rato-van: woningvoorraad }] } }]\n`,
      "De gewichten zijn samen 99%",
    ],
    [
      "a misspelt key",
      `${OPGAVE}stappen: [{ over: gemeenten, sleutel: { naar-ratio-van: inwoners } }]\n`,
      "Bedoelt u «naar-rato-van»?",
    ],
    [
      "an unknown gemeente",
      `${OPGAVE}stappen: [{ over: gemeenten, voor: [GM0855 Breda], sleutel: { naar-rato-van: inwoners } }]\n`,
      "GM0855 is op 1 januari 2026 Tilburg",
    ],
    ["a cycle of anchors", `opgave: &a [*a]\nstappen: []\n`, "Een anker («&a») mag niet."],
    [
      "two documents",
      `${OPGAVE}stappen: []\n---\nsoort: toets\n`,
      "Een bestand heeft één document",
    ],
    ["a tab", `${OPGAVE}stappen:\n\t- over: gemeenten\n`, "Hier staat een tab."],
  ])("a document with %s does not run, and says where", async (name, text, message) => {
    const path = own(name.replaceAll(/[^a-z]/g, "-"), text);
    const { code, err, out } = await verdeel(path);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ").replace("99 %", "99%")).toContain(message);
    expect(err).toMatch(new RegExp(`${path.replaceAll("\\", "\\\\")}:\\d+:\\d+`));
  });

  it("a document of 10 MB is refused before it is read", async () => {
    const path = file("groot.yaml", "# veel te veel tekst\n".repeat(500_000));
    const { code, err } = await verdeel(path);
    expect(code).toBe(2);
    expect(err).toContain("Het bestand is 11 MB, en mag hoogstens 1 MB zijn.");
  });

  it("a region without gemeenten has nobody to divide over", async () => {
    const none = {
      ...basis,
      gebied: () =>
        ({
          soort: "gevonden",
          gebied: { id: "leeg", titel: "Leeg", eenheden: [], deelregios: {}, onzeker: [] },
        }) as const,
    };
    const { code, err } = await run(
      ["verdeel", "sleutel-inwoners", "--regio", "leeg", "--op", "2026", "--cijfer", "urgenten=5"],
      { loadBasis: () => Promise.resolve(none) },
    );
    expect(code).toBe(2);
    expect(err).toContain("is er niemand om over te verdelen");
  });
});

describe("toon", () => {
  it("shows a document as the sentence it is, with what is still to be set and by whom", async () => {
    const { out } = await run(["toon", "wvrv-gemeente"]);
    expect(out).toContain("drempel-daeb-aandeel: nog te bepalen door de minister, onzeker");
    expect(out).toContain("Uitvoeren: woonregie toets wvrv-gemeente --regio <regio>");
    expect(out).toMatch(/^Scenario's +15, in kaders\/rijk\//m);
  });

  it("shows the figures of a gemeente with unit, margin, date and source, and what nobody has", async () => {
    const { out } = await run(["toon", "Dordrecht", "--op", "2026-01-01"]);
    expect(out).toMatch(/^inwoners +122\.847 +personen +1 januari 2025 +\[\d+\]$/m);
    expect(out).toMatch(/^corporatie-aandeel +29% +\(28,5–29,5%\) +1 januari 2021 +\[\d+\]$/m);
    expect(out).toContain("afgeleid uit woningvoorraad en corporatie-aandeel");
    expect(out.replace(/\s+/g, " ")).toMatch(
      /Onbekend, want niemand leverde: .* en \d+ andere\. Dat is geen nul\./,
    );
  });

  it("shows who is in a region, how sure that is, and what is announced", async () => {
    const { out } = await run(["toon", "mra"]);
    expect(out).toMatch(/^GM0034 +Almere +.* +vast$/m);
    expect(out).toMatch(/^GM0392 +Haarlem +.* +aanname$/m);
    expect(out).toContain("1 januari 2027: Wijdemeren wordt Hilversum");
  });

  it("lists the documents by soort and the regions", async () => {
    const { out } = await run(["toon"]);
    expect(out).toMatch(/^Verdelingen/m);
    expect(out).toMatch(/^ {2}gmr-urgenten /m);
    expect(out).toMatch(/^ {2}drechtsteden +Drechtsteden, 7 gemeenten$/m);
  });

  it("names what was probably meant", async () => {
    expect((await run(["toon", "Dordrect"])).err).toContain("Bedoelt u «Dordrecht»?");
    expect((await run(["toon", "gmr-urgente"])).err).toContain("Bedoelt u «gmr-urgenten»?");
    expect((await run(["toon", "GM0501"])).err).toContain("bestond tot en met 31 december 2022");
  });
});

describe("controleer", () => {
  const good = `${OPGAVE}stappen: [{ over: gemeenten, sleutel: { vast: { Dordrecht: 60 %, Zwijndrecht: 40 % } } }]\n`;

  it("runs the proofs beside a document and tells what came out otherwise", async () => {
    const path = own("bewezen", good);
    file(
      "bewezen.scenarios.yaml",
      "document: bewezen@1\nscenarios:\n  - naam: klopt niet\n    gegeven: { cijfers: { urgenten: 10, inwoners: { GM0505: 1, GM0642: 1 } } }\n    verwacht: { uitkomst: { GM0505: 7, GM0642: 4 } }\n",
    );
    const { out, code } = await run(["controleer", path]);
    expect(code).toBe(2);
    expect(out).toContain(
      "scenario «klopt niet»\n  uitkomst GM0505: verwacht is 7, er komt 6 uit.",
    );
  });

  it("puts codes before names, and changes nothing else", async () => {
    const path = own("codes", `# blijft staan\n${good}`);
    const before = readFileSync(path, "utf8");
    const { out } = await run(["controleer", path, "--schrijf"]);
    expect(out).toContain("code gezet bij GM0505 Dordrecht, GM0642 Zwijndrecht");
    expect(readFileSync(path, "utf8")).toBe(
      before.replace("Dordrecht", "GM0505 Dordrecht").replace("Zwijndrecht", "GM0642 Zwijndrecht"),
    );
  });

  it("lets documents in one folder point to each other and to those that ship", async () => {
    const a = own("sleutel-eigen", good);
    const b = own(
      "sleutel-van-ander",
      `${OPGAVE}stappen: [{ over: gemeenten, sleutel: { uitkomst-van: sleutel-eigen@1 } }]\n`,
    );
    const { out, code } = await run(["controleer", a, b]);
    expect(out).toContain("2 documenten, geen fouten");
    expect(code).toBe(0);
  });

  it("tells everything wrong in the two lines of place and how to mend", async () => {
    const path = own(
      "fout",
      `opgave: { aantal: 1,5, eenheid: huishoudens }\nstappen: [{ over: gemeenten, sleutel: { naar-ratio-van: inwoners } }]\n`,
    );
    const { out, code } = await run(["controleer", path]);
    expect(code).toBe(2);
    expect(out).toMatch(
      /:8:19 {2}opgave\.aantal\n {2}«1,5» is geen getal\. Schrijf een punt \(1\.5\)/,
    );
    expect(out).toContain("Bedoelt u «naar-rato-van»?");
  });
});

describe("help", () => {
  it("shows every command, its options with what they do, and how it ends", async () => {
    const { out, code } = await run(["--help"]);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
    expect(out).toContain("3  de map of de poort is in gebruik");
    const { out: own } = await run(["help", "verdeel"]);
    for (const option of Object.keys(
      COMMANDS.find(({ name }) => name === "verdeel")?.options ?? {},
    ))
      expect(own).toContain(`--${option}`);
    expect((await run(["verdeel", "--help"])).out).toBe(own);
  });

  it("has a line of 80 characters for each command", async () => {
    const { out } = await run(["--help"]);
    for (const { name, summary } of COMMANDS) {
      expect(out).toMatch(new RegExp(`^  ${name} +${summary.replace(/[.?]/g, "\\$&")}$`, "m"));
    }
  });

  // Those with a file, a hash or a server of somebody's own cannot be carried out here, and those
  // that write a file have tests that say where to.
  const NEEDS_OWN =
    /\.(yaml|csv|json|svg)|mijn-|^woonregie (start|beheer|herbereken|controleer|ophalen|importeer|exporteer|documenten$)/;
  const examples = COMMANDS.flatMap((command) => command.examples);

  it.each(examples.filter((example) => !NEEDS_OWN.test(example)))(
    "has an example that runs: %s",
    async (example) => {
      const { err, code } = await run(wordsOf(example).slice(1));
      expect([0, 1]).toContain(code);
      expect(err).not.toContain("Bedoelt u");
    },
  );

  it("has examples for every command", () => {
    expect(COMMANDS.every((command) => command.examples.length > 0)).toBe(true);
  });
});

/** The words of a line as a shell reads them: a word between quotes is one. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

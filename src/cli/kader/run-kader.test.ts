import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { basis, runWoonregie } from "#test/run-cli.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "woonregie-kader-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const gmr = (...rest: readonly string[]) =>
  runWoonregie(["kader", "gmr-aandachtsgroepen", "--op", "2026-07-01", ...rest]);

/** Some hundred in each gemeente in 2025, few in the first half of 2026; then none known of Arnhem. */
function placed(): string {
  const found = basis.gebied("arnhem-nijmegen", "2026-07-01");
  const names = found.soort === "gevonden" ? found.gebied.eenheden.map(({ naam }) => naam) : [];
  const lines = names.flatMap((naam, i) => [
    `plaatsingen-urgenten;${naam};${100 + i};2025`,
    ...(naam === "Arnhem" ? [] : [`plaatsingen-urgenten;${naam};${2 + i};2026-H1`]),
  ]);
  return ["cijfer;gebied;waarde;moment", ...lines].join("\n");
}

describe("woonregie kader", () => {
  it("says between whom and what was agreed, in the sentences of its onderdelen", async () => {
    const { lines, out, code } = await gmr();
    expect(code).toBe(1);
    expect(lines[0]).toBe("Afsprakenkader aandachtsgroepen Arnhem-Nijmegen");
    expect(lines[1]).toMatch(
      /^ {2}Tussen gemeenten, corporaties en zorg en welzijn van .*Nijmegen\.$/,
    );
    expect(out).toContain("Verdeel 25% van de sociale huurwoningen die vrijkomen per jaar");
    expect(out).toContain("nog niet actief: in het plan voor monitoring ontbreekt «definities».");
  });

  it("says what lacks and of whom, and never that it is gemist", async () => {
    const { out } = await gmr();
    expect(out).toContain("«geplaatste urgente huishoudens» van alle gemeenten is niet geleverd");
    expect(out).not.toMatch(/^Verdeling urgenten .*gemist/m);
    expect(out).toContain("Nog te bepalen, door de regio: «evaluatiemoment».");
  });

  it("lays what was done beside what was agreed, gemeenten on the alphabet", async () => {
    const figures = ["--cijfer", "mutatiegraad=6%", "--cijfers", file("c.csv", placed())];
    const { lines } = await gmr(...figures);
    const start = lines.indexOf("2026");
    const rows = lines.slice(start + 1, start + 4);
    expect(rows.map((row) => row.split(/ {2,}/)[0])).toEqual([
      "Arnhem",
      "Berg en Dal",
      "Beuningen",
    ]);
    expect(rows[0]).toMatch(/onbekend +– +niet te beoordelen$/);
    expect(rows[1]).toMatch(/ \d +30 juni 2026 +in gevaar$/);
  });

  it("tells where it has landed, what a party remarked, and a date that was filled in", async () => {
    const facts = file(
      "feiten.yaml",
      [
        "geland: [{ onderdeel: verdeling-urgenten, eenheid: Arnhem, plaats: artikel 2.3, op: 2026-03-01 }]",
        "besluiten: [{ wie: gemeenten, op: 2026-02-01, kanttekening: de voorraad verschilt }]",
        "",
      ].join("\n"),
    );
    const { out } = await gmr("--geland", facts, "--vul", "evaluatiemoment=2026-05-01");
    expect(out).toMatch(/^Arnhem +geland +artikel 2\.3 +1 maart 2026$/m);
    expect(out).toContain("gemeenten: «de voorraad verschilt»");
    expect(out).toContain("De evaluatie van 1 mei 2026 is voorbij, en er is geen verslag.");
  });

  it("reads the events of an onderdeel that is a traject, and says nothing of silence", async () => {
    const koers = (...rest: readonly string[]) =>
      runWoonregie(["kader", "drechtsteden-koers", "--op", "2026-06-30", ...rest]);
    expect((await koers()).out).toContain("er is nog niets gemeld over dit traject");
    const event =
      "{ stap: inventarisatie, stuk: besluit-over-de-koersnotitie, gemeente: GM0505 Dordrecht, op: 2025-09-10 }";
    const facts = file("traject.yaml", `gebeurtenissen: { besluitvorming: [${event}] }\n`);
    const told = await koers("--geland", facts);
    expect(told.err).toBe("");
    expect(told.out).toMatch(/^Besluitvorming +4 +in gevaar/m);
    const wrong = file("geen.yaml", `gebeurtenissen: { prestatieafspraken: [${event}] }\n`);
    expect((await koers("--geland", wrong)).err).toContain(
      "«prestatieafspraken» is geen onderdeel met een traject",
    );
  });

  it("fills in what belongs to an onderdeel under its name", async () => {
    const { out } = await gmr("--vul", "verdeling-urgenten.behoefte=600");
    expect(out.replace(/\s+/g, " ")).toContain("bij een behoefte van 600");
  });

  it("gives the whole state as JSON", async () => {
    const { out } = await gmr("--json");
    const { soort, stand } = JSON.parse(out);
    expect([soort, stand.status, stand.op]).toEqual(["kaderstand", "niet-actief", "2026-07-01"]);
  });

  it("refuses with everything that is wrong with the facts at once", async () => {
    const facts = file(
      "fout.yaml",
      "geland: [{ onderdel: x, op: gisteren }]\nbesluiten: [{ wie: gemeente, op: 2026-01-01 }]\n",
    );
    const { err, code } = await gmr("--geland", facts);
    expect(code).toBe(2);
    expect(err).toContain("Bedoelt u «onderdeel»?");
    expect(err).toContain("«gisteren» is geen datum.");
    const known = file("partij.yaml", "besluiten: [{ wie: gemeente, op: 2026-01-01 }]\n");
    const wrong = await gmr("--geland", known, "--vul", "evaluatiemomend=2027-01-01");
    expect(wrong.err).toContain("Dit kader heeft geen partij «gemeente». Bedoelt u «gemeenten»?");
    expect(wrong.err).toContain("Bedoelt u «evaluatiemoment»?");
  });

  it("is for a kader only, and asks for the region where the document names none", async () => {
    expect((await runWoonregie(["kader", "gmr-urgenten"])).err).toContain(
      "«gmr-urgenten» is een verdeling",
    );
    expect((await runWoonregie(["kader", "drie-sporen"])).err).toContain("Voor welke regio?");
  });
});

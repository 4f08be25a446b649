import { describe, expect, it, vi } from "vitest";
import { runWoonregie } from "#test/run-cli.ts";

vi.setConfig({ testTimeout: 30_000 });

describe("woonregie vergelijk", () => {
  it("names by key path what two documents say otherwise", async () => {
    const { out, code } = await runWoonregie(["vergelijk", "gmr-urgenten", "friesland-urgenten"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /bij «opgave\.doelgroep»\n {2}gmr-urgenten +urgenten\n {2}friesland-urgenten +urgenten, vergunninghouders/,
    );
    expect(out).toContain("zegt hier niets over");
  });

  it("finds no difference between a document and itself, in words or in outcome", async () => {
    const { out } = await runWoonregie([
      ...["vergelijk", "sleutel-inwoners", "sleutel-inwoners"],
      ...["--regio", "drechtsteden", "--op", "2026-01-01", "--cijfer", "urgenten=450"],
    ]);
    expect(out).toContain("Geen verschil in wat er staat");
    expect(out).toMatch(/Dordrecht +185 +185 +0\n/);
  });

  it("F084 lays the outcomes of two keys side by side per gemeente, by name", async () => {
    const { lines } = await runWoonregie([
      ...["vergelijk", "sleutel-inwoners", "sleutel-sociale-huur"],
      ...["--regio", "drechtsteden", "--op", "2026-01-01", "--cijfer", "urgenten=450"],
    ]);
    const rows = lines.filter((line) => /^[A-Z][a-zA-Z-]+ +\d+ /.test(line));
    expect(rows.map((row) => row.split(" ")[0])).toEqual([
      "Alblasserdam",
      "Dordrecht",
      "Hardinxveld-Giessendam",
      "Hendrik-Ido-Ambacht",
      "Papendrecht",
      "Sliedrecht",
      "Zwijndrecht",
    ]);
    expect(rows.at(-1)).toMatch(/67 +85 +\(83–88\) +\+18$/);
  });

  it("does not put homes that are added and homes that come free in one table", async () => {
    const { out } = await runWoonregie([
      ...["vergelijk", "sleutel-inwoners", "nob-standplaatsen"],
      ...["--regio", "drechtsteden", "--op", "2026-01-01", "--cijfer", "urgenten=450"],
    ]);
    expect(out).toContain("Niet in één tabel: spoor 2 en spoor 1");
  });

  it("says which gemeenten two indelingen place otherwise", async () => {
    const { out } = await runWoonregie(["vergelijk", "mra", "zaanstreek-waterland"]);
    expect(out).toMatch(/gemeenten liggen ergens anders\./);
    expect(out).toMatch(/Amsterdam +Metropoolregio Amsterdam +geen regio/);
  });

  it("asks for two documents, and names the one that is not there", async () => {
    const one = await runWoonregie(["vergelijk", "mra"]);
    const wrong = await runWoonregie(["vergelijk", "mra", "zaanstreek"]);
    expect(one.err).toContain("Welke twee documenten?");
    expect(wrong.err).toContain("Er is geen document «zaanstreek»");
  });

  it("F051 F106 lays two regions beside each other, and flags what is to be harmonised", async () => {
    const asked = ["vergelijk", "arnhem-nijmegen", "corop-arnhem-nijmegen", "--op", "2026-01-01"];
    const { out, code } = await runWoonregie(asked);
    expect(code).toBe(0);
    expect(out).toContain("16 gemeenten in beide, 1 alleen in het eerste, 0 alleen in het tweede");
    expect(out).toContain("Af te stemmen");
    expect(out).toMatch(/liggen in \d regio's van die indeling/);
    const { out: json } = await runWoonregie([...asked, "--json"]);
    expect(JSON.parse(json)).toMatchObject({ harmoniseer: true, gelijk: false });
    const same = await runWoonregie([
      "vergelijk",
      "provincie-gelderland",
      "provincies-2024@1#provincie-gelderland",
    ]);
    expect(same.out).toContain("Dezelfde gemeenten");
    expect(same.out).not.toContain("Af te stemmen");
  });
});

import { describe, expect, it, vi } from "vitest";
import { runWoonregie } from "#test/run-cli.ts";

vi.setConfig({ testTimeout: 30_000 });

describe("woonregie bibliotheek", () => {
  it("says of each document what it says, where it comes from and what it is worth", async () => {
    const { out, code } = await runWoonregie([
      "bibliotheek",
      "pact-uitstroom",
      "--soort",
      "verdeling",
    ]);
    expect(code).toBe(0);
    expect(out).toContain("hoogstens 178 woningen per jaar");
    expect(out).toContain("Platform31 2025");
    expect(out).toContain("door niemand besloten");
    expect(out).toMatch(/1 document\.\s*$/);
  });

  it("leaves out what only says what a figure means, unless it is asked", async () => {
    const without = await runWoonregie(["bibliotheek", "inwoners"]);
    const with_ = await runWoonregie(["bibliotheek", "inwoners", "--cijfers"]);
    expect(without.out).not.toContain("CIJFERS");
    expect(without.out).toContain("--cijfers");
    expect(with_.out).toContain("CIJFERS");
  });

  it("finds only what holds every word", async () => {
    const { out } = await runWoonregie([
      "bibliotheek",
      "friesland",
      "urgenten",
      "--soort",
      "verdeling",
    ]);
    expect(out).toContain("friesland-urgenten");
    expect(out).not.toContain("gmr-urgenten");
  });

  it("F013 finds the rules that speak to a provincie, the regional norm among them", async () => {
    const provincie = await runWoonregie(["bibliotheek", "--gericht-tot", "provincie"]);
    const gemeente = await runWoonregie(["bibliotheek", "--gericht-tot", "gemeente"]);
    expect(provincie.out).toContain("wvrv-regio");
    expect(provincie.out).toContain("ontwerpbesluit");
    expect(provincie.out).not.toContain("wvrv-gemeente: ");
    expect(gemeente.out).toContain("wvrv-gemeente: ");
    expect(gemeente.out).not.toContain("wvrv-regio: ");
  });

  it("says so where nothing is found", async () => {
    const { out, code } = await runWoonregie(["bibliotheek", "zeppelin"]);
    expect(code).toBe(0);
    expect(out).toContain("Geen document gevonden");
  });

  it("refuses a soort and a status that do not exist, both at once", async () => {
    const { err, code } = await runWoonregie([
      "bibliotheek",
      "--soort",
      "toetsen",
      "--status",
      "klaar",
    ]);
    expect(code).not.toBe(0);
    expect(err).toContain("«toetsen» bestaat niet");
    expect(err).toContain("«klaar» bestaat niet");
  });

  it("gives every document in csv a row, and in JSON a record", async () => {
    const csv = await runWoonregie(["bibliotheek", "--cijfers", "--csv"]);
    const json = await runWoonregie(["bibliotheek", "--cijfers", "--json"]);
    const records: unknown = JSON.parse(json.out);
    expect(Array.isArray(records) && records.length).toBe(
      csv.out.trimEnd().split("\r\n").length - 1,
    );
  });
});

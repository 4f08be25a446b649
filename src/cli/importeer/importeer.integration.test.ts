import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readEigen } from "#services/eigen.ts";
import type { Database } from "#storage/database.ts";
import { listInleveringen } from "#storage/inlevering.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { runWoonregie } from "#test/run-cli.ts";

const LEVER = ["--afzender", "Regio", "--bron", "eigen telling"];

describeDatabases("woonregie importeer", ({ db }) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "woonregie-importeer-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function file(naam: string, text: string): string {
    const path = join(folder, naam);
    writeFileSync(path, text);
    return path;
  }

  const importeer = (...args: readonly string[]) => {
    const database = { kind: "pglite", db: db(), close: async () => {} } as unknown as Database;
    const nothing = { gebieden: 0, leveringen: 0, documenten: 0, geweigerd: [] };
    return runWoonregie(["importeer", ...args], {
      openDatabase: () => Promise.resolve(database),
      readIn: () => Promise.resolve(nothing),
    });
  };

  it("says everything that is wrong on the line at once", async () => {
    const { code, err } = await importeer("--moment", "gisteren", "--keuze", "mijn");
    expect(code).toBe(2);
    for (const text of ["Welk bestand?", "--afzender", "--bron", "gisteren", "mijn", "--reden"]) {
      expect(err).toContain(text);
    }
  });

  it("prints every mistake per cell, and keeps nothing of a file with mistakes", async () => {
    const path = file("fout.csv", "Gemeente;Nieuwbouw 2026\nDordregt;640\nGorinchem;veel\n");
    const { code, out } = await importeer(path, ...LEVER);
    expect(code).toBe(2);
    expect(out).toContain("blad fout, A2: «Dordregt»");
    expect(out).toContain("blad fout, B3: «veel»");
    expect(await listInleveringen(db())).toEqual([]);
  });

  it("waits for a reason, takes nothing over in a trial, and then does", async () => {
    const path = file("goed.csv", "Gemeente;Nieuwbouw 2026\nDordrecht;640,5\n");
    const waits = await importeer(path, ...LEVER);
    expect([waits.code, waits.out.includes("niet-heel")]).toEqual([1, false]);
    expect(waits.out).toContain("«640,5» is geen heel getal");
    const reden = ["--reden", "half huis"];
    expect((await importeer(path, ...LEVER, ...reden, "--proef")).code).toBe(0);
    expect((await readEigen(db())).waarnemingen).toEqual([]);
    const done = await importeer(path, ...LEVER, ...reden);
    expect(done.code).toBe(0);
    expect(done.out).toContain("overgenomen met opmerkingen: levering ");
    expect((await readEigen(db())).waarnemingen).toMatchObject([{ gebied: "GM0505" }]);
  });

  it("does not take a column for what it only looks like, unless asked", async () => {
    const path = file("lijkt.csv", "Gemeente;Woningvorraad 1-1-2026\nDordrecht;57000\n");
    const unsure = await importeer(path, ...LEVER);
    expect([unsure.code, unsure.err.includes("Woningvoorraad")]).toEqual([2, true]);
    expect((await importeer(path, ...LEVER, "--voorstellen", "--proef")).code).toBe(0);
  });
});

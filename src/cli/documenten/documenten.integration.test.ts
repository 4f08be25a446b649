import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Surroundings } from "#cli/surroundings.ts";
import type { Database } from "#storage/database.ts";
import { describeDatabases } from "#test/database.ts";
import { runWoonregie } from "#test/run-cli.ts";

const TEKST = `soort: toets
id: onze-toets
titel: Onze toets # van de werkgroep
onderwerp: algemeen
bron: werkgroep
niveau: [gemeente]
eisen: { a: { aantal: inwoners, minstens: 1 } }
`;

const folder = mkdtempSync(join(tmpdir(), "woonregie-documenten-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aFile(name: string, tekst: string): string {
  const path = join(folder, name);
  writeFileSync(path, tekst);
  return path;
}

describeDatabases("own documents on the command line", ({ db }) => {
  const run = (...words: string[]) => {
    const openDatabase: Surroundings["openDatabase"] = async () => {
      const open: Pick<Database, "db" | "close"> = { db: db(), close: async () => {} };
      return open as Database;
    };
    return runWoonregie(["documenten", ...words], { openDatabase });
  };

  it("go in and come out as they were written, and next time as a next version", async () => {
    expect((await run()).out).toContain("Er zijn nog geen eigen documenten");
    const path = aFile("onze-toets.yaml", TEKST);
    expect(await run("inlezen", path)).toMatchObject({
      code: 0,
      out: "Bewaard: onze-toets@1  Onze toets\n",
    });
    expect((await run("tekst", "onze-toets")).out).toBe(TEKST);
    expect((await run("inlezen", path)).out).toBe("Stond er al: onze-toets@1  Onze toets\n");
    const next = aFile("onze-toets.yaml", TEKST.replace("minstens: 1", "minstens: 2"));
    expect((await run("inlezen", next)).out).toBe("Bewaard: onze-toets@2  Onze toets\n");
    expect((await run("tekst", "onze-toets@1")).out).toBe(TEKST);
    expect((await run()).out).toBe("onze-toets@2  toets, concept: Onze toets\n");
  });

  it("go in all together or not at all, with each mistake in its file", async () => {
    const good = aFile("goed.yaml", TEKST.replace("onze-toets", "goed"));
    const bad = aFile("fout.yaml", TEKST.replace("onze-toets", "fout").replace("titel", "titl"));
    const { code, err } = await run("inlezen", good, bad);
    expect(code).toBe(2);
    expect(err).toContain(`${bad}:3:1`);
    expect(err).toContain("Bedoelt u «titel»?");
    expect(err).toContain("Er is niets bewaard.");
    expect((await run("tekst", "goed")).code).toBe(2);
  });

  it("are told from what ships, whose text needs no database", async () => {
    const { out } = await runWoonregie(["documenten", "tekst", "sleutel-inwoners"]);
    expect(out).toContain("id: sleutel-inwoners");
    expect((await run("weg", "iets")).err).toContain("Onbekend: «documenten weg iets».");
  });
});

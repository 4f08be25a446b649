import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOds } from "hucre/ods";
import { afterAll, describe, expect, it } from "vitest";
import { runWoonregie } from "#test/run-cli.ts";

const map = mkdtempSync(join(tmpdir(), "woonregie-exporteer-"));
afterAll(() => rmSync(map, { recursive: true, force: true }));

const VRAAG = ["sleutel-inwoners", "--regio", "drechtsteden", "--op", "2026-01-01"];

describe("exporteer", () => {
  it("writes what was asked, under names that say what it is, and says where", async () => {
    const { code, lines } = await runWoonregie([
      ...["exporteer", ...VRAAG, "--cijfer", "urgenten=450", "--naar", map],
      ...["--als", "ods", "--als", "cijfers.csv", "--als", "staven.svg"],
    ]);
    expect(code).toBe(0);
    expect(readdirSync(map).sort()).toEqual([
      "woonregie-drechtsteden-urgenten-2026-01-01-cijfers.csv",
      "woonregie-drechtsteden-urgenten-2026-01-01-staven.svg",
      "woonregie-drechtsteden-urgenten-2026-01-01.ods",
    ]);
    expect(lines.filter(Boolean)).toHaveLength(3);
    const file = readFileSync(join(map, "woonregie-drechtsteden-urgenten-2026-01-01.ods"));
    const { sheets } = await readOds(new Uint8Array(file));
    const text = sheets[0]?.rows.flat().join("\n");
    expect(text).toContain("woonregie verdeel sleutel-inwoners --regio drechtsteden");
    const outcome = sheets.find(({ name }) => name === "Uitkomst")?.rows;
    expect(outcome?.find((row) => row[1] === "samen")?.[3]).toBe(450);
  });

  it("says which files there are where somebody asks for another", async () => {
    const { code, err } = await runWoonregie(["exporteer", ...VRAAG, "--als", "kaart.pgn"]);
    expect(code).toBe(2);
    expect(err).toContain("Bedoelt u «kaart.png»?");
    expect(err).toContain("rekenblad.ods");
  });
});

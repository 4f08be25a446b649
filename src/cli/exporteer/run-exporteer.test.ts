import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOds } from "hucre/ods";
import { afterAll, describe, expect, it } from "vitest";
import { runWoonregie } from "#test/run-cli.ts";
import { partsOf } from "#test/zip-delen.ts";

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

  it("writes papers, an A4 of one gemeente by its name, and F223 marks what was typed", async () => {
    const naar = join(map, "stukken");
    const { code } = await runWoonregie([
      ...["exporteer", ...VRAAG, "--cijfer", "urgenten=450", "--naar", naar],
      ...["--als", "a4.pdf", "--gemeente", "Dordrecht", "--als", "nota.docx"],
    ]);
    expect(code).toBe(0);
    const name = "woonregie-drechtsteden-urgenten-2026-01-01";
    expect(readdirSync(naar).sort()).toEqual([`${name}-a4-dordrecht.pdf`, `${name}-nota.docx`]);
    const read = (file: string) => readFileSync(join(naar, file)).subarray(0, 4).toString("latin1");
    expect(readdirSync(naar).sort().map(read)).toEqual(["%PDF", "PK\u0003\u0004"]);
    const word = await partsOf(readFileSync(join(naar, `${name}-nota.docx`)));
    expect(word.get("word/header1.xml")).toContain("zonder bron, alleen voor eigen gebruik");
    expect(word.get("word/footer1.xml")).toContain("woonregie verdeel sleutel-inwoners");
  });

  it("asks for both outcomes of was-wordt, and says which gemeente it does not know", async () => {
    const one = await runWoonregie(["exporteer", "--als", "was-wordt.pdf", "--was", "3f2a"]);
    expect([one.code, one.err]).toEqual([2, expect.stringContaining("Noem beide")]);
    const other = await runWoonregie([
      ...["exporteer", ...VRAAG, "--cijfer", "urgenten=450", "--naar", map],
      ...["--als", "a4.pdf", "--gemeente", "Dordrcht"],
    ]);
    expect([other.code, other.err]).toEqual([2, expect.stringContaining("Dordrecht")]);
  });
});

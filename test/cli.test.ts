import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockFolder } from "#storage/lock.ts";

const root = join(import.meta.dirname, "..");
const bin = join(root, "bin/woonregie.mjs");
const built = join(root, "dist/cli.js");
const DRECHTSTEDEN = ["--regio", "drechtsteden", "--op", "2026-01-01", "--cijfer", "urgenten=450"];

const folder = mkdtempSync(join(tmpdir(), "woonregie-cli-"));
const ESCAPE = String.fromCharCode(27);

type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the program as a user would, with a database folder of its own. */
function woonregie(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program = built,
): Promise<Ended> {
  const { FORCE_COLOR: _colour, DATABASE_URL: _url, ...own } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder, env: { ...own, WOONREGIE_VAR: join(folder, "var"), ...env } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

// The first start builds where a source is newer than the last build.
beforeAll(() => woonregie(["--version"], {}, bin), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the program woonregie", { timeout: 30_000 }, () => {
  it("starts by its own name, wherever one stands", async () => {
    const { code, out } = await woonregie(["--version"], {}, bin);
    expect(out).toMatch(/^woonregie \d+\.\d+\.\d+\n$/);
    expect(code).toBe(0);
  });

  it("gives help at once, without opening anything", async () => {
    const begun = performance.now();
    const { code, out, err } = await woonregie(["--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Hoe het afloopt (exitcode)");
    expect(performance.now() - begun).toBeLessThan(1_500);
  });

  it("divides on real figures, and writes nothing but the result to stdout", async () => {
    const { code, out, err } = await woonregie(["verdeel", "sleutel-inwoners", ...DRECHTSTEDEN]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Dordrecht +185$/m);
    expect(out).toMatch(/^Samen +450$/m);
  });

  it("ends with 1 where people are needed, and still shows what it has", async () => {
    const { code, out } = await woonregie(["verdeel", "urgenten-bovengrens", "--regio", "mra"]);
    expect(code).toBe(1);
    expect(out).toContain("Onvolledig: er ontbreken cijfers.");
  });

  it("ends with 2 at wrong use, with the message on stderr alone", async () => {
    const { code, out, err } = await woonregie(["verdeel", "sleutel-inwoners", "--rego", "mra"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Bedoelt u «--regio»?");
  });

  it("ends with 3 where the folder is in use, and names the holder", async () => {
    const lock = lockFolder(join(folder, "bezet"), "woonregie start");
    const { code, err } = await woonregie(["beheer", "inlezen"], {
      WOONREGIE_VAR: join(folder, "bezet"),
    });
    lock.release();
    expect(code).toBe(3);
    expect(err.replace(/\s+/g, " ")).toContain(
      `in gebruik door woonregie start (proces ${process.pid}`,
    );
  });

  it("has no colour in a pipe, whatever the terminal is called", async () => {
    const { out } = await woonregie(["verdeel", "urgenten-bovengrens", "--regio", "mra"], {
      TERM: "xterm-256color",
    });
    expect(out).not.toContain(ESCAPE);
  });

  it("stops quietly when the reader of a pipe has seen enough", async () => {
    const child = spawn(process.execPath, [built, "toon"], { stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (part) => {
      err += part;
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect([code, err]).toEqual([0, ""]);
  });

  it("writes JSON that a next program can read", async () => {
    const { out } = await woonregie(["verdeel", "sleutel-inwoners", ...DRECHTSTEDEN, "--json"]);
    const { kolommen } = JSON.parse(out);
    const parts: readonly { aantal: { midden: string } }[] = kolommen[0].uitkomst.eenheden;
    expect(parts.reduce((sum, { aantal }) => sum + Number(aantal.midden), 0)).toBe(450);
  });

  it("fits the width it is given", async () => {
    const { out } = await woonregie(["verdeel", "sleutel-inwoners", ...DRECHTSTEDEN], {
      COLUMNS: "80",
    });
    const wide = out.split("\n").filter((line) => line.length > 80);
    expect(wide.filter((line) => !line.startsWith("  woonregie"))).toEqual([]);
  });

  it("finds no mistake in what ships with it", async () => {
    const { code, out } = await woonregie(["controleer"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ documenten, geen fouten, \d+ scenario's goed\.\n$/m);
  });

  it("recomputes a golden outcome to the byte", async () => {
    const golden = join(root, "test/golden/inwoners-drechtsteden.json");
    const { code, out } = await woonregie(["herbereken", "--bestand", golden]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Nagerekend +dezelfde bytes \([\d.]+ bytes\)$/m);
  });

  it("F220 freezes an outcome, finds it again by the beginning of its name, and gives the same bytes", async () => {
    const freeze = ["--bevries", "--verklaring", "proef van de werkgroep"];
    const frozen = await woonregie(["verdeel", "sleutel-inwoners", ...DRECHTSTEDEN, ...freeze]);
    expect(frozen.code).toBe(0);
    const hash = /^Bevroren: ([0-9a-f]{64})$/m.exec(frozen.out)?.[1] ?? "";
    const again = await woonregie(["herbereken", hash.slice(0, 10)]);
    expect(again.out).toContain(hash);
    expect(again.out).toContain("proef van de werkgroep");
    expect(again.out).toMatch(/^Nagerekend +dezelfde bytes/m);
    expect(again.code).toBe(0);
    const state = await woonregie(["beheer"]);
    expect(state.out).toMatch(/^Uitkomsten +1 bevroren$/m);
    const unknown = await woonregie(["herbereken", "0".repeat(12)]);
    expect(unknown.code).toBe(2);
  });
});

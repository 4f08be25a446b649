import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generators, runGenerator } from "../scripts/generators.ts";

const root = join(import.meta.dirname, "..");
const biome = join(root, "node_modules/@biomejs/biome/bin/biome");

const WARNINGS = ["--error-on-warnings", "--diagnostic-level=warn", "--colors=off"];

/** What a tool of the project says, and whether it is content. */
function runTool(
  args: readonly string[],
  cwd = root,
): Promise<{ readonly ok: boolean; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: stdout + stderr }),
    );
  });
}

describe("the house", () => {
  it.each([
    ["is neat, and free of what Biome forbids", [biome, "check", ...WARNINGS]],
    ["compiles", ["node_modules/typescript-7/bin/tsc", "-p", "tsconfig.json"]],
    ["compiles for the browser", ["node_modules/typescript-7/bin/tsc", "-p", "tsconfig.web.json"]],
    [
      "compiles the tests of the browser",
      ["node_modules/typescript-7/bin/tsc", "-p", "tsconfig.web-test.json"],
    ],
    ["holds nothing that nobody uses", ["node_modules/knip/bin/knip.js", "--no-progress"]],
  ])("%s", async (_, args) => {
    const { ok, output } = await runTool(args);
    expect(ok, output).toBe(true);
  });

  it.each(generators())("has the file of %s up to date", async (name) => {
    const { ok, output } = await runGenerator(name, ["--check"]);
    expect(ok, output).toBe(true);
  });
});

const PLANTED = [
  ["a.ts", "suspicious/noExplicitAny", "export const x: any = 1;"],
  ["b.ts", "style/noNonNullAssertion", "export const f = (x?: number) => x!;"],
  ["c.ts", "style/noDefaultExport", "export default 1;"],
  ["d.ts", "style/noEnum", "export enum Kleur { rood }"],
  ["e.ts", "style/useImportType", 'import { A } from "#a.ts";\nexport const f = (a: A) => a;'],
  ["f.ts", "complexity/noExcessiveLinesPerFunction", nested("g();", 51)],
  ["g.ts", "complexity/noExcessiveCognitiveComplexity", nested("for (;;) if (x) if (y) g();", 3)],
  ["h.ts", "style/noExcessiveLinesPerFile", "export const x = 1;\n".repeat(301)],
  ["eenTwee.ts", "style/useFilenamingConvention", "export {};"],
] as const;

function nested(line: string, times: number): string {
  return `export function f() {\n${`${line}\n`.repeat(times)}}\n`;
}

describe("the lint rules", () => {
  const fixture = mkdtempSync(join(tmpdir(), "woonregie-lint-"));
  let found: readonly string[] = [];

  beforeAll(async () => {
    mkdirSync(join(fixture, "src"));
    copyFileSync(join(root, "biome.json"), join(fixture, "biome.json"));
    for (const [file, , source] of PLANTED) writeFileSync(join(fixture, "src", file), source);

    const args = ["lint", "--reporter=github", "--max-diagnostics=none", "--colors=off"];
    found = (await runTool([biome, ...args], fixture)).output.split("\n");
  });

  afterAll(() => rmSync(fixture, { recursive: true }));

  it.each(PLANTED)("refuse %s, which breaks %s", (file, rule) => {
    const about = found.filter((line) => line.includes(`src/${file}`) && line.includes("::error"));
    expect(about.join("\n")).toContain(`lint/${rule}`);
  });
});

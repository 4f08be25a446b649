import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "woonregie-container-"));
const [build, final] = ["bouw", "af"].map((name) => join(place, name)) as [string, string];

afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Both stages of the Containerfile: what each copies, from where to where. */
const stages = readFileSync(join(root, "Containerfile"), "utf8")
  .split(/^FROM .*$/m)
  .slice(1)
  .map((text) =>
    [...text.matchAll(/^COPY (?:--from=(\w+) )?(.+)$/gm)].map(([, from, paths = ""]) => {
      const words = paths.trim().split(/\s+/);
      return { from, sources: words.slice(0, -1), target: words.at(-1) ?? "" };
    }),
  );

/** As an engine copies: a file into a folder keeps its name, of a folder all that is in it. */
function copyStage(number: number, into: string): void {
  mkdirSync(into);
  for (const { from, sources, target } of stages[number] ?? []) {
    for (const source of sources) {
      if (source.endsWith("node_modules")) continue;
      const origin = from ? join(build, source.replace("/woonregie/", "")) : join(root, source);
      cpSync(origin, target === "./" ? join(into, source) : join(into, target), {
        recursive: true,
      });
    }
  }
}

/** The packages as they are installed here: what an engine would fetch again. */
function linkPackages(into: string): void {
  mkdirSync(join(into, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name.startsWith(".")) continue;
    symlinkSync(join(root, "node_modules", name), join(into, "node_modules", name));
  }
}

const run = (cwd: string, ...args: readonly string[]) =>
  promisify(execFile)(process.execPath, args, { cwd });

describe("what the container gets", () => {
  it("is enough to build the program and to run it", async () => {
    copyStage(0, build);
    linkPackages(build);
    await run(build, "scripts/build.mjs");
    copyStage(1, final);
    linkPackages(final);
    expect(readdirSync(final).sort()).toEqual(
      ["LICENSE", "data", "dist", "kaders", "node_modules", "package.json"].sort(),
    );
    const { stdout } = await run(final, "dist/cli.js", "toon", "Dordrecht");
    expect(stdout).toMatch(/inwoners\s/i);
    expect((await run(final, "dist/main.js", "--help")).stdout).toContain("WOONREGIE_METINGEN");
  }, 120_000);
});

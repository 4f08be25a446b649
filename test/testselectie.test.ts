import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { vingerafdrukken } from "../scripts/selectie/vingerafdruk.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const PROJECT = {
  "src/domain/een.ts": "export const een = 1;",
  "src/domain/twee.ts": "export const twee = 2;",
  "src/rules/som.ts": 'import { een } from "#domain/een.ts";\nexport const som = een + 1;',
  "src/rules/som.test.ts": 'import { som } from "./som.ts";',
  "src/rules/twee.test.ts": 'import { twee } from "#domain/twee.ts";',
  "src/rules/werker.test.ts": 'new URL("../domain/een.ts", import.meta.url);',
  "src/rules/proces.test.ts": 'import { execFile } from "node:child_process";',
  "src/storage/rij.integration.test.ts": "",
  "test/alles.test.ts": 'import { readFileSync } from "node:fs";',
  "test/e2e/scherm.spec.ts": "",
  "kaders/een.yaml": "soort: toets",
};

/** The tests of which the fingerprint is another once these files hold something else. */
function changedBy(
  changes: Readonly<Record<string, string>>,
  omgeving = ["a", "a"],
): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), "woonregie-selectie-"));
  folders.push(root);
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  write(PROJECT);
  const before = vingerafdrukken(root, omgeving[0] ?? "");
  write(changes);
  const after = vingerafdrukken(root, omgeving[1] ?? "");
  return [...after].flatMap(([test, vinger]) => (before.get(test) === vinger ? [] : [test])).sort();
}

/** Those that start the product as a process, or go over its code. */
const ALWAYS = ["src/rules/proces.test.ts", "test/alles.test.ts", "test/e2e/scherm.spec.ts"];
const EVERY = [
  ...ALWAYS,
  "src/storage/rij.integration.test.ts",
  "src/rules/som.test.ts",
  "src/rules/twee.test.ts",
  "src/rules/werker.test.ts",
].sort();

describe("a test that passed is left out while nothing changed that it depends on", () => {
  it("and nothing changed", () => {
    expect(changedBy({})).toEqual([]);
  });

  it("but not where something changed that it imports, however far, or starts as a worker", () => {
    const changes = { "src/domain/een.ts": "export const een = 3;" };
    expect(changedBy(changes)).toEqual(
      [...ALWAYS, "src/rules/som.test.ts", "src/rules/werker.test.ts"].sort(),
    );
  });

  it("but not where the test itself changed, which no other test rests on", () => {
    expect(changedBy({ "src/rules/twee.test.ts": "" })).toEqual([
      "src/rules/twee.test.ts",
      "test/alles.test.ts",
    ]);
  });

  it("but not where a document, a figure or a setting changed: any test may read those", () => {
    expect(changedBy({ "kaders/een.yaml": "soort: traject" })).toEqual(EVERY);
    expect(changedBy({ "package.json": "{}" })).toEqual(EVERY);
  });

  it("but not where this computer has other programs than before", () => {
    expect(changedBy({}, ["zonder browser", "met browser"])).toEqual(EVERY);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatFout } from "./fout.ts";
import { loadDocument } from "./load.ts";

const root = join(import.meta.dirname, "../../..");
const shared = join(root, "../shared/documenten");

function documentsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml") && !name.endsWith(".scenarios.yaml"))
    .map((name) => join(folder, name));
}

function read(path: string) {
  const result = loadDocument(readFileSync(path, "utf8"), { bestand: basename(path) });
  expect(result.ok ? [] : result.fouten.map(formatFout)).toEqual([]);
  return result;
}

describe("a document that is as agreed", () => {
  it.runIf(existsSync(shared)).each(documentsIn(shared))("%s is read without a fault", (path) => {
    read(path);
  });

  it.each(documentsIn(join(root, "kaders")))("%s is read without a fault", (path) => {
    read(path);
  });
});

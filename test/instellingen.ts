import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const src = join(import.meta.dirname, "../src");

/** Every name in the environment that the program itself reads. */
export function listSettings(): ReadonlySet<string> {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.tsx?$/.test(name),
  );
  const found = files.flatMap((name) => [
    ...readFileSync(join(src, name), "utf8").matchAll(
      /\benv\.([A-Z][A-Z_]+)|["']((?:WOONREGIE|DATABASE)_[A-Z_]+)["']|\b(WOONREGIE_[A-Z_]+): /g,
    ),
  ]);
  return new Set(found.map(([, direct, named, taken]) => direct ?? named ?? taken ?? ""));
}

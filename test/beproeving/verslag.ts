import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProjectRoot } from "#sources/project-root.ts";

const KOP = `# Blijft alles heel?

Dit bestand is geschreven door \`npm run beproef -- … --schrijf\`. Wat er wordt beproefd en hoe, staat in [docs/beproeving.md](../../docs/beproeving.md).
`;

/** Puts what came of one beproeving in the place of what it said before; others stay. */
export function schrijfVerslag(titel: string, tekst: string): void {
  const path = join(findProjectRoot(), "test/beproeving/RESULTATEN.md");
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const parts = new Map(
    before
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n")).trim()]),
  );
  parts.set(titel, tekst.trim());
  const all = [...parts].toSorted(([a], [b]) => a.localeCompare(b, "nl"));
  const text = all.map(([naam, part]) => `\n## ${naam}\n\n${part}\n`).join("");
  writeFileSync(path, `${KOP}${text}`);
}

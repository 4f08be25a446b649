import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of the project itself: the nearest one upwards whose package.json names it.
 *
 * Looked for, not counted, because the code runs from `src/` and bundled from `dist/`.
 *
 * @throws Error where there is none: the program was taken out of its folder.
 */
export function findProjectRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  if (isProject(join(from, "package.json"))) return from;
  const above = dirname(from);
  if (above === from) {
    throw new Error(
      "De map van Woonregie is niet gevonden. De map «data» en de map «kaders» horen naast het programma te staan.",
    );
  }
  return findProjectRoot(above);
}

function isProject(path: string): boolean {
  if (!existsSync(path)) return false;
  const content: unknown = JSON.parse(readFileSync(path, "utf8"));
  return (
    typeof content === "object" &&
    content !== null &&
    "name" in content &&
    content.name === "woonregie"
  );
}

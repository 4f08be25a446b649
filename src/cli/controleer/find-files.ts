import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { UsageError } from "../usage-error.ts";

const SCENARIOS = ".scenarios.yaml";

/** A document to check, with the proofs beside it where there are any. */
export type CheckFile = { readonly path: string; readonly scenarios?: string };

/**
 * The documents in these files and folders, each once; a file of proofs stands for its document.
 *
 * @throws UsageError where a file or folder is not there, or holds no documents.
 */
export function findFiles(asked: readonly string[]): readonly CheckFile[] {
  const missing = asked.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    throw new UsageError(
      missing.map((path) => `${path}\n  Dit bestand of deze map is er niet. Controleer de naam.`),
    );
  }
  const paths = new Set(asked.flatMap(documentsIn));
  if (paths.size === 0) {
    throw new UsageError([`In ${asked.join(", ")} staat geen document (een bestand op .yaml).`]);
  }
  return [...paths].sort().map((path) => {
    const scenarios = path.replace(/\.ya?ml$/i, SCENARIOS);
    return existsSync(scenarios) ? { path, scenarios } : { path };
  });
}

function documentsIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [toDocument(path)];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ya?ml$/i.test(name) && !name.endsWith(SCENARIOS))
    .map((name) => join(path, name));
}

function toDocument(path: string): string {
  if (!path.endsWith(SCENARIOS)) return path;
  const document = path.replace(SCENARIOS, ".yaml");
  if (existsSync(document)) return document;
  throw new UsageError([`${path}\n  Het document dat hierbij hoort, ${document}, is er niet.`]);
}

/** The path as a reader sees it: from where they stand. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") || short === "" ? path : short;
}

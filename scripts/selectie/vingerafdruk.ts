import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import ts from "typescript";

/** Files by their path from the root, each with the sha256 of what is in it. */
type Inhoud = ReadonlyMap<string, string>;

/** Left out: what is made, what is installed, and what no test reads. */
const NOT_READ = new Set(["node_modules", ".git", "dist", "var", "coverage"]);

const CODE = new Set([".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs"]);

const TEST = /^(src\/.*\.test\.tsx?|test\/[^/]+\.test\.ts|test\/e2e\/[^/]+\.spec\.ts)$/;

/** Everything in the project, read once. */
function readInhoud(root: string): Inhoud {
  const found = new Map<string, string>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (NOT_READ.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.set(relative(root, path), hashOf(readFileSync(path)));
    }
  };
  walk(root);
  return found;
}

/**
 * Of each test file a text that changes whenever something changes that could change how it ends.
 *
 * A test beside its source depends on all that it imports, however far, and on every file that is
 * not code. A test that goes over folders, that starts another process or that opens a database
 * depends on everything.
 */
export function vingerafdrukken(root: string, omgeving: string): ReadonlyMap<string, string> {
  const inhoud = readInhoud(root);
  const tests = [...inhoud.keys()].filter((path) => TEST.test(path));
  const shared = hashOf(`${omgeving} ${describe(inhoud, (path) => !CODE.has(extname(path)))}`);
  const whole = hashOf(`${shared} ${describe(inhoud, () => true)}`);
  const edges = new Map<string, Kennis>();
  const knownOf = (path: string): Kennis => {
    const known = edges.get(path) ?? readKennis(root, path);
    edges.set(path, known);
    return known;
  };
  return new Map(
    tests.map((test) => {
      if (goesOverFolders(test)) return [test, whole];
      const reached = reach(test, knownOf);
      if (!reached) return [test, whole];
      const own = [...reached].sort().map((path) => `${path} ${inhoud.get(path) ?? "weg"}`);
      return [test, hashOf([shared, ...own].join("\n"))];
    }),
  );
}

function goesOverFolders(test: string): boolean {
  return test.startsWith("test/") || test.endsWith(".integration.test.ts");
}

type Kennis = { readonly imports: readonly string[]; readonly startsProcess: boolean };

/** All that a file imports, however far; undefined where one of them starts another process. */
function reach(start: string, knownOf: (path: string) => Kennis): ReadonlySet<string> | undefined {
  const seen = new Set<string>();
  const next = [start];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { imports, startsProcess } = knownOf(path);
    if (startsProcess) return undefined;
    next.push(...imports);
  }
  return seen;
}

const PROCESS = new Set(["node:child_process", "node:cluster"]);

function readKennis(root: string, path: string): Kennis {
  const full = join(root, path);
  if (!CODE.has(extname(path)) || !existsSync(full)) return { imports: [], startsProcess: false };
  const text = readFileSync(full, "utf8");
  const named = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const beside = [...text.matchAll(/new URL\(\s*"(\.[^"]+)"/g)].map(([, name = ""]) => name);
  const imports = [...named, ...beside].flatMap((name) => toPath(root, path, name) ?? []);
  return { imports, startsProcess: named.some((name) => PROCESS.has(name)) };
}

/** The file in this project that an import means; undefined for a package. */
function toPath(root: string, from: string, name: string): string | undefined {
  if (name.startsWith("#test/")) return `test/${name.slice(6)}`;
  if (name.startsWith("#")) return `src/${name.slice(1)}`;
  if (!name.startsWith(".")) return undefined;
  return relative(root, resolve(root, dirname(from), name));
}

function describe(inhoud: Inhoud, counts: (path: string) => boolean): string {
  const paths = [...inhoud.keys()].filter(counts).sort();
  return paths.map((path) => `${path} ${inhoud.get(path)}`).join("\n");
}

function hashOf(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

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
 * A test depends on all that it imports, however far, and on every file that is not code. One that
 * starts what we made as a process depends on all of the code of the product too; one that looks at
 * code as text, or runs scripts, on everything.
 */
export function vingerafdrukken(root: string, omgeving: string): ReadonlyMap<string, string> {
  const inhoud = readInhoud(root);
  const tests = [...inhoud.keys()].filter((path) => TEST.test(path));
  const shared = hashOf(`${omgeving} ${describe(inhoud, (path) => !CODE.has(extname(path)))}`);
  const product = describe(inhoud, (path) => path.startsWith("src/") && !TEST.test(path));
  const everything = describe(inhoud, () => true);
  const read = new Map<string, Kennis>();
  const knownOf = (path: string): Kennis => {
    const known = read.get(path) ?? readKennis(root, path);
    read.set(path, known);
    return known;
  };
  return new Map(
    tests.map((test) => {
      if (looksAtCode(test, knownOf(test))) return [test, hashOf(`${shared}\n${everything}`)];
      const reached = reach(test, knownOf);
      const own = [...reached.files].sort().map((path) => `${path} ${inhoud.get(path) ?? "weg"}`);
      const more = reached.startsProcess || test.startsWith(E2E) ? [product] : [];
      return [test, hashOf([shared, ...own, ...more].join("\n"))];
    }),
  );
}

const E2E = "test/e2e/";

/** A test that goes over files may read any of them; one beside its source does so in its own folder. */
function looksAtCode(test: string, { packages }: Kennis): boolean {
  return (
    test.startsWith("test/") &&
    !test.startsWith(E2E) &&
    packages.some((name) => name === PROCESS || name === "node:fs")
  );
}

type Kennis = { readonly imports: readonly string[]; readonly packages: readonly string[] };

/** All that a file imports, however far, and whether a test or what it is helped by starts a process. */
function reach(start: string, knownOf: (path: string) => Kennis) {
  const files = new Set<string>();
  const next = [start];
  let startsProcess = false;
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    const { imports, packages } = knownOf(path);
    const ofTest = path.startsWith("test/") || TEST.test(path);
    startsProcess ||= ofTest && packages.includes(PROCESS);
    next.push(...imports);
  }
  return { files, startsProcess };
}

const PROCESS = "node:child_process";

function readKennis(root: string, path: string): Kennis {
  const full = join(root, path);
  if (!CODE.has(extname(path)) || !existsSync(full)) return { imports: [], packages: [] };
  const text = readFileSync(full, "utf8");
  const packages = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
  const beside = [...text.matchAll(/new URL\(\s*"(\.[^"]+)"/g)].map(([, name = ""]) => name);
  const imports = [...packages, ...beside].flatMap((name) => toPath(root, path, name) ?? []);
  return { imports, packages };
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

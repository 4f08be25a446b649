import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestResult } from "../vitest-run.ts";

/** A test file that passed, with what it depended on then. */
type Geslaagd = { readonly vinger: string; readonly proeven: readonly TestResult[] };

/** Test files that passed, by path. */
export type Geslaagden = ReadonlyMap<string, Geslaagd>;

const PROGRAMS = ["chromium", "soffice", "pdfinfo", "jing", "xmllint", "psql", "pg_ctl"];

const placeOf = (root: string) => join(root, "node_modules", ".woonregie-geslaagd.json");

/** What passed before on this computer; nothing where that cannot be read. */
export function readGeslaagden(root: string): Geslaagden {
  try {
    const text = readFileSync(placeOf(root), "utf8");
    return new Map(Object.entries(JSON.parse(text) as Record<string, Geslaagd>));
  } catch {
    return new Map();
  }
}

/**
 * Keeps what passed now; what failed, or was not there to be looked at, is run again next time.
 *
 * The fingerprints are those of before the run: what was changed meanwhile counts as changed.
 */
export function keepGeslaagden(
  root: string,
  before: Geslaagden,
  vingers: ReadonlyMap<string, string>,
  results: readonly TestResult[],
): void {
  const perFile = new Map<string, TestResult[]>();
  for (const result of results) {
    perFile.set(result.file, [...(perFile.get(result.file) ?? []), result]);
  }
  const kept = [...vingers].flatMap(([file, vinger]) => {
    const proeven = perFile.get(file);
    const known = before.get(file);
    if (!proeven) return known?.vinger === vinger ? [[file, known] as const] : [];
    const bad = proeven.some(({ status }) => status === "failed");
    return bad ? [] : [[file, { vinger, proeven }] as const];
  });
  writeFileSync(placeOf(root), JSON.stringify(Object.fromEntries(kept)));
}

/** What of this computer decides which tests can run: other programs, another Node. */
export function describeOmgeving(root: string): string {
  const programs = PROGRAMS.filter((name) => isInstalled(name));
  const { CHROMIUM_PATH, DATABASE_URL, DATABASE_URL_TEST, TZ } = process.env;
  const settings = { CHROMIUM_PATH, DATABASE_URL, DATABASE_URL_TEST, TZ };
  const beside = existsSync(join(root, "../shared"));
  return JSON.stringify([process.version, process.platform, programs, settings, beside]);
}

function isInstalled(program: string): boolean {
  try {
    execFileSync(process.platform === "win32" ? "where" : "which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

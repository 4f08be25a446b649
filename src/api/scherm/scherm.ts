import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** The app for the browser as it was built: its files, and the one to start with. */
export type Scherm = {
  readonly begin: string;
  /** What tells who else has a page open; small, for pages that need nothing else. */
  readonly aanwezig: string;
  readonly stijlen: readonly string[];
  /** The text of a file and its kind; undefined where there is none of that name. */
  readonly find: (name: string) => Bestand | undefined;
};

type Bestand = {
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same, smaller, for a browser that reads gzip. */
  readonly klein: Uint8Array<ArrayBuffer>;
  readonly type: string;
};

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

type Manifest = Readonly<
  Record<string, { readonly file: string; readonly css?: readonly string[] }>
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
  const [entry, aanwezig] = [manifest["src/web/main.tsx"], manifest["src/web/aanwezig.ts"]];
  if (!entry || !aanwezig) return undefined;
  // Kept in memory: a build beside a running server takes these files away. The manifest does not
  // name the worker, so that the folder says what there is.
  const files = new Map(
    readdirSync(join(folder, ASSETS)).map((name) => [name, readFile(join(folder, ASSETS, name))]),
  );
  return {
    begin: `/scherm/${entry.file}`,
    aanwezig: `/scherm/${aanwezig.file}`,
    stijlen: (entry.css ?? []).map((file) => `/scherm/${file}`),
    find: (name) => files.get(name),
  };
}

const ASSETS = "assets";

function readFile(path: string): Bestand {
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  const body = new Uint8Array(readFileSync(path));
  return { type, body, klein: new Uint8Array(gzipSync(body)) };
}

import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(import.meta.dirname, "..");
const output = join(root, "dist");

/** Builds server and CLI into `dist/` where a source is newer than the last build. */
export async function ensureBuilt() {
  const built = join(output, "cli.js");
  if (!existsSync(built) || newestSource() > statSync(built).mtimeMs) await build();
}

// A folder's own time tells of files that went.
function newestSource() {
  const src = join(root, "src");
  const entries = readdirSync(src, { recursive: true }).filter((name) => !/\.test\.ts$/.test(name));
  const paths = [...entries.map((name) => join(src, name)), src, import.meta.filename];
  return Math.max(...paths.map((path) => statSync(path).mtimeMs));
}

/** Builds `dist/main.js` and `dist/cli.js`; what both use lands in files beside them. */
async function build() {
  const { build: bundle } = await import("esbuild");
  const fresh = join(root, "node_modules", `.woonregie-build-${process.pid}`);
  await bundle({
    absWorkingDir: root,
    entryPoints: { main: "src/main/start.ts", cli: "src/main/cli.ts" },
    outdir: fresh,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    external: externalPackages(),
    target: "node20.19",
    sourcemap: "linked",
    logLevel: "error",
  }).catch(() => {
    rmSync(fresh, { recursive: true, force: true });
    console.error("Bouwen is niet gelukt; hierboven staat waarom.");
    process.exit(1);
  });
  cpSync(join(root, "src/api/stijl"), join(fresh, "stijl"), { recursive: true });
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
}

// Kysely is many small files: bundled it loads ten times as fast. The others stay as they are
// installed, for they bring files of their own or are one file already.
function externalPackages() {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys(dependencies).filter((name) => name !== "kysely");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes("--if-stale") ? ensureBuilt() : build());
}

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
  const entries = readdirSync(src, { recursive: true }).filter(
    (name) => !/\.test\.tsx?$/.test(name),
  );
  const paths = [...entries.map((name) => join(src, name)), src, import.meta.filename];
  return Math.max(...paths.map((path) => statSync(path).mtimeMs));
}

/** Builds `dist/`; a build that breaks off leaves the one before it as it was. */
async function build() {
  const fresh = join(root, "node_modules", `.woonregie-build-${process.pid}`);
  await buildInto(fresh).catch(() => {
    rmSync(fresh, { recursive: true, force: true });
    console.error("Bouwen is niet gelukt; hierboven staat waarom.");
    process.exit(1);
  });
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
}

/**
 * Builds `main.js`, `cli.js` and the worker that reads files; what they share, and the stylesheet,
 * lands in files beside them.
 */
async function buildInto(folder) {
  const { build: bundle } = await import("esbuild");
  await bundle({
    absWorkingDir: root,
    entryPoints: {
      main: "src/main/start.ts",
      cli: "src/main/cli.ts",
      "werkmap-werker": "src/sources/werkmap/werker.ts",
      "typst-worker": "src/services/stukken/schrijvers/typst-worker.ts",
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    external: externalPackages(),
    target: "node20.19",
    sourcemap: "linked",
    logLevel: "error",
  });
  cpSync(join(root, "src/api/stijl"), join(folder, "stijl"), { recursive: true });
  const { build: bundleScherm } = await import("vite");
  await bundleScherm({
    configFile: join(root, "vite.config.ts"),
    build: { outDir: join(folder, "web"), emptyOutDir: true },
  });
}

// Kysely is many small files: bundled it loads ten times as fast. The others stay as they are
// installed, for they bring files of their own or are one file already.
function externalPackages() {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys(dependencies).filter((name) => name !== "kysely");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [how, folder] = process.argv.slice(2);
  if (how === "--into" && folder) await buildInto(folder);
  else await (how === "--if-stale" ? ensureBuilt() : build());
}

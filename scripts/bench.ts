// Measures the core against what a reader can install; with --schrijf the outcome goes to
// bench/RESULTATEN.md. What is measured is bundled as the product itself is.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const outdir = join(root, "node_modules/.woonregie-bench");

await build({
  absWorkingDir: root,
  entryPoints: {
    bench: "bench/bench.ts",
    "werkmap-werker": "src/sources/werkmap/werker.ts",
    "typst-worker": "src/services/stukken/schrijvers/typst-worker.ts",
  },
  outdir,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  logLevel: "error",
});
const bench = pathToFileURL(join(outdir, "bench.js")).href;
const { runBench }: typeof import("../bench/bench.ts") = await import(bench);
process.exitCode = (await runBench(process.argv.slice(2))) ? 0 : 1;

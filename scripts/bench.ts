// Measures the core against what a reader can install; with --schrijf the outcome goes to
// bench/RESULTATEN.md.
import { runBench } from "../bench/bench.ts";

process.exitCode = (await runBench(process.argv.slice(2))) ? 0 : 1;

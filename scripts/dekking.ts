// Which of the functions F001–F226 does a test prove? A function counts where tests that
// name it ran, and all of them passed.
import { runVitest, type TestResult } from "./vitest-run.ts";

const ROWS = 226;
const PROJECTS = ["unit", "integration", "e2e"];

const run = await runVitest(PROJECTS.map((name) => `--project=${name}`));
const rows = Array.from({ length: ROWS }, (_, index) => `F${String(index + 1).padStart(3, "0")}`);
const covered = rows.map((row) => ({ row, tests: testsThatProve(row, run.results) }));

for (const { row, tests } of covered) {
  console.info(tests > 0 ? `${row} gedekt (${tests})` : `${row} open`);
}
console.info(`${covered.filter(({ tests }) => tests > 0).length} van ${ROWS} gedekt`);
process.exitCode = run.ok ? 0 : 1;

function testsThatProve(row: string, results: readonly TestResult[]): number {
  const named = results.filter(({ title }) => new RegExp(`\\b${row}\\b`).test(title));
  if (named.some(({ status }) => status === "failed")) return 0;
  return named.filter(({ status }) => status === "passed").length;
}

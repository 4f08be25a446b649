// Runs guards and tests. What passed before is not run again while nothing changed that it depends
// on: so not on a fresh clone, not in CI, and not with `npm test -- --alles`. The last line is for
// programs that count.
import { join } from "node:path";
import { describeOmgeving, keepGeslaagden, readGeslaagden } from "./selectie/geslaagd.ts";
import { vingerafdrukken } from "./selectie/vingerafdruk.ts";
import { runVitest, type TestResult } from "./vitest-run.ts";

const ROOT = join(import.meta.dirname, "..");
const GUARDS = ["test/architecture.test.ts", "test/house.test.ts", "test/purity.test.ts"];

const asked = process.argv.slice(2).filter((arg) => arg !== "--alles");
const all = asked.length < process.argv.length - 2 || process.env.CI !== undefined;

if (asked.length > 0) {
  const { ok, results } = await runVitest(asked);
  conclude(ok, results);
} else {
  await runWhatIsNeeded();
}

async function runWhatIsNeeded(): Promise<void> {
  const vingers = vingerafdrukken(ROOT, describeOmgeving(ROOT));
  const before = readGeslaagden(ROOT);
  const same = [...vingers].flatMap(([file, vinger]) => {
    const known = before.get(file);
    return !all && known?.vinger === vinger && !GUARDS.includes(file) ? [{ file, ...known }] : [];
  });
  const left = new Set(same.map(({ file }) => file));
  const needed = [...vingers.keys()].filter((file) => !left.has(file));
  const { ok, results } = await runVitest(left.size === 0 ? [] : needed);
  keepGeslaagden(ROOT, before, vingers, results);
  const kept = same.flatMap(({ proeven }) => proeven);
  if (left.size > 0) {
    const count = `${kept.length} proeven in ${left.size} bestanden`;
    console.info(
      `${count} tellen mee van een eerdere keer: sindsdien is niets veranderd waar zij op rusten. Alles opnieuw: npm test -- --alles`,
    );
  }
  conclude(ok, [...results, ...kept]);
}

function conclude(ok: boolean, results: readonly TestResult[]): void {
  const count = (...statuses: string[]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const skipped = count("skipped", "pending", "todo", "disabled");
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  console.info(`${count("passed")} passed, ${count("failed")} failed${tail}`);
  process.exitCode = ok ? 0 : 1;
}

// Runs everything: guards and tests. The last line is for programs that count.
import { runVitest } from "./vitest-run.ts";

const { ok, results } = await runVitest(process.argv.slice(2));
const count = (...statuses: string[]) =>
  results.filter(({ status }) => statuses.includes(status)).length;

const skipped = count("skipped", "pending", "todo", "disabled");
const tail = skipped > 0 ? `, ${skipped} skipped` : "";
console.info(`${count("passed")} passed, ${count("failed")} failed${tail}`);
process.exitCode = ok ? 0 : 1;

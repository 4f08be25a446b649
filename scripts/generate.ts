// Runs every `generate-*.ts` of this folder. With `--check` each only says whether its file
// is up to date, by its exit code.
import { generators, runGenerator } from "./generators.ts";

for (const name of generators()) {
  const { ok, output } = await runGenerator(name, process.argv.slice(2));
  console.info(output.trim());
  if (!ok) process.exitCode = 1;
}

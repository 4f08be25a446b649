import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The scripts `generate-*.ts` of this folder, by file name. */
export function generators(): string[] {
  return readdirSync(import.meta.dirname).filter((name) => /^generate-.*\.ts$/.test(name));
}

/** Runs one of them; with `--check` it writes nothing and fails where its file is stale. */
export function runGenerator(
  name: string,
  args: readonly string[],
): Promise<{ readonly ok: boolean; readonly output: string }> {
  const command = ["--import", "tsx", join(import.meta.dirname, name), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: stdout + stderr }),
    );
  });
}

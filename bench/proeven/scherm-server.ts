import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findProjectRoot } from "#sources/project-root.ts";

export type Productserver = {
  readonly base: string;
  /** Where it is measured, where it was asked to be. */
  readonly metingen: string | undefined;
  readonly stop: () => void;
};

/** Builds what `npm start` runs, apart from `dist/`, and starts it on a folder of its own. */
export async function startProduct(
  own: Readonly<Record<string, string>> = {},
): Promise<Productserver> {
  const root = findProjectRoot();
  const built = join(root, "node_modules", `.woonregie-bench-${process.pid}`);
  const folder = mkdtempSync(join(tmpdir(), "woonregie-bench-"));
  await promisify(execFile)(process.execPath, ["scripts/build.mjs", "--into", built], {
    cwd: root,
  });
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [join(built, "main.js"), "--poort", "0"], {
    env: { ...env, WOONREGIE_VAR: join(folder, "var"), WOONREGIE_NETWERK: "nee", ...own },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = () => {
    child.kill("SIGKILL");
    for (const path of [built, folder]) rmSync(path, { recursive: true, force: true });
  };
  let said = "";
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text: Buffer) => {
      said += text.toString();
      const address = /draait op (http:[^\s"]+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once("exit", () => reject(new Error(`it ended: ${said}`)));
  }).catch((error: unknown) => {
    stop();
    throw error;
  });
  // What it writes is read on: a pipe that is full would hold it up.
  child.stdout.resume();
  return { base, metingen: /Metingen op (http:[^\s"]+)/.exec(said)?.[1], stop };
}

import { runCli } from "#cli/run.ts";
import type { Surroundings } from "#cli/surroundings.ts";
import { findProjectRoot } from "#sources/project-root.ts";
import { basis } from "#test/basis.ts";

export { basis };

/** The basis that ships, read once. */

/** Runs `woonregie` in this process, on the basis that ships, and says what it printed. */
export async function runWoonregie(args: readonly string[], extra: Partial<Surroundings> = {}) {
  let [out, err] = ["", ""];
  const refuse = () => Promise.reject(new Error("this command needs no database"));
  const around: Surroundings = {
    write: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    width: 100,
    tableWidth: 100,
    colour: false,
    now: () => new Date(2026, 10, 21),
    env: {},
    version: "0.0.0",
    root: findProjectRoot(),
    loadBasis: () => Promise.resolve(basis),
    openDatabase: refuse,
    readIn: refuse,
    start: () => Promise.resolve(true),
    ...extra,
  };
  const code = await runCli(args, around);
  return { code, out, err, lines: out.split("\n") };
}

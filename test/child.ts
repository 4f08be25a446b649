import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Another process of the product, spoken to by lines of text. */
export type Child = {
  readonly process: ChildProcess;
  /** What it wrote until now, a line each. */
  readonly lines: readonly string[];
  readonly say: (line: string) => void;
  /** The line with that number, from 0, as soon as it is there. Throws where the child ends first. */
  readonly line: (index: number) => Promise<string>;
  /** kill -9, and until it is gone. */
  readonly kill: () => Promise<void>;
  readonly ended: Promise<unknown>;
};

/** Starts a TypeScript file as a process of its own. */
export function startChild(script: URL, ...args: readonly string[]): Child {
  const nodeArgs = ["--import", "tsx", fileURLToPath(script), ...args];
  const child = spawn(process.execPath, nodeArgs, { stdio: ["pipe", "pipe", "inherit"] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  const closed = once(reader, "close");
  const ended = once(child, "exit");

  async function line(index: number): Promise<string> {
    while (lines.length <= index) {
      const more = await Promise.race([
        once(reader, "line").then(() => true),
        closed.then(() => false),
      ]);
      if (!more && lines.length <= index)
        throw new Error(`the child ended after: ${lines.join("\n")}`);
    }
    return lines[index] ?? "";
  }

  async function kill(): Promise<void> {
    child.kill("SIGKILL");
    await Promise.all([ended, closed]);
  }

  return {
    process: child,
    lines,
    say: (text) => child.stdin.write(`${text}\n`),
    line,
    kill,
    ended,
  };
}

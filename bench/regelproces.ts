import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A program that answers every line of JSON with one line of JSON. */
export type Regelproces = {
  readonly ask: (question: unknown) => Promise<Readonly<Record<string, unknown>>>;
  readonly close: () => void;
};

/** Starts such a program; its complaints go to the terminal. Asking rejects once it has ended. */
export function startRegelproces(command: string, args: readonly string[]): Regelproces {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${command} ${args.join(" ")} is gestopt`);
      return JSON.parse(value) as Readonly<Record<string, unknown>>;
    },
    close: () => child.stdin.end(),
  };
}

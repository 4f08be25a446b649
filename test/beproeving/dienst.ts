import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Woonregie as a process of its own, that can be killed and started again. */
export type Dienst = {
  /** Where it answers now. */
  readonly adres: () => string;
  /** Starts it, and waits until it answers. */
  readonly start: () => Promise<void>;
  /** Starts it without waiting. */
  readonly begin: () => void;
  /** kill -9, and until it is gone. */
  readonly dood: () => Promise<void>;
  /** As whoever runs it ends it. */
  readonly stop: () => Promise<void>;
  readonly gezegd: () => string;
};

export type Dienstvraag = {
  /** The folder with what was built. */
  readonly gebouwd: string;
  readonly env: Readonly<Record<string, string>>;
};

/** It takes seconds; on a machine that does much more besides, minutes. */
const START_MS = 240_000;

export function createDienst({ gebouwd, env }: Dienstvraag): Dienst {
  let child: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  let said = "";
  process.once("exit", () => child?.kill("SIGKILL"));
  const begin = () => {
    said = "";
    const { DATABASE_URL: _, ...around } = process.env;
    const started = spawn(process.execPath, [join(gebouwd, "main.js"), "--poort", "0"], {
      env: { ...around, WOONREGIE_AANMELDEN: "nee", WOONREGIE_LOG: "json", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (text: Buffer) => {
        said += text.toString();
      });
    }
    child = started;
    ended = once(started, "close");
  };
  const find = () => /draait op (http:[^\s"]+)/.exec(said)?.[1]?.replace("localhost", "127.0.0.1");
  const end = async (signal: NodeJS.Signals) => {
    child?.kill(signal);
    await ended;
  };
  return {
    begin,
    start: async () => {
      begin();
      const deadline = performance.now() + START_MS;
      while (!find()) {
        if (child?.exitCode !== null) throw new Error(`de server stopte: ${said}`);
        if (performance.now() > deadline) throw new Error(`de server start niet: ${said}`);
        await wait(20);
      }
    },
    adres: () => find() ?? "http://127.0.0.1:9",
    dood: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    gezegd: () => said,
  };
}

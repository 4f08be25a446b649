import { Worker } from "node:worker_threads";
import type { Typstantwoord, Typstopdracht } from "./typst-worker.ts";

/** More work than this at once helps nobody: who comes later waits a turn. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;
const DEADLINE_MS = 30_000;

export type Typstuitkomst =
  | Typstantwoord
  /** Too many papers are being made, or this one took too long. */
  | { readonly soort: "druk" }
  | { readonly soort: "te-lang"; readonly seconden: number };

let busy = 0;
const waiting: (() => void)[] = [];

/**
 * Sets a paper as PDF in a thread of its own, so that whoever asks something else is answered.
 *
 * Gives up after the deadline, which begins when its turn does.
 */
export async function compileTypst(
  opdracht: Typstopdracht,
  deadline = DEADLINE_MS,
): Promise<Typstuitkomst> {
  if (busy >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return { soort: "druk" };
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else busy += 1;
  try {
    return await runWorker(opdracht, deadline);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

function runWorker(opdracht: Typstopdracht, deadline: number): Promise<Typstuitkomst> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(opdracht);
    const timer = setTimeout(() => {
      resolve({ soort: "te-lang", seconden: deadline / 1000 });
      void worker.terminate();
    }, deadline);
    worker.once("message", (answer: Typstantwoord) => resolve(answer));
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`the worker that sets papers ended with ${code} and no answer`));
    });
  });
}

/**
 * A build has put the worker beside its other files. From source there is TypeScript to load
 * first, which a worker does not take over from the thread that starts it.
 */
function startWorker(workerData: Typstopdracht): Worker {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./typst-worker.js", import.meta.url), { workerData });
  }
  const script = new URL("./typst-worker.ts", import.meta.url).href;
  const code = `import("tsx/esm/api").then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(script)});
  });`;
  return new Worker(code, { workerData, eval: true });
}

import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts the worker that reads one file.
 *
 * A build has put it beside its other files. From source there is TypeScript to load first, which
 * a worker does not take over from the thread that starts it: that is for tests, run where the
 * packages are.
 */
export function startWerker(options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./werkmap-werker.js", import.meta.url), options);
  }
  const script = new URL("./werker.ts", import.meta.url).href;
  const code = `import("tsx/esm/api").then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(script)});
  });`;
  return new Worker(code, { ...options, eval: true });
}

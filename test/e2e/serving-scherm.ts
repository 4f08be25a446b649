import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createApp } from "#api/app.tsx";
import { readScherm } from "#api/scherm/scherm.ts";
import { listen } from "#api/server.ts";
import { loadBasis } from "#services/basis.service.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { silentDatabase } from "./silent-database.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Pages with the app that runs in the browser, as it is shipped. */
export type Schermserver = {
  readonly base: string;
  /** What went wrong on the server. */
  readonly errors: readonly unknown[];
  readonly stop: () => Promise<void>;
};

/** Builds the app apart from `dist/`, which may be in use, and serves it. */
export async function serveScherm(): Promise<Schermserver> {
  const folder = mkdtempSync(join(tmpdir(), "woonregie-scherm-"));
  // A process of its own: a test runs with another NODE_ENV than what is shipped.
  const { NODE_ENV: _, ...env } = process.env;
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  await promisify(execFile)(
    process.execPath,
    [vite, "build", "--outDir", folder, "--emptyOutDir"],
    {
      cwd: ROOT,
      env,
    },
  );
  const scherm = readScherm(folder);
  if (!scherm) throw new Error("the build made no app");
  const shipped = readMeegeleverd();
  const errors: unknown[] = [];
  const app = createApp({
    basis: loadBasis(shipped),
    samenvoegingen: shipped.samenvoegingen(),
    db: silentDatabase(),
    https: false,
    invoer: true,
    versie: "proef",
    scherm,
    onError: (_, error) => errors.push(error),
  });
  const server = await listen({ host: "127.0.0.1", port: 0 }, app.fetch);
  return {
    base: `http://127.0.0.1:${server.port}`,
    errors,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

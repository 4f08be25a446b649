import { join } from "node:path";
import { inject } from "vitest";
import { createApp } from "#api/app.tsx";
import { readScherm } from "#api/scherm/scherm.ts";
import { listen } from "#api/server.ts";
import { loadBasis } from "#services/basis.service.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { silentDatabase } from "./silent-database.ts";

/** Pages with the app that runs in the browser, as it is shipped. */
export type Schermserver = {
  readonly base: string;
  /** What went wrong on the server. */
  readonly errors: readonly unknown[];
  readonly stop: () => Promise<void>;
};

/** Serves the app as it was built for this run. */
export async function serveScherm(): Promise<Schermserver> {
  const folder = join(inject("built"), "web");
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
    stop: server.stop,
  };
}

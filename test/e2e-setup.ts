import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type BrowserServer, chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findChromium } from "#test/find-chromium.ts";
import { CHROMIUM_FLAGS } from "#test/launch-chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the one browser of this run listens; undefined where there is no browser. */
    readonly browser: string | undefined;
    /** What `npm start` runs, built once for this run. */
    readonly built: string;
    /** A folder for data in which a server has been started before, to copy. */
    readonly filled: string;
  }
}

const ROOT = join(import.meta.dirname, "..");

/**
 * Makes once what every test from the outside needs: the build, a browser, and a folder for data
 * that has all its tables. Where there is no browser, tests that need one skip.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = join(ROOT, "node_modules", `.woonregie-e2e-${process.pid}`);
  const folder = mkdtempSync(join(tmpdir(), "woonregie-e2e-"));
  const filled = join(folder, "var");
  const [browser] = await Promise.all([
    startBrowser(),
    build(built).then(() => startOnce(built, filled)),
  ]);
  project.provide("browser", browser?.wsEndpoint());
  project.provide("built", built);
  project.provide("filled", filled);
  return async () => {
    await browser?.close();
    for (const path of [built, folder]) rmSync(path, { recursive: true, force: true });
  };
}

async function startBrowser(): Promise<BrowserServer | undefined> {
  const executablePath = await findChromium().catch(() => undefined);
  if (executablePath) return chromium.launchServer({ executablePath, args: CHROMIUM_FLAGS });
  console.warn("Tests in de browser worden overgeslagen: er is geen Chromium of Chrome.");
  return undefined;
}

async function build(into: string): Promise<void> {
  // What is shipped is made without the settings of a test.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const args = ["scripts/build.mjs", "--into", into];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
}

/** Starts a server once and stops it, so that its folder is as one that has been used before. */
async function startOnce(built: string, varFolder: string): Promise<void> {
  const { DATABASE_URL: _, ...around } = process.env;
  const env = { ...around, WOONREGIE_VAR: varFolder, WOONREGIE_NETWERK: "nee" };
  const child = spawn(process.execPath, [join(built, "main.js"), "--poort", "0"], {
    env: { ...env, WOONREGIE_LOG: "tekst" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  let said = "";
  const runs = new Promise<void>((resolve) => {
    child.stdout.on("data", (text: Buffer) => {
      said += text.toString();
      if (said.includes("draait op http")) resolve();
    });
  });
  await Promise.race([runs, ended.then(() => Promise.reject(new Error(`it ended: ${said}`)))]);
  child.kill("SIGTERM");
  await ended;
}

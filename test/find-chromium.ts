import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { fetchNpmTool } from "#test/npm-tool.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser for tests: `CHROMIUM_PATH`, else one of the system, else (Linux on x64
 * only) the package `@sparticuz/chromium`. Undefined where none of these gives one.
 */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;

  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...ELSEWHERE].find(existsSync) ?? (await packagedChromium());
}

async function packagedChromium(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = await fetchNpmTool("@sparticuz/chromium", "147.0.0");
  if (!folder) return undefined;
  const entry = await import(pathToFileURL(join(folder, "build/esm/index.js")).href);
  return entry.default.executablePath();
}

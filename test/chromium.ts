import { buffer } from "node:stream/consumers";
import { type Browser, chromium, type Download } from "playwright-core";
import { inject } from "vitest";

/** Why a test in a browser did not run. */
export const NO_CHROMIUM =
  "Geen browser gevonden: installeer Chromium of Chrome, of zet CHROMIUM_PATH op het programma.";

/** Whether there is a browser on this computer. */
export const hasBrowser: boolean = inject("browser") !== undefined;

/** The browser of this run, with pages of one's own; closing it closes those pages alone. */
export function connectBrowser(): Promise<Browser> {
  const address = inject("browser");
  if (address === undefined) throw new Error(NO_CHROMIUM);
  return chromium.connect(address);
}

/** What a browser took in as a file. */
export async function bytesOf(download: Download): Promise<Buffer> {
  return buffer(await download.createReadStream());
}

import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** What a skipped browser test says to whoever reads the outcome. */
export const NO_CHROMIUM =
  "Geen browser gevonden: installeer Chromium of Chrome, of zet CHROMIUM_PATH op het programma.";

/** The browser of this run; undefined where there is none (only in browser tests). */
export const chromiumPath: string | undefined = inject("chromiumPath");

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless browser with a profile of its own; the caller closes it. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

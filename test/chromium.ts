import { inject } from "vitest";

export { launchChromium } from "./launch-chromium.ts";

/** What a skipped browser test says to whoever reads the outcome. */
export const NO_CHROMIUM =
  "Geen browser gevonden: installeer Chromium of Chrome, of zet CHROMIUM_PATH op het programma.";

/** The browser of this run; undefined where there is none (only in browser tests). */
export const chromiumPath: string | undefined = inject("chromiumPath");

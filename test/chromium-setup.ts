import type { TestProject } from "vitest/node";
import { findChromium } from "#test/find-chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly chromiumPath: string | undefined;
  }
}

/** Finds the browser once for all browser tests; where there is none, those skip. */
export async function setup(project: TestProject): Promise<void> {
  const path = await findChromium().catch(() => undefined);
  if (!path)
    console.warn("Tests in de browser worden overgeslagen: er is geen Chromium of Chrome.");
  project.provide("chromiumPath", path);
}

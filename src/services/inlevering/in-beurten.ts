import { setImmediate } from "node:timers/promises";
import type { InDelen } from "#rules/cijfers/inlezen/in-delen.ts";

/** So long others wait at most before they are answered, in ms. */
const BEURT_MS = 20;

/** Does the work in turns, and lets others be answered between them. */
export async function inBeurten<T>(werk: InDelen<T>): Promise<T> {
  let start = performance.now();
  for (;;) {
    const { done, value } = werk.next();
    if (done) return value;
    if (performance.now() - start < BEURT_MS) continue;
    await setImmediate();
    start = performance.now();
  }
}

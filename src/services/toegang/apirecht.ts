import type { Apirecht } from "#domain/apisleutel.ts";
import * as rules from "#rules/toegang/index.ts";

/** The right that a key needs for a request; undefined where no key is enough. */
export function apirechtVoor(method: string, path: string): Apirecht | undefined {
  return rules.apirechtVoor(method, path);
}

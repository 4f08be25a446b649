import type { InDelen } from "#rules/cijfers/inlezen/in-delen.ts";

/** All parts one after another, for a test that has nothing else to do. */
export function achterElkaar<T>(werk: InDelen<T>): T {
  for (;;) {
    const { done, value } = werk.next();
    if (done) return value;
  }
}

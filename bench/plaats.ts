import { join } from "node:path";
import { findProjectRoot } from "#sources/project-root.ts";

/** A file of the bench, wherever the bench itself was bundled to. */
export function benchFile(name: string): string {
  return join(findProjectRoot(), "bench", name);
}

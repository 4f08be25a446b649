import { createHash } from "node:crypto";

/** The sha256 under which a secret is kept: who reads it there, cannot use it. */
export function hashGeheim(geheim: string): string {
  return createHash("sha256").update(geheim, "utf8").digest("hex");
}

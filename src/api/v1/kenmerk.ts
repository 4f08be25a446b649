import { createHash } from "node:crypto";
import type { Context } from "hono";
import { ProblemError } from "../problem.ts";

/** How a client asks that something still is as it was when it read it. */
export const MET_KENMERK =
  "Stuur in `If-Match` het `ETag` mee van wat u las. Is het intussen veranderd, dan gebeurt er niets (412) en staat erbij wat er nu is.";

/** Names one state of something that people change; another state has another name. */
export function kenmerkVan(...state: readonly (string | number)[]): string {
  const text = JSON.stringify(state);
  return `"${createHash("sha256").update(text).digest("hex").slice(0, 24)}"`;
}

/** Tells the asker which state this is. */
export function tellKenmerk(c: Context, kenmerk: string): void {
  c.header("ETag", kenmerk);
}

/** Whether the asker said from which state they change it. */
export function saysKenmerk(c: Context): boolean {
  return c.req.header("If-Match") !== undefined;
}

/** Whether it still is as the asker read it; also where they did not say. */
export function isStillThat(c: Context, kenmerk: string): boolean {
  const asked = c.req.header("If-Match");
  if (asked === undefined || asked.trim() === "*") return true;
  // A weak name says that it looks the same, which is not enough to write over it.
  return asked.split(",").some((one) => one.trim() === kenmerk);
}

/** What is told where it is not; `now` is what stands there. */
export function changedSince(now: Readonly<Record<string, unknown>>): ProblemError {
  return new ProblemError({
    status: 412,
    title: "Dit is intussen veranderd",
    detail:
      "Er is niets bewaard en niets weg. Bekijk wat er nu staat, breng uw verandering daarin aan en stuur het nieuwe kenmerk mee.",
    ...now,
  });
}

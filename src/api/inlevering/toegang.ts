import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { CONCEPTDAGEN } from "#services/inlevering/inlevering.service.ts";
import type { Inleverkluis } from "#services/inlevering/kluis.ts";
import { asKenmerk, openLink } from "#services/toegang/geheim.ts";

const DAY_SECONDS = 86_400;
const NAAM = "inlevering-";

/** Lets this browser come back to a delivery: its secret is never in an address (docs/adr/0017). */
export function giveAccess(c: Context, id: string, geheim: string, https: boolean): void {
  setCookie(c, NAAM + id, geheim, {
    path: "/inleveringen",
    httpOnly: true,
    sameSite: "Strict",
    secure: https,
    maxAge: CONCEPTDAGEN * DAY_SECONDS,
  });
}

/** Whether who asks is the one who delivered. */
export async function mayOpen(c: Context, { db }: Inleverkluis, id: string): Promise<boolean> {
  // An account may open what its body delivered, in whichever browser that was.
  const geheim = getCookie(c, NAAM + id) ?? "";
  return (await openLink(db, asKenmerk(id), geheim))?.recht === "beheren";
}

/** The deliveries that this browser says it can open; what it says is checked when one is opened. */
export function ownDeliveries(c: Context): ReadonlySet<string> {
  const names = Object.keys(getCookie(c)).filter((name) => name.startsWith(NAAM));
  return new Set(names.map((name) => name.slice(NAAM.length)));
}

import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

/** The cookies of signing in: who somebody is, and meanwhile which browser began. */
export type Cookiedoel = "sessie" | "aanmelding";

/**
 * With `__Host-` a browser takes a cookie from this host alone, over https alone. On this computer
 * there is no https, and not every browser then takes such a name.
 */
function nameOf(doel: Cookiedoel, https: boolean): string {
  return https ? `__Host-${doel}` : doel;
}

/** The secret that the browser has for it; undefined where it has none. */
export function readGeheim(c: Context, doel: Cookiedoel, https: boolean): string | undefined {
  return getCookie(c, nameOf(doel, https)) || undefined;
}

/**
 * Gives the browser a secret that no script can read.
 *
 * It travels along with a link from elsewhere (`Lax`), as coming back from the provider is one, and
 * never with a form from elsewhere.
 */
export function giveGeheim(
  c: Context,
  doel: Cookiedoel,
  geheim: string,
  { https, seconden }: { readonly https: boolean; readonly seconden: number },
): void {
  const name = nameOf(doel, https);
  setCookie(c, name, geheim, {
    ...{ path: "/", httpOnly: true, sameSite: "Lax", secure: https },
    maxAge: Math.floor(seconden),
  });
}

/** Lets the browser forget the secret. */
export function dropGeheim(c: Context, doel: Cookiedoel, https: boolean): void {
  deleteCookie(c, nameOf(doel, https), { path: "/", secure: https });
}

const NAMENS = "namens";
const EEN_JAAR = 31_536_000;

/** The body, by its id, that somebody chose to work for in this browser; no secret, and no power. */
export function readNamens(c: Context): string | undefined {
  return getCookie(c, NAMENS);
}

/** Remembers for which of their bodies somebody works in this browser. */
export function giveNamens(c: Context, organisatie: string, https: boolean): void {
  setCookie(c, NAMENS, organisatie, {
    ...{ path: "/", httpOnly: true, sameSite: "Lax", secure: https, maxAge: EEN_JAAR },
  });
}

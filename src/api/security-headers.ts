import { randomBytes } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";

const BELEID = "Content-Security-Policy";

const HEADERS: Readonly<Record<string, string>> = {
  [BELEID]:
    "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const OPEN = "Cross-Origin-Resource-Policy";

const A_YEAR = 31_536_000;

/** Headers for every answer, errors too. Only the stylesheet may be kept; pages never are. */
export function securityHeaders({ https }: { readonly https: boolean }): MiddlewareHandler {
  return async (c, next) => {
    await next();
    // Of somebody's own site, which answered within this one.
    const inner = NONCE.exec(c.res.headers.get(BELEID) ?? "")?.[1];
    for (const [name, text] of Object.entries(HEADERS)) {
      // What is given to every site on purpose stays so; of the others none can be left out.
      if (name === OPEN && c.res.headers.has(name)) continue;
      c.res.headers.set(name, text);
    }
    const nonce = nonces.get(c) ?? inner;
    if (nonce) c.res.headers.set(BELEID, withStyle(nonce));
    if (https) {
      c.res.headers.set("Strict-Transport-Security", `max-age=${A_YEAR}; includeSubDomains`);
    }
    c.res.headers.set("Cache-Control", keepable(c, c.res.headers.get("Cache-Control")));
  };
}

/** Who asked as somebody may see more than others do: no proxy between keeps that for the next. */
function keepable(c: Context, said: string | null): string {
  if (said === null) return "no-store";
  const known = c.get("wie")?.persoon !== undefined || c.req.header("Authorization") !== undefined;
  return known && said === "no-cache" ? "private, no-cache" : said;
}

const NONCE = /'nonce-([A-Za-z0-9+/=]+)'/;

const nonces = new WeakMap<Context, string>();

/**
 * Lets this one answer have styles that a script makes, under a word that nobody can guess.
 *
 * For the page with the editor, which makes its own styles; scripts stay those of this site.
 */
export function allowStyles(c: Context): string {
  const nonce = randomBytes(18).toString("base64");
  nonces.set(c, nonce);
  return nonce;
}

/** Whether this answer has a word of its own for styles: a page with it is for this once. */
export function hasOwnStyles(c: Context): boolean {
  return nonces.has(c);
}

function withStyle(nonce: string): string {
  return (HEADERS[BELEID] ?? "").replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`);
}

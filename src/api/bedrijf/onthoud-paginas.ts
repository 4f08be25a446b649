import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { tellGevraagd } from "#storage/gevraagd.ts";
import { hasOwnStyles } from "../security-headers.ts";
import { ALTIJD_OPEN, type Levensloop } from "./levensloop.ts";
import { answeredBy } from "./watch-requests.ts";

/** Characters of all pages together, and of the longest address that is worth remembering. */
const MOST_TEXT = 40_000_000;
const LONGEST_ADDRESS = 500;

/** Pages that say what everybody may see; with a form of somebody's own they would not be here. */
const PAGES =
  /^\/(?:$|(?:documenten|regios|gemeenten|cijfers|indicatoren|reeksen|herindelingen|opendata|wat-wij-niet-weten|verdeling|uitleg|programmering|zorg|samenwerking|toezicht|transferpunt)(?:$|\/[^/]+$))/;

/** What says who asks. Whoever sends one of these gets a page of their own. */
const OF_SOMEBODY = ["Cookie", "Authorization", "X-API-Key"];

type Pagina = { readonly route: string; readonly text: string };

/**
 * Remembers pages as they were sent to somebody nobody knows, and sends them again.
 *
 * Only what was made of memory alone: a page that asked anything of the database is made anew each
 * time. A site is made anew when a figure or a document changes, and with it this memory; a day on
 * which it is asked is part of the question. The least asked go first.
 */
export function rememberPages(
  levensloop: Levensloop = ALTIJD_OPEN,
  now: () => Date = () => new Date(),
): MiddlewareHandler {
  const known = new Map<string, Pagina>();
  let size = 0;
  const forget = (key: string) => {
    size -= known.get(key)?.text.length ?? 0;
    known.delete(key);
  };
  const keep = (key: string, pagina: Pagina) => {
    forget(key);
    known.set(key, pagina);
    size += pagina.text.length;
    for (const oldest of known.keys()) {
      if (size <= MOST_TEXT) break;
      forget(oldest);
    }
  };
  return async (c, next) => {
    if (!isForAll(c) || levensloop.alleenLezenSinds()) return next();
    const key = `${now().toISOString().slice(0, 10)} ${c.req.url}`;
    const found = known.get(key);
    if (found) {
      keep(key, found);
      answeredBy(found.route);
      return c.html(found.text);
    }
    const { gevraagd } = await tellGevraagd(next);
    if (gevraagd || !isPlainPage(c)) return;
    const text = await c.res.clone().text();
    keep(key, { route: routePath(c), text });
  };
}

function isForAll({ req }: Context): boolean {
  if (req.method !== "GET" || !PAGES.test(req.path) || req.url.length > LONGEST_ADDRESS) {
    return false;
  }
  return OF_SOMEBODY.every((name) => req.header(name) === undefined);
}

/** Html that went well, and nothing that is for one browser or this once. */
function isPlainPage(c: Context): boolean {
  const { res } = c;
  const type = res.headers.get("Content-Type") ?? "";
  return (
    res.status === 200 &&
    type.startsWith("text/html") &&
    !res.headers.has("Set-Cookie") &&
    !hasOwnStyles(c)
  );
}

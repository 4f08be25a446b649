import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Bewaking } from "./bewaking.ts";
import { currentVerzoek, duringVerzoek, readVerzoek, type Verzoek } from "./verzoek.ts";

/** Asked every few seconds by whatever watches the server; only a refusal is news. */
const PULSE: ReadonlySet<string> = new Set(["/gezondheid", "/gereed"]);

/** Methods that are counted by their name; any other word that somebody sends is not. */
const METHODS: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
]);

/** The route that answered, where it was another than the last who looked at the request. */
const handedOn = new WeakMap<Verzoek, string>();

/** Says which route answers, where that cannot be seen from who answered. */
export function answeredBy(route: string): void {
  const verzoek = currentVerzoek();
  if (verzoek) handedOn.set(verzoek, route);
}

/**
 * Names every request, in its answer and in all that is logged for it, and tells how it went.
 *
 * Only the pattern of the address is told: an address can hold a secret link or what somebody typed.
 */
export function watchRequests({ logboek, metingen }: Bewaking): MiddlewareHandler {
  return async (c, next) => {
    const outer = currentVerzoek();
    if (outer) {
      await next();
      handedOn.set(outer, routePath(c));
      return;
    }
    const verzoek = readVerzoek((name) => c.req.header(name));
    const begun = performance.now();
    metingen.begin();
    await duringVerzoek(verzoek, async () => {
      await next();
      const seconden = (performance.now() - begun) / 1000;
      const { status } = c.res;
      const method = METHODS.has(c.req.method) ? c.req.method : "_OTHER";
      // By now that of what answered; of what is nowhere, that of the last who looked.
      const route = handedOn.get(verzoek) ?? routePath(c);
      c.res.headers.set("X-Request-Id", verzoek.id);
      metingen.klaar({ method, route, status, seconden });
      if (PULSE.has(route) && status < 400) return;
      logboek.verzoek({ method, route, status, duration_ms: Math.round(seconden * 10_000) / 10 });
    });
  };
}

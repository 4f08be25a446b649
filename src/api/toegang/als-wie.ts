import type { Hono } from "hono";
import { alsWie } from "#storage/als-wie.ts";
import type { Site } from "../site.ts";

/**
 * Lets everything that is asked of the database be asked as who asks the page.
 *
 * Somebody who may see own documents that not everybody sees gets the site with those in it.
 */
export function answerAsWie(app: Hono, { eigenZicht }: Site): void {
  app.use((c, next) => alsWie(c.get("wie"), next));
  if (!eigenZicht) return;
  app.use(async (c, next) => {
    const own = c.get("wie").persoon === undefined ? undefined : await eigenZicht();
    if (!own) return next();
    c.res = await own(c.req.raw, c.env as object);
  });
}

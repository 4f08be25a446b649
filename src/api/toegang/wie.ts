import type { Context, Hono } from "hono";
import { OPENBAAR, type Wie } from "#domain/toegang.ts";
import type { Aangemeld } from "#services/toegang/wie.service.ts";
import { readAangemeld } from "#services/toegang/wie.service.ts";
import { isDatabaseWeg } from "#storage/database-weg.ts";
import type { Site } from "../site.ts";
import { tellSleutelhouder } from "./apisleutelhouder.ts";
import { readGeheim, readNamens } from "./cookies.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Who asks. Every route has it: the public where nobody signed in. */
    wie: Wie;
    /** The session in which they ask, by its id. */
    sessie: string | undefined;
  }
}

/** Finds out who asks, before anything else is done. */
export function tellWie(app: Hono, site: Site): void {
  app.use(async (c, next) => {
    const { wie, sessie } = await askWie(c, site);
    c.set("wie", worksFor(wie, readNamens(c)));
    c.set("sessie", sessie);
    await next();
  });
  tellSleutelhouder(app, site);
}

/** The body that somebody chose goes first: what they make is of that one. What they may stays the same. */
function worksFor(wie: Wie, chosen: string | undefined): Wie {
  const isChosen = ({ organisatie }: Wie["namens"][number]) => organisatie.id === chosen;
  if (!wie.namens.some(isChosen)) return wie;
  const others = wie.namens.filter((mandaat) => !isChosen(mandaat));
  return { ...wie, namens: [...wie.namens.filter(isChosen), ...others] };
}

async function askWie(c: Context, { toegang, https }: Site): Promise<Aangemeld> {
  const geheim = toegang && readGeheim(c, "sessie", https);
  if (!toegang || !geheim) return { wie: OPENBAAR };
  try {
    return await readAangemeld(toegang, geheim);
  } catch (error) {
    // What everybody may see stays to be seen; the session is there again when the database is.
    if (isDatabaseWeg(error)) return { wie: OPENBAAR };
    throw error;
  }
}

import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Aanwezigen, aanwezigheid } from "#contract/api/aanwezig.ts";
import {
  type Aanwezige,
  canSeeDocument,
  listAanwezigen,
  meldAanwezig,
  meldAfwezig,
  removeAfwezigen,
} from "#storage/aanwezig.repository.ts";
import { badRequest } from "../../problem.ts";
import type { Rooms } from "../../site.ts";

const MEESTE_BYTES = 1_000;

/** Who has a document open: a tab says every twenty seconds that it is there, and hears who else is. */
export function aanwezigRoutes(app: Hono, rooms: Rooms): void {
  const { db, toegang, notFound } = rooms;
  const limit = bodyLimit({ maxSize: MEESTE_BYTES });
  app.post("/documenten/:naam/aanwezig", limit, async (c) => {
    const document = c.req.param("naam");
    const { persoon, naam = "", namens } = c.get("wie");
    const seen = persoon !== undefined && (await canSeeDocument(db, document));
    if (!toegang || !seen) return notFound(c, `Er is geen eigen document «${document}».`);
    const read = aanwezigheid.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) {
      throw badRequest("Dit klopt niet", ["Stuur { tab: <UUID> } of { tab: <UUID>, weg: true }."]);
    }
    const { tab, weg } = read.data;
    await removeAfwezigen(toegang.db);
    if (weg) {
      await meldAfwezig(db, { tab, document });
      return c.body(null, 204);
    }
    const organisatie = namens[0]?.organisatie.naam;
    await meldAanwezig(db, { tab, document, naam, ...(organisatie ? { organisatie } : {}) });
    const answer: Aanwezigen = { tekst: await tellAanwezigen(c, rooms, document) };
    c.header("Cache-Control", "no-store");
    return c.json(answer);
  });
}

/** Who else has a document open, in words; nothing for who is not signed in, or is alone. */
export async function tellAanwezigen(
  c: Context,
  { db }: Pick<Rooms, "db">,
  document: string,
): Promise<string> {
  if (c.get("wie").persoon === undefined) return "";
  const there = await listAanwezigen(db, document);
  return there.length === 0 ? "" : `Ook hier: ${there.map(describe).join("; ")}.`;
}

const KLOK = new Intl.DateTimeFormat("nl-NL", {
  ...{ hour: "2-digit", minute: "2-digit" },
  timeZone: "Europe/Amsterdam",
});

function describe({ naam, organisatie, sinds }: Aanwezige): string {
  const who = organisatie === undefined ? naam : `${naam} (${organisatie})`;
  return `${who}, sinds ${KLOK.format(new Date(sinds))}`;
}

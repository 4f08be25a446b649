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
  const { persoon, namens } = c.get("wie");
  if (persoon === undefined) return "";
  const mine = new Set(namens.map(({ organisatie }) => organisatie.naam));
  const there = await listAanwezigen(db, document);
  const told = there.map((one) => describe(one, mine));
  return told.length === 0 ? "" : `Ook hier: ${told.join("; ")}.`;
}

const KLOK = new Intl.DateTimeFormat("nl-NL", {
  ...{ hour: "2-digit", minute: "2-digit" },
  timeZone: "Europe/Amsterdam",
});

/** Who works for another body is known by it, and not by name: as in the history of a document. */
function describe({ naam, organisatie, sinds }: Aanwezige, mine: ReadonlySet<string>): string {
  const colleague = organisatie !== undefined && mine.has(organisatie);
  const who = colleague ? `${naam} (${organisatie})` : `iemand van ${organisatie ?? "elders"}`;
  return `${who}, sinds ${KLOK.format(new Date(sinds))}`;
}

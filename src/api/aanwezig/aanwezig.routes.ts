import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Aanwezigen, aanwezigheid } from "#contract/api/aanwezig.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import {
  type Aanwezige,
  canSee,
  type Ding,
  listAanwezigen,
  meldAanwezig,
  meldAfwezig,
  removeAfwezigen,
} from "#storage/aanwezig.repository.ts";
import { badRequest } from "../problem.ts";
import type { Rooms } from "../site.ts";
import type { OokHier } from "./ook-hier.tsx";

const MEESTE_BYTES = 1_000;

/** Where a tab says that it is there, by what is worked at. */
const PADEN: Readonly<Record<Ding["soort"], string>> = {
  document: "/documenten/:naam/aanwezig",
  lijst: "/verdeling/woordenlijsten/:id/aanwezig",
  fonds: "/fondsen/:id/aanwezig",
  levering: "/inleveringen/:id/aanwezig",
};

/** Who has something open: a tab says every twenty seconds that it is there, and hears who else is. */
export function aanwezigRoutes(app: Hono, rooms: Rooms): void {
  const limit = bodyLimit({ maxSize: MEESTE_BYTES });
  for (const [key, pad] of Object.entries(PADEN)) {
    // Object.entries forgets which keys there are.
    const soort = key as Ding["soort"];
    app.post(pad, limit, (c) => hear(c, rooms, dingOf(c, soort)));
  }
}

function dingOf(c: Context, soort: Ding["soort"]): Ding {
  if (soort === "document") return { soort, id: c.req.param("naam") ?? "" };
  return { soort, id: asKenmerk(c.req.param("id") ?? "") };
}

async function hear(c: Context, rooms: Rooms, ding: Ding): Promise<Response> {
  const { db, toegang, notFound } = rooms;
  const { persoon, naam = "", namens } = c.get("wie");
  const seen = persoon !== undefined && (await canSee(db, ding));
  if (!toegang || !seen) return notFound(c, "Dit is er niet, of u mag het niet zien.");
  const read = aanwezigheid.safeParse(await c.req.json().catch(() => undefined));
  if (!read.success) {
    throw badRequest("Dit klopt niet", ["Stuur { tab: <UUID> } of { tab: <UUID>, weg: true }."]);
  }
  const { tab, weg } = read.data;
  await removeAfwezigen(toegang.db);
  if (weg) {
    await meldAfwezig(db, { tab, ...ding });
    return c.body(null, 204);
  }
  const organisatie = namens[0]?.organisatie.naam;
  await meldAanwezig(db, { tab, ...ding, naam, ...(organisatie ? { organisatie } : {}) });
  const answer: Aanwezigen = { tekst: await tellAanwezigen(c, rooms, ding) };
  c.header("Cache-Control", "no-store");
  return c.json(answer);
}

/** Who else has something open, in words; nothing for who is not signed in, or is alone. */
async function tellAanwezigen(c: Context, { db }: Pick<Rooms, "db">, ding: Ding): Promise<string> {
  const { persoon, namens } = c.get("wie");
  if (persoon === undefined) return "";
  const mine = new Set(namens.map(({ organisatie }) => organisatie.naam));
  const there = await listAanwezigen(db, ding);
  const told = there.map((one) => describe(one, mine));
  return told.length === 0 ? "" : `Ook hier: ${told.join("; ")}.`;
}

/** What a page needs to tell who else is there; undefined where nobody is signed in, or it has no owner. */
export async function readOokHier(
  c: Context,
  rooms: Pick<Rooms, "db" | "scherm">,
  ding: Ding,
): Promise<OokHier | undefined> {
  if (c.get("wie").persoon === undefined || !(await canSee(rooms.db, ding))) return undefined;
  const { scherm } = rooms;
  return {
    tekst: await tellAanwezigen(c, rooms, ding),
    adres: PADEN[ding.soort].replace(/:\w+/, encodeURIComponent(ding.id)),
    ...(scherm ? { script: scherm.aanwezig } : {}),
  };
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

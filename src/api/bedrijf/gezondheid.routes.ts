import { setTimeout } from "node:timers/promises";
import type { Context, Hono } from "hono";
import { listAchterstand } from "#storage/migrate.ts";
import { problemResponse } from "../problem.ts";
import type { Rooms } from "../site.ts";
import { ALTIJD_OPEN } from "./levensloop.ts";

const PATIENCE_MS = 2_000;
const COME_BACK = { "Retry-After": "5" };

type Wat = Pick<Rooms, "db" | "versie" | "levensloop">;

/**
 * For whatever watches the server: is it alive (`/gezondheid`), and can it be sent people (`/gereed`)?
 *
 * Alive asks nothing of the database: starting again mends no database, and ends what is still
 * answered from memory. With `?voor=lezen` a server that can only show is ready too.
 */
export function gezondheidRoutes(app: Hono, wat: Wat): void {
  app.get("/gezondheid", (c) =>
    c.json({ naam: "woonregie", versie: wat.versie, status: "gezond" }),
  );
  app.get("/gereed", (c) => tellReady(c, wat));
}

type Controles = Readonly<Record<"server" | "database" | "tabellen" | "cijfers", string>>;

const GOED: Controles = {
  server: "draait",
  database: "antwoordt",
  tabellen: "bij",
  cijfers: "ingelezen",
};

async function tellReady(c: Context, { db, versie, levensloop = ALTIJD_OPEN }: Wat) {
  const controles: Controles = {
    server: levensloop.stopt() ? "stopt" : GOED.server,
    ...(await lookAtDatabase(db, levensloop.alleenLezenSinds() !== undefined)),
    cijfers: levensloop.cijfersBij() ? GOED.cijfers : "worden opnieuw ingelezen",
  };
  const found = Object.entries(controles).filter(
    ([wie, hoe]) => hoe !== GOED[wie as keyof Controles],
  );
  const shows = found.every(([wie]) => wie === "database");
  if (found.length === 0 || (shows && c.req.query("voor") === "lezen")) {
    const status = found.length === 0 ? "gereed" : "alleen-lezen";
    return c.json({ naam: "woonregie", versie, status, controles });
  }
  const fouten = found.map(([wie, hoe]) => `${wie}: ${hoe}`);
  const detail = `Deze server kan nu niet alles: ${fouten.join("; ")}.`;
  return problemResponse({ status: 503, title: "Niet gereed", detail, fouten }, COME_BACK);
}

async function lookAtDatabase(
  db: Wat["db"],
  onlyShows: boolean,
): Promise<Pick<Controles, "database" | "tabellen">> {
  try {
    const behind = await Promise.race([listAchterstand(db), patience()]);
    const tabellen = behind.length === 0 ? GOED.tabellen : `lopen achter (${behind.join(", ")})`;
    return { database: onlyShows ? "alleen lezen" : GOED.database, tabellen };
  } catch {
    // What the tables are cannot be told; they were up to date when the server began.
    return { database: "antwoordt niet", tabellen: GOED.tabellen };
  }
}

async function patience(): Promise<never> {
  await setTimeout(PATIENCE_MS, undefined, { ref: false });
  throw new Error("the database does not answer in time");
}

import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { type Context, Hono } from "hono";
import { sql } from "kysely";
import { toOpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { createZinmaker } from "#services/kader/zin.ts";
import { createOpendata } from "#services/opendata/opendata.service.ts";
import { NIET_INGEVULD } from "#services/opendata/uitgever.ts";
import { beginRoutes } from "./begin/begin.routes.tsx";
import { bronnenRoutes } from "./bronnen/bronnen.routes.tsx";
import { cijfersRoutes } from "./cijfers/cijfers.routes.tsx";
import { indelingRoutes } from "./indeling/indeling.routes.tsx";
import { inleveringRoutes } from "./inlevering/inlevering.routes.tsx";
import { refuseOtherSites } from "./invoer.ts";
import { kaderRoutes } from "./kader/kader.routes.tsx";
import { createOgc } from "./ogc/ogc.ts";
import { opendataRoutes } from "./opendata/opendata.routes.tsx";
import { FAVICON } from "./page/favicon.ts";
import type { Frame } from "./page/layout.tsx";
import { MessagePage } from "./page/message-page.tsx";
import { pakketRoutes } from "./pakket/pakket.routes.tsx";
import { problemResponse, wantsJson } from "./problem.ts";
import { schermRoutes } from "./scherm/scherm.routes.tsx";
import { securityHeaders } from "./security-headers.ts";
import type { Rooms, Site } from "./site.ts";
import { readStylesheet, type Stylesheet } from "./stylesheet.ts";
import { toegangRoutes } from "./toegang/toegang.routes.tsx";
import { tellWie } from "./toegang/wie.ts";
import { stukkenRoutes } from "./uitvoer/stukken.routes.tsx";
import { uitvoerRoutes } from "./uitvoer/uitvoer.routes.tsx";
import { createApi, foreseen } from "./v1/api.ts";
import { GRENZEN, type Grenzen } from "./v1/grenzen.ts";
import { createRekenaar } from "./verdeling/run-blad.ts";
import { verdelingRoutes } from "./verdeling/verdeling.routes.tsx";
import { vergelijkRoutes } from "./vergelijk/vergelijk.routes.tsx";

const PATIENCE_MS = 5_000;

const FOR_EVER = "public, max-age=31536000, immutable";

/** The pages of Woonregie: every view has an address that brings back exactly that view. */
export function createApp(site: Site, grenzen: Grenzen = GRENZEN): Hono {
  const stylesheet = readStylesheet();
  const frame = (c: Context) => frameOf(c, stylesheet, site.versie);
  const basis = toOpenbareBasis(site.basis);
  const zin = createZinmaker(basis);
  const rooms: Rooms = {
    ...site,
    basis,
    frame,
    zin,
    uitgever: site.uitgever ?? NIET_INGEVULD,
    opendata: createOpendata(basis, zin),
    reken: createRekenaar(basis),
    notFound: (c, wat) => notFound(c, frame(c), wat),
  };
  const app = new Hono();
  app.use(securityHeaders(site));
  app.use(refuseOtherSites());
  serveFiles(app, stylesheet);
  tellWie(app, site);
  app.get("/gezondheid", (c) => health(c, site));
  for (const add of [
    beginRoutes,
    kaderRoutes,
    indelingRoutes,
    cijfersRoutes,
    bronnenRoutes,
    inleveringRoutes,
    verdelingRoutes,
    uitvoerRoutes,
    pakketRoutes,
    stukkenRoutes,
    vergelijkRoutes,
    schermRoutes,
    opendataRoutes,
    toegangRoutes,
  ]) {
    add(app, rooms);
  }
  app.route("/v1", createApi(rooms, grenzen));
  app.route("/ogc/v1", createOgc(rooms, grenzen));
  app.notFound((c) => notFound(c, frame(c), "Deze pagina bestaat niet."));
  app.onError((error, c) => foreseen(error) ?? failed(c, frame(c), site, error));
  return app;
}

/** What answers while everything is being read in: the reason, and to come back. */
export function createStartingApp(site: Pick<Site, "https" | "versie">): Hono {
  const stylesheet = readStylesheet();
  const app = new Hono();
  app.use(securityHeaders(site));
  serveFiles(app, stylesheet);
  app.all("*", (c) => {
    c.header("Retry-After", "5");
    const titel = "Woonregie start op";
    const detail = "De gegevens worden ingelezen. Dat duurt enkele seconden; laad daarna opnieuw.";
    if (wantsProblem(c)) {
      return problemResponse({ status: 503, title: titel, detail });
    }
    const frame = frameOf(c, stylesheet, site.versie);
    return c.html(
      <MessagePage frame={frame} titel={titel}>
        <p>{detail}</p>
      </MessagePage>,
      503,
    );
  });
  return app;
}

/** A program gets data about what went wrong; whoever asks the API is one. */
function wantsProblem({ req }: Context): boolean {
  return /^\/(?:ogc\/)?v1(?:\/|$)/.test(req.path) || wantsJson(req.header("Accept"));
}

function frameOf(c: Context, stylesheet: Stylesheet, versie: string): Frame {
  return { stylesheet: stylesheet.path, versie, adres: readableAddress(c.req.url) };
}

function readableAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function serveFiles(app: Hono, { path, css }: Stylesheet): void {
  app.get(path, (c) => {
    c.header("Cache-Control", FOR_EVER);
    return c.body(css, 200, { "Content-Type": "text/css; charset=utf-8" });
  });
  app.get("/favicon.svg", (c) => {
    c.header("Cache-Control", "public, max-age=86400");
    return c.body(FAVICON, 200, { "Content-Type": "image/svg+xml" });
  });
}

/** For whoever watches the server: whether it and its database answer. */
async function health(c: Context, { db, versie }: Site): Promise<Response> {
  try {
    await Promise.race([sql`select 1`.execute(db), patience()]);
  } catch {
    const detail = "De database antwoordt niet.";
    return problemResponse({ status: 503, title: "Niet gezond", detail });
  }
  return c.json({ naam: "woonregie", versie, status: "gezond" });
}

async function patience(): Promise<never> {
  await setTimeout(PATIENCE_MS, undefined, { ref: false });
  throw new Error("the database does not answer in time");
}

function notFound(c: Context, frame: Frame, wat: string): Response | Promise<Response> {
  const titel = "Niet gevonden";
  if (wantsProblem(c)) {
    return problemResponse({ status: 404, title: titel, detail: wat });
  }
  return c.html(
    <MessagePage frame={frame} titel={titel}>
      <p>{wat}</p>
      <p>
        Kijk bij de <a href="/documenten">documenten</a>, de <a href="/regios">regio's</a> of de{" "}
        <a href="/gemeenten">gemeenten</a>.
      </p>
    </MessagePage>,
    404,
  );
}

/** The reader gets a number to tell; what went wrong goes to whoever runs the server. */
function failed(
  c: Context,
  frame: Frame,
  site: Site,
  error: unknown,
): Response | Promise<Response> {
  const number = randomUUID().slice(0, 8);
  site.onError(number, error);
  const titel = "Er ging iets mis";
  const detail = `Dit ligt niet aan u. Probeer het opnieuw. Helpt dat niet, noem dan nummer ${number} aan wie Woonregie beheert.`;
  if (wantsProblem(c)) {
    return problemResponse({ status: 500, title: titel, detail });
  }
  return c.html(
    <MessagePage frame={frame} titel={titel}>
      <p>{detail}</p>
    </MessagePage>,
    500,
  );
}

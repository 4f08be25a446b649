import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { OPENBAAR, type Wie } from "#domain/toegang.ts";
import { toOpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { createGelaagdeZinmaker, createZinmaker } from "#services/kader/zin.ts";
import { createOpendata } from "#services/opendata/opendata.service.ts";
import { NIET_INGEVULD } from "#services/opendata/uitgever.ts";
import { aandachtRoutes } from "./aandacht/aandacht.routes.tsx";
import { aanwezigRoutes } from "./aanwezig/aanwezig.routes.ts";
import { ONBEWAAKT } from "./bedrijf/bewaking.ts";
import { answerLoss, tellAlleenLezen } from "./bedrijf/database-weg.tsx";
import { gezondheidRoutes } from "./bedrijf/gezondheid.routes.ts";
import { rememberPages } from "./bedrijf/onthoud-paginas.ts";
import { verklaringenRoutes } from "./bedrijf/verklaringen.routes.tsx";
import { watchRequests } from "./bedrijf/watch-requests.ts";
import { beginRoutes } from "./begin/begin.routes.tsx";
import { bronnenRoutes } from "./bronnen/bronnen.routes.tsx";
import { cijfersRoutes } from "./cijfers/cijfers.routes.tsx";
import { limitForms } from "./formuliergrens.ts";
import { wijzigingenPaginas } from "./geschiedenis/geschiedenis.routes.tsx";
import { indelingRoutes } from "./indeling/indeling.routes.tsx";
import { inleveringRoutes } from "./inlevering/inlevering.routes.tsx";
import { openMacht, openPoort, refuseOtherSites } from "./invoer.ts";
import { kaderRoutes } from "./kader/kader.routes.tsx";
import { createOgc } from "./ogc/ogc.ts";
import { opendataRoutes } from "./opendata/opendata.routes.tsx";
import { opmerkingRoutes } from "./opmerking/opmerking.routes.tsx";
import { FAVICON } from "./page/favicon.ts";
import type { Frame } from "./page/layout.tsx";
import { MessagePage } from "./page/message-page.tsx";
import { pakketRoutes } from "./pakket/pakket.routes.tsx";
import { problemResponse, wantsProblem } from "./problem.ts";
import { fondsenRoutes } from "./programmering/fondsen.routes.tsx";
import { schermRoutes } from "./scherm/scherm.routes.tsx";
import { securityHeaders } from "./security-headers.ts";
import type { Rooms, Site } from "./site.ts";
import { readStylesheet, type Stylesheet } from "./stylesheet.ts";
import { aanmeldRoutes } from "./toegang/aanmelden.routes.tsx";
import { accountRoutes } from "./toegang/account.routes.tsx";
import { answerAsWie } from "./toegang/als-wie.ts";
import { sleutelsRoutes } from "./toegang/apisleutels.routes.tsx";
import { delenRoutes } from "./toegang/delen.routes.tsx";
import { gedeeldRoutes } from "./toegang/gedeeld.routes.tsx";
import { organisatieRoutes } from "./toegang/organisatie.routes.tsx";
import { limitAsking } from "./toegang/te-vaak.tsx";
import { ownPath } from "./toegang/terug.ts";
import { toegangRoutes } from "./toegang/toegang.routes.tsx";
import { tellWie } from "./toegang/wie.ts";
import { stukkenRoutes } from "./uitvoer/stukken.routes.tsx";
import { uitvoerRoutes } from "./uitvoer/uitvoer.routes.tsx";
import { createApi, foreseen } from "./v1/api.ts";
import { GRENZEN, type Grenzen } from "./v1/grenzen.ts";
import { vaststellingRoutes } from "./vaststelling/vaststelling.routes.tsx";
import { bevrorenRoutes } from "./verdeling/bevroren.routes.tsx";
import { createRekenaar } from "./verdeling/run-blad.ts";
import { verdelingRoutes } from "./verdeling/verdeling.routes.tsx";
import { vergelijkRoutes } from "./vergelijk/vergelijk.routes.tsx";
import { webhooksRoutes } from "./webhook/webhooks.routes.tsx";
import { woordRoutes } from "./woord/woord.routes.tsx";
import { zoekenRoutes } from "./zoeken/zoeken.routes.tsx";

const FOR_EVER = "public, max-age=31536000, immutable";

/** The parts of the site, each with its own pages. */
const ONDERDELEN: readonly ((app: Hono, rooms: Rooms) => void)[] = [
  beginRoutes,
  woordRoutes,
  kaderRoutes,
  aanwezigRoutes,
  indelingRoutes,
  cijfersRoutes,
  bronnenRoutes,
  inleveringRoutes,
  verdelingRoutes,
  bevrorenRoutes,
  uitvoerRoutes,
  pakketRoutes,
  stukkenRoutes,
  vergelijkRoutes,
  zoekenRoutes,
  fondsenRoutes,
  schermRoutes,
  opendataRoutes,
  verklaringenRoutes,
  toegangRoutes,
  sleutelsRoutes,
  webhooksRoutes,
  aanmeldRoutes,
  accountRoutes,
  wijzigingenPaginas,
  aandachtRoutes,
  opmerkingRoutes,
  organisatieRoutes,
  delenRoutes,
  gedeeldRoutes,
  vaststellingRoutes,
];

/** The pages of Woonregie: every view has an address that brings back exactly that view. */
export function createApp(site: Site, grenzen: Grenzen = GRENZEN): Hono {
  const stylesheet = readStylesheet();
  const frame = (c: Context) => frameOf(c, stylesheet, site);
  const basis = toOpenbareBasis(site.basis);
  const zin = site.zinOnder ? createGelaagdeZinmaker(site.zinOnder, basis) : createZinmaker(basis);
  const rooms: Rooms = {
    ...site,
    invoer: openPoort(site),
    macht: openMacht(site),
    basis,
    frame,
    zin,
    uitgever: site.uitgever ?? NIET_INGEVULD,
    opendata: createOpendata(basis, zin),
    reken: createRekenaar(basis),
    notFound: (c, wat) => notFound(c, frame(c), wat),
  };
  const app = new Hono();
  forAll(app, site);
  serveFiles(app, stylesheet);
  gezondheidRoutes(app, rooms);
  app.use(rememberPages(site.levensloop));
  tellWie(app, site);
  limitAsking(app, { ...site, frame });
  answerAsWie(app, site);
  for (const add of ONDERDELEN) add(app, rooms);
  app.route("/v1", createApi(rooms, grenzen));
  app.route("/ogc/v1", createOgc(rooms, grenzen));
  app.notFound((c) => notFound(c, frame(c), "Deze pagina bestaat niet."));
  app.onError(async (error, c) => {
    const known = foreseen(error) ?? (await answerLoss(c, frame(c), error, wantsProblem(c)));
    return known ?? failed(c, frame(c), site, error);
  });
  return app;
}

/** What holds for every answer, errors too. */
function forAll(app: Hono, site: Site): void {
  app.use(watchRequests(site.bewaking ?? ONBEWAAKT));
  app.use(securityHeaders(site));
  app.use(tellAlleenLezen(site.levensloop));
  app.use(refuseOtherSites());
  app.use(limitForms());
}

/** What answers while everything is being read in: the reason, and to come back. */
export function createStartingApp(site: Pick<Site, "https" | "versie" | "bewaking">): Hono {
  const stylesheet = readStylesheet();
  const app = new Hono();
  app.use(watchRequests(site.bewaking ?? ONBEWAAKT));
  app.use(securityHeaders(site));
  serveFiles(app, stylesheet);
  const naam = "woonregie";
  app.get("/gezondheid", (c) => c.json({ naam, versie: site.versie, status: "start op" }));
  app.all("*", (c) => {
    c.header("Retry-After", "5");
    const titel = "Woonregie start op";
    const detail = "De gegevens worden ingelezen. Dat duurt enkele seconden; laad daarna opnieuw.";
    if (wantsProblem(c)) {
      return problemResponse({ status: 503, title: titel, detail });
    }
    const frame = frameOf(c, stylesheet, site);
    return c.html(
      <MessagePage frame={frame} titel={titel}>
        <p>{detail}</p>
      </MessagePage>,
      503,
    );
  });
  return app;
}

type Over = Pick<Site, "versie" | "levensloop" | "toegang">;

function frameOf(c: Context, { path }: Stylesheet, { versie, levensloop, toegang }: Over): Frame {
  const alleenLezen = levensloop?.alleenLezenSinds() !== undefined;
  const account = toegang && accountOf(c);
  const adres = readableAddress(c.req.url);
  return { stylesheet: path, versie, adres, alleenLezen, ...(account ? { account } : {}) };
}

/** Who is signed in and for whom they work, or where one signs in and comes back here. */
function accountOf(c: Context): Frame["account"] {
  const wie: Wie = c.get("wie") ?? OPENBAAR;
  if (wie.naam !== undefined) return { naam: wie.naam, namens: wie.namens[0]?.organisatie.naam };
  const { pathname, search } = new URL(c.req.url);
  return { aanmelden: `/aanmelden?terug=${encodeURIComponent(ownPath(pathname + search))}` };
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

function notFound(c: Context, frame: Frame, wat: string): Response | Promise<Response> {
  const titel = "Niet gevonden";
  if (wantsProblem(c)) {
    return problemResponse({ status: 404, title: titel, detail: wat });
  }
  return c.html(
    <MessagePage frame={frame} titel={titel}>
      <p>{wat}</p>
      <p>
        <a href="/zoeken">Zoek het op</a>, of kijk bij de <a href="/documenten">documenten</a>, de{" "}
        <a href="/regios">regio's</a> of de <a href="/gemeenten">gemeenten</a>.
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

import { type Context, Hono } from "hono";
import type { Collectie } from "#services/ogc/collectie.ts";
import { gemeentencollectie, provinciescollectie } from "#services/ogc/gebieden.ts";
import { createVormzoeker } from "#services/ogc/gebiedsvorm.ts";
import { toFeature } from "#services/ogc/geojson.ts";
import {
  mistakesInPlain,
  readItemsvraag,
  readItemvraag,
  type Vraaglezing,
} from "#services/ogc/itemsvraag.ts";
import { regioscollectie } from "#services/ogc/regios.ts";
import type { Stelsel } from "#services/ogc/stelsel.ts";
import { dayFor, searchCollectie } from "#services/ogc/zoeken.ts";
import { badRequest, notFoundProblem } from "../problem.ts";
import type { Rooms } from "../site.ts";
import { addressOf } from "../v1/adres.ts";
import { refuseOtherMethods } from "../v1/andere-methoden.ts";
import { GRENZEN, type Grenzen, limitQuery, limitTime } from "../v1/grenzen.ts";
import { gzipAnswers } from "../v1/gzip.ts";
import { markOf, openHeaders } from "../v1/open-antwoord.ts";
import { describeOgcApi } from "./beschrijving.ts";
import {
  CONFORMITEIT,
  describeCollectie,
  describeCollecties,
  describeLanding,
  GEOJSON,
  itemLinks,
  itemsLinks,
  JSON_SOORT,
  OPENAPI_30,
} from "./stukken.ts";

/**
 * Gemeenten, provincies and regions for programs that draw maps: OGC API Features, to be hung under
 * `/ogc/v1`. Beside `/v1`, because the standard says itself what its parameters are called.
 */
export function createOgc(rooms: Rooms, grenzen: Grenzen = GRENZEN): Hono {
  const { basis } = rooms;
  const adres = addressOf(rooms.uitgever, rooms.https);
  const peildag = basis.kennis.peildatum ?? "2026-01-01";
  const collecties = openCollecties(basis);
  const root = (c: Context) => `${adres(c)}/ogc/v1`;
  const find = (c: Context): Collectie => {
    const id = c.req.param("collectie") ?? "";
    const found = collecties().find((one) => one.id === id);
    const known = collecties()
      .map((one) => one.id)
      .join(", ");
    if (!found) throw notFoundProblem(`Er is geen collectie «${id}». Er zijn: ${known}.`);
    return found;
  };

  const ogc = new Hono();
  ogc.use(gzipAnswers(), limitQuery(grenzen), limitTime(grenzen));
  ogc.get("/", (c) => plain(c, describeLanding(root(c), adres(c))));
  ogc.get("/conformance", (c) => plain(c, { conformsTo: CONFORMITEIT }));
  ogc.get("/api", (c) => plain(c, describeOgcApi(root(c), collecties()), OPENAPI_30));
  ogc.get("/collections", (c) => plain(c, describeCollecties(root(c), collecties(), peildag)));
  ogc.get("/collections/:collectie", (c) => plain(c, describeCollectie(root(c), find(c), peildag)));
  ogc.get("/collections/:collectie/items", (c) => {
    const collectie = find(c);
    const { searchParams } = new URL(c.req.url);
    const vraag = orRefuse(readItemsvraag(searchParams, collectie.zoekvelden));
    const all = searchCollectie(collectie, vraag, peildag);
    const page = all.slice(vraag.offset, vraag.offset + vraag.limit);
    const features = page.map((found) => toFeature(found, vraag.crs));
    const links = itemsLinks({ root: root(c), collectie, searchParams, vraag, aantal: all.length });
    const counted = { numberMatched: all.length, numberReturned: page.length };
    return geo(c, { type: "FeatureCollection", ...counted, links, features }, vraag.crs);
  });
  ogc.get("/collections/:collectie/items/:id", (c) => {
    const collectie = find(c);
    const { searchParams } = new URL(c.req.url);
    const { crs, dagen } = orRefuse(readItemvraag(searchParams));
    const id = c.req.param("id");
    const gebied = collectie.list().find((one) => one.id === id);
    if (!gebied) throw notFoundProblem(`In «${collectie.id}» is geen «${id}».`);
    const feature = toFeature({ gebied, op: dayFor(gebied, dagen, peildag) }, crs);
    const links = itemLinks({ root: root(c), collectie, searchParams, id });
    return geo(c, { ...feature, links }, crs);
  });
  refuseOtherMethods(ogc);
  return ogc;
}

/** Made when first asked: reading every document for it is wasted where nobody draws maps. */
function openCollecties(basis: Rooms["basis"]): () => readonly Collectie[] {
  let made: readonly Collectie[] | undefined;
  const vormen = createVormzoeker(basis);
  return () => {
    made ??= [
      gemeentencollectie(basis, vormen),
      provinciescollectie(basis, vormen),
      regioscollectie(basis, vormen),
    ];
    return made;
  };
}

function orRefuse(lezing: Vraaglezing) {
  if (!lezing.ok) throw badRequest("Deze vraag klopt niet", lezing.fouten);
  return lezing.vraag;
}

function plain(c: Context, body: object, mediaType: string = JSON_SOORT): Response {
  const fouten = mistakesInPlain(new URL(c.req.url).searchParams);
  if (fouten.length > 0) throw badRequest("Deze vraag klopt niet", fouten);
  return send(c, body, mediaType);
}

function geo(c: Context, body: object, { uri }: Stelsel): Response {
  c.header("Content-Crs", `<${uri}>`);
  return send(c, body, GEOJSON);
}

function send(c: Context, body: object, mediaType: string): Response {
  const written = JSON.stringify(body);
  if (openHeaders(c, { merk: markOf(written) })) return c.body(null, 304);
  return c.body(written, 200, { "Content-Type": mediaType });
}

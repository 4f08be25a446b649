import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bladzijdeVan, bladzijdevraag } from "#contract/api/bladzijde.ts";
import {
  antwoorden,
  gemaakteInlevering,
  inleverbesluit,
  inleverpad,
  inleverregel,
  inleverstand,
  inlevervraag,
} from "#contract/api/inleveringen.ts";
import {
  beantwoord,
  draaiTerug,
  type Gebiedstoets,
  herstel,
  koppel,
  legTerug,
  neemOver,
  ontvang,
} from "#services/inlevering/inlevering.service.ts";
import { createInleverkluis, type Inleverkluis } from "#services/inlevering/kluis.ts";
import { readMeelezing } from "#services/inlevering/meelezen.ts";
import { asKenmerk, type NieuweLink, openLink } from "#services/toegang/geheim.ts";
import {
  findInlevering,
  type Inlevering,
  listInleveringen,
} from "#storage/inlevering.repository.ts";
import { listPlekkenVan } from "#storage/inlevering-telling.repository.ts";
import { createGebiedstoets, describeNietVanU, onlyWithInvoer } from "../invoer.ts";
import { badRequest, ProblemError, problemResponse } from "../problem.ts";
import type { Rooms } from "../site.ts";
import { made, ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import { geheimOf, MET_GEHEIM, nothingHere } from "./geheim.ts";
import { limitRate } from "./grenzen.ts";
import { toInleverkop, toInleverstand, toMeeleesstand, toOpenStand } from "./inleverbeeld.ts";
import type { Apiomgeving } from "./omgeving.ts";

const tags = ["inleveringen"];

const lijst = createRoute({
  tags,
  method: "get",
  path: "/inleveringen",
  operationId: "zoekInleveringen",
  summary: "Wat er is ingeleverd, van wie, en of het meetelt",
  request: { query: z.strictObject(bladzijdevraag) },
  responses: ok(bladzijdeVan("Inleveringen", inleverregel), "De leveringen, nieuwste eerst.", 400),
});

const lever = createRoute({
  tags,
  method: "post",
  path: "/inleveringen",
  operationId: "leverCijfersIn",
  summary: "Lever een bestand met cijfers in, en zie wat het zou brengen",
  description:
    "De inhoud is het bestand zelf (csv, xlsx of ods). Er gaat nog niets gelden: daarvoor is een besluit nodig.",
  request: {
    query: inlevervraag,
    body: {
      required: true,
      content: {
        "application/octet-stream": { schema: z.string().meta({ format: "binary" }) },
      },
    },
  },
  responses: made(gemaakteInlevering, "Het concept, met zijn controle.", 400, 403, 413, 429),
});

const toon = createRoute({
  tags,
  method: "get",
  path: "/inleveringen/{id}",
  operationId: "toonInlevering",
  summary: "Eén levering, met alles wat erop is op te merken",
  description:
    "Een concept opent met het geheim dat u kreeg toen u het inleverde, of met een account van de organisatie die inleverde. Is het met u gedeeld, dan ziet u hoeveel cijfers erin staan en wat erover is opgemerkt; vragen en koppelingen zijn dan leeg.",
  request: { params: inleverpad },
  responses: ok(inleverstand, "De levering.", 404),
});

const antwoord = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "post",
  path: "/inleveringen/{id}/antwoorden",
  operationId: "beantwoordInlevering",
  summary: "Verbeter cellen, bevestig opmerkingen, kies, of zeg hoe de kolommen gelezen worden",
  request: {
    params: inleverpad,
    body: { required: true, content: { "application/json": { schema: antwoorden } } },
  },
  responses: ok(inleverstand, "De levering zoals zij dan is.", 400, 403, 404, 409, 413, 429),
});

const besluit = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "post",
  path: "/inleveringen/{id}/besluiten",
  operationId: "beslisOverInlevering",
  summary: "Neem een levering over, leg haar terug, draai haar terug of herstel haar",
  description: "Terugdraaien en herstellen kan iedereen die op deze server mag inlezen.",
  request: {
    params: inleverpad,
    body: { required: true, content: { "application/json": { schema: inleverbesluit } } },
  },
  responses: ok(inleverstand, "De levering zoals zij dan is.", 400, 403, 404, 409, 413, 429),
});

/** Deliveries of figures: a file in, everything that is wrong with it out, and then a decision. */
export function inleveringenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db, basis, samenvoegingen, invoer, toegang } = omgeving;
  const kluis = createInleverkluis(db, basis, samenvoegingen);
  const nietVanU = createGebiedstoets(omgeving);
  const guard = onlyWithInvoer(invoer, "cijfers-inleveren", (_, detail) =>
    problemResponse({ status: 403, title: "Dit kunt u hier niet", detail }),
  );
  const posts = ["/inleveringen", "/inleveringen/:id/antwoorden", "/inleveringen/:id/besluiten"];
  api.on("POST", posts, limitRate(omgeving, "inleveren"), guard);
  api.openapi(lijst, async (c) => {
    const all = await listInleveringen(db);
    const done = all.filter(({ stand }) => stand === "overgenomen" || stand === "teruggelegd");
    const rows = done.map(({ telt, aantal, ...rest }) => ({ ...toInleverkop(rest), telt, aantal }));
    return c.json(toBladzijde(rows, c.req.valid("query"), c.req.url), 200);
  });
  api.openapi(lever, async (c) => {
    const { bestandsnaam, ...kop } = c.req.valid("query");
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const told = Object.fromEntries(Object.entries(kop).filter(([, value]) => value !== undefined));
    const received = await ontvang(kluis, {
      bestandsnaam,
      bytes,
      kop: { afzender: kop.afzender, bron: kop.bron, ...told },
    });
    if (received.soort === "onleesbaar") {
      throw badRequest(
        "Dit bestand is niet te lezen",
        received.fouten.map(({ tekst }) => tekst),
      );
    }
    const inlevering = await toOpenStand(kluis, await again(kluis, received.id));
    return c.json({ inlevering, ...withoutId(received.link) }, 201);
  });
  api.openapi(toon, async (c) => {
    const inlevering = await findOne(kluis, c.req.valid("param").id);
    const eigen = await isOwn(c, kluis, inlevering);
    return c.json(await readStand({ kluis, toegang }, inlevering, eigen), 200);
  });
  api.openapi(antwoord, async (c) => {
    const inlevering = await openConcept(c, kluis, c.req.valid("param").id);
    const { koppelingen, ...rest } = c.req.valid("json");
    if (koppelingen && !(await koppel(kluis, inlevering, asKoppelingen(koppelingen)))) {
      throw changed();
    }
    const now = koppelingen ? await again(kluis, inlevering.id) : inlevering;
    const { verbeteringen = [], bevestigingen = [], keuzes = [] } = rest;
    if (!(await beantwoord(kluis, now, { verbeteringen, bevestigingen, keuzes }))) throw changed();
    return c.json(await toOpenStand(kluis, await again(kluis, inlevering.id)), 200);
  });
  api.openapi(besluit, async (c) => {
    const { id } = c.req.valid("param");
    const asked = c.req.valid("json");
    const concept = asked.besluit === "overnemen" || asked.besluit === "terugleggen";
    if (concept) {
      await decide(kluis, await openConcept(c, kluis, id), asked.besluit, nietVanU(c));
    } else await turn(kluis, await findOne(kluis, id), asked, nietVanU(c));
    const inlevering = await again(kluis, asKenmerk(id));
    return c.json(await toInleverstand(kluis, inlevering, await isOwn(c, kluis, inlevering)), 200);
  });
}

type Leeskamer = { readonly kluis: Inleverkluis; readonly toegang: Rooms["toegang"] };

/** A delivery; a concept of others only for whoever it is shared with. */
async function readStand(
  { kluis, toegang }: Leeskamer,
  inlevering: Inlevering,
  eigen: boolean,
): Promise<z.infer<typeof inleverstand>> {
  if (eigen || inlevering.stand !== "concept") return toInleverstand(kluis, inlevering, eigen);
  const lezing = toegang && (await readMeelezing(kluis, toegang.db, inlevering.id));
  if (!lezing) throw nothingHere();
  return toMeeleesstand(inlevering, lezing);
}

function withoutId({ id: _noted, ...link }: NieuweLink): Omit<NieuweLink, "id"> {
  return link;
}

function refuseAreas(gebieden: readonly string[]): void {
  if (gebieden.length === 0) return;
  const detail = describeNietVanU(gebieden);
  throw new ProblemError({ status: 403, title: "Dit kunt u hier niet", detail });
}

type Besluit = z.infer<typeof inleverbesluit>["besluit"];

async function decide(
  kluis: Inleverkluis,
  inlevering: Inlevering,
  wat: Besluit,
  nietVanU: Gebiedstoets,
): Promise<void> {
  if (wat === "terugleggen") {
    if (!(await legTerug(kluis, inlevering))) throw changed();
    return;
  }
  const over = await neemOver(kluis, inlevering, nietVanU);
  const { soort } = over;
  if (soort === "veranderd") throw changed();
  if (soort === "niet-van-u") refuseAreas(over.gebieden);
  if (soort === "niet-klaar") {
    const detail =
      "Er zijn nog vragen, fouten, opmerkingen of keuzes open. Lees de levering opnieuw, en geef antwoord.";
    throw new ProblemError({ status: 409, title: "Nog niet klaar", detail });
  }
}

async function turn(
  kluis: Inleverkluis,
  { id, stand }: Inlevering,
  { besluit: wat, reden }: z.infer<typeof inleverbesluit>,
  nietVanU: Gebiedstoets,
): Promise<void> {
  if (stand !== "overgenomen") throw changed();
  refuseAreas(nietVanU(await listPlekkenVan(kluis.db, id)));
  if (reden === undefined) throw badRequest("De reden ontbreekt", ["Zeg waarom: «reden»."]);
  const act = wat === "terugdraaien" ? draaiTerug : herstel;
  if (!(await act(kluis, id, reden))) throw changed();
}

function changed(): ProblemError {
  const detail = "Deze levering is intussen anders, of al afgerond. Lees haar opnieuw.";
  return new ProblemError({ status: 409, title: "Dit kan nu niet", detail });
}

async function findOne(kluis: Inleverkluis, id: string): Promise<Inlevering> {
  const found = await findInlevering(kluis.db, asKenmerk(id));
  if (!found) throw nothingHere();
  return found;
}

async function again(kluis: Inleverkluis, id: string): Promise<Inlevering> {
  return findOne(kluis, id);
}

async function isOwn(c: Context, { db }: Inleverkluis, { id }: Inlevering): Promise<boolean> {
  return (await openLink(db, id, geheimOf(c)))?.recht === "beheren";
}

async function openConcept(c: Context, kluis: Inleverkluis, id: string): Promise<Inlevering> {
  const link = await openLink(kluis.db, asKenmerk(id), geheimOf(c));
  if (link?.recht !== "beheren") throw nothingHere();
  const inlevering = await findOne(kluis, id);
  if (inlevering.stand !== "concept") throw changed();
  return inlevering;
}

/** What was sent fits the schema; what was left out is not there at all. */
function asKoppelingen(
  koppelingen: NonNullable<z.infer<typeof antwoorden>["koppelingen"]>,
): Inlevering["koppelingen"] {
  return JSON.parse(JSON.stringify(koppelingen));
}

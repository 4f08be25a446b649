import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import {
  cijfervraag,
  correctieronde,
  eigenCijfers,
  gemaakteReactie,
  geopendeRonde,
  linkverzoek,
  nieuweReactie,
  nieuweRonde,
  type reactie,
  rondepad,
  vernieuwdeLink,
} from "#contract/api/correcties.ts";
import { toRekenjson } from "#contract/rekenblad/codec.ts";
import {
  openRonde,
  type Rondebeeld,
  react,
  readEigenCijfers,
  readRonde,
  renewLink,
} from "#services/correctie/correctie.service.ts";
import { listNakijkbaar } from "#services/correctie/nakijken.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import type { Correctiereactie } from "#storage/correctie.repository.ts";
import { createGebiedsmacht } from "../invoer.ts";
import { badRequest } from "../problem.ts";
import { jsonText, made, ok } from "./antwoord.ts";
import { geheimOf, MET_GEHEIM, notAllowed, nothingHere, refuseNewLinks } from "./geheim.ts";
import { limitRate } from "./grenzen.ts";
import type { Apiomgeving } from "./omgeving.ts";

const tags = ["correcties"];

const open = createRoute({
  tags,
  method: "post",
  path: "/correctierondes",
  operationId: "openCorrectieronde",
  summary: "Begin een correctieronde: elke gemeente van een regio krijgt een eigen link",
  request: { body: { required: true, content: { "application/json": { schema: nieuweRonde } } } },
  responses: made(
    geopendeRonde,
    "De ronde, met alle links. Geef elke gemeente de hare.",
    400,
    403,
    429,
  ),
});

const toon = createRoute({
  tags,
  method: "get",
  path: "/correctierondes/{ronde}",
  operationId: "toonCorrectieronde",
  summary: "Wie zijn cijfers heeft gezien of gecorrigeerd, met oud en nieuw",
  request: { params: rondepad },
  responses: ok(correctieronde, "De ronde.", 404),
});

const cijfers = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "get",
  path: "/correctierondes/{ronde}/cijfers",
  operationId: "toonEigenCijfers",
  summary: "De cijfers van de gemeente van deze link of van uw account",
  request: { params: rondepad, query: cijfervraag },
  responses: ok(eigenCijfers, "De cijfers.", 400, 403, 404),
});

const reageer = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "post",
  path: "/correctierondes/{ronde}/reacties",
  operationId: "reageerOpCijfers",
  summary: "Zeg dat de gemeente haar cijfers zag, of corrigeer een cijfer",
  description: "Een correctie is een nieuw cijfer met bron en peildatum. Het oude blijft staan.",
  request: {
    params: rondepad,
    body: { required: true, content: { "application/json": { schema: nieuweReactie } } },
  },
  responses: made(gemaakteReactie, "De reactie is bewaard.", 400, 403, 404, 429),
});

const vernieuw = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "post",
  path: "/correctierondes/{ronde}/links",
  operationId: "vernieuwCorrectielink",
  summary: "Geef een gemeente een nieuwe link; de oude opent niets meer",
  request: {
    params: rondepad,
    body: { required: true, content: { "application/json": { schema: linkverzoek } } },
  },
  responses: made(vernieuwdeLink, "De nieuwe link.", 400, 403, 404, 429),
});

/** Correction rounds: open one, look, see own figures, and react with the link of a gemeente. */
export function correctiesRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db, basis } = omgeving;
  api.on(
    "POST",
    ["/correctierondes", "/correctierondes/:ronde/reacties", "/correctierondes/:ronde/links"],
    limitRate(omgeving, "correcties"),
  );
  const kluis = { db, basis };
  const gebiedsmacht = createGebiedsmacht(omgeving);
  api.openapi(open, async (c) => {
    const own = gebiedsmacht(c, "correctieronde-houden");
    const vandaag = dagVan(omgeving.toegang?.nu() ?? new Date());
    const opened = await openRonde(kluis, { ...c.req.valid("json"), vandaag }, own);
    if (opened.soort === "geen-macht") throw notAllowed(opened.waarom);
    if (opened.soort === "fouten") throw badRequest("Deze ronde kan niet beginnen", opened.fouten);
    const { ronde, beheer, gemeenten } = opened;
    const answer = {
      ronde,
      beheer: toLink(beheer),
      gemeenten: gemeenten.map(toLink),
    };
    return c.json(answer, 201);
  });
  api.openapi(toon, async (c) => {
    const read = await readRonde(kluis, c.req.valid("param").ronde);
    if (!read) throw nothingHere();
    const codes = read.gemeenten.map(({ gemeente }) => gemeente);
    return c.json(
      { ...toRonde(read), nakijken: [...listNakijkbaar(basis, c.get("wie"), codes)] },
      200,
    );
  });
  api.openapi(cijfers, async (c) => {
    const id = c.req.valid("param").ronde;
    const { gemeente } = c.req.valid("query");
    const read = await readEigenCijfers(kluis, { id, geheim: geheimOf(c), gemeente });
    if (read.soort === "niet-gevonden") throw nothingHere();
    if (read.soort === "geen-macht") throw notAllowed(read.waarom);
    const { soort: _read, ...eigen } = read;
    return jsonText(c, toRekenjson(eigen));
  });
  api.openapi(reageer, async (c) => {
    const { gemeente, ...verzoek } = c.req.valid("json");
    const vraag = { id: c.req.valid("param").ronde, geheim: geheimOf(c), gemeente };
    const daad = await react(kluis, vraag, verzoek);
    if (daad.soort === "niet-gevonden") throw nothingHere();
    if (daad.soort === "geen-macht") throw notAllowed(daad.waarom);
    if (daad.soort === "fouten") throw badRequest("Deze correctie klopt nog niet", daad.fouten);
    return c.json({ reactie: daad.id }, 201);
  });
  api.openapi(vernieuw, async (c) => {
    refuseNewLinks(omgeving);
    const { gemeente } = c.req.valid("json");
    const aanvraag = { id: c.req.valid("param").ronde, geheim: geheimOf(c) };
    const link = await renewLink(db, aanvraag, gemeente);
    if (!link) throw nothingHere();
    return c.json({ gemeente, link: link.id, geheim: link.geheim }, 201);
  });
}

function toLink<T extends { readonly id: string }>({ id, ...rest }: T) {
  return { ...rest, link: id };
}

function toRonde({
  ronde,
  gemeenten,
}: Rondebeeld): Omit<z.infer<typeof correctieronde>, "nakijken"> {
  const { id, ...rest } = ronde;
  return {
    ronde: id,
    ...rest,
    gemeenten: gemeenten.map(({ reacties, ...gemeente }) => ({
      ...gemeente,
      reacties: reacties.map(toReactie),
    })),
  };
}

function toReactie({ id, gemeente: _own, ...rest }: Correctiereactie): z.infer<typeof reactie> {
  if (rest.soort === "gezien") return { reactie: id, ...rest };
  const { waarneming, was, ...other } = rest;
  return { reactie: id, ...other, was: JSON.parse(was), wordt: JSON.parse(waarneming) };
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import {
  gemaakteLijst,
  lijstpad,
  lijstverzoek,
  lijstvraag,
  nieuweLijst,
  woordenlijst,
} from "#contract/api/woordenlijsten.ts";
import { changeLijst, readLijst, startLijst } from "#services/woordenlijst/woordenlijst.service.ts";
import type { Woordenlijst } from "#storage/woordenlijst.repository.ts";
import { createGebiedsmacht } from "../invoer.ts";
import { badRequest, ProblemError } from "../problem.ts";
import { made, ok } from "./antwoord.ts";
import { geheimOf, MET_GEHEIM, notAllowed, nothingHere } from "./geheim.ts";
import { limitRate } from "./grenzen.ts";
import { changedSince, isStillThat, kenmerkVan, saysKenmerk, tellKenmerk } from "./kenmerk.ts";
import type { Apiomgeving } from "./omgeving.ts";

const tags = ["woorden"];

const begin = createRoute({
  tags,
  method: "post",
  path: "/woordenlijsten",
  operationId: "beginWoordenlijst",
  summary: "Begin een lege woordenlijst van een regio, met een eigen link",
  request: { body: { required: true, content: { "application/json": { schema: nieuweLijst } } } },
  responses: made(gemaakteLijst, "De lijst, met het geheim van wie haar bijhoudt.", 400, 403, 429),
});

const toon = createRoute({
  tags,
  method: "get",
  path: "/woordenlijsten/{lijst}",
  operationId: "toonWoordenlijst",
  summary: "Hoe een regio dingen noemt",
  request: { params: lijstpad, query: lijstvraag },
  responses: ok(woordenlijst, "De lijst.", 404),
});

const wijzig = createRoute({
  tags,
  ...MET_GEHEIM,
  method: "put",
  path: "/woordenlijsten/{lijst}",
  operationId: "wijzigWoordenlijst",
  summary: "Geef een regio haar eigen woorden; de vorige lijst blijft bewaard",
  request: {
    params: lijstpad,
    body: { required: true, content: { "application/json": { schema: lijstverzoek } } },
  },
  responses: ok(woordenlijst, "De nieuwe lijst.", 400, 403, 404, 409, 412, 429),
});

/** Word lists of regions: labels by code, every version kept. */
export function woordenlijstenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db, basis } = omgeving;
  const gebiedsmacht = createGebiedsmacht(omgeving);
  const limit = limitRate(omgeving, "woorden");
  api.on("POST", "/woordenlijsten", limit);
  api.on("PUT", "/woordenlijsten/:lijst", limit);
  api.openapi(begin, async (c) => {
    const own = gebiedsmacht(c, "woordenlijst-maken");
    const started = await startLijst(db, basis, c.req.valid("json").regio, own);
    if (started.soort === "geen-macht") throw notAllowed(started.waarom);
    if (started.soort === "fouten") {
      throw badRequest("Deze lijst kan niet beginnen", started.fouten);
    }
    const { soort: _begun, lijst, id, ...rest } = started;
    return c.json({ lijst, link: id, ...rest }, 201);
  });
  api.openapi(toon, async (c) => {
    const lijst = await readLijst(db, c.req.valid("param").lijst, c.req.valid("query").versie);
    if (!lijst) throw nothingHere();
    tellKenmerk(c, kenmerkVan(lijst.id, lijst.versie));
    return c.json(toLijst(lijst), 200);
  });
  api.openapi(wijzig, async (c) => {
    const aanvraag = { id: c.req.valid("param").lijst, geheim: geheimOf(c) };
    const now = saysKenmerk(c) ? await readLijst(db, aanvraag.id) : undefined;
    if (now && !isStillThat(c, kenmerkVan(now.id, now.versie))) {
      throw changedSince({ nieuwste: toLijst(now) });
    }
    const own = gebiedsmacht(c, "woordenlijst-maken");
    const daad = await changeLijst(db, basis, aanvraag, c.req.valid("json"), own);
    switch (daad.soort) {
      case "gedaan":
        tellKenmerk(c, kenmerkVan(daad.lijst.id, daad.lijst.versie));
        return c.json(toLijst(daad.lijst), 200);
      case "niet-gevonden":
        throw nothingHere();
      case "geen-macht":
        throw notAllowed(daad.waarom);
      case "fouten":
        throw badRequest("Deze woorden kunnen niet worden bewaard", daad.fouten);
      case "botsing":
        throw new ProblemError({
          status: 409,
          title: "Een ander heeft de lijst intussen gewijzigd",
          detail: `De lijst is nu versie ${daad.lijst.versie}. Breng uw woorden daarin aan.`,
          ...{ uitgangspunt: c.req.valid("json").van, nieuwste: toLijst(daad.lijst) },
        });
    }
  });
}

function toLijst({ id, ...rest }: Woordenlijst) {
  return { lijst: id, ...rest };
}

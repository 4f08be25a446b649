import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { bladzijdeVan, bladzijdevraag } from "#contract/api/bladzijde.ts";
import { lijstInLijst, rondeInLijst, versieInLijst } from "#contract/api/zichtbaarheid.ts";
import {
  type Gedeeld,
  listGedeeldeLijsten,
  listGedeeldeRondes,
  listGedeeldeVersies,
} from "#storage/gedeeld.repository.ts";
import { ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import type { Apiomgeving } from "./omgeving.ts";

const request = { query: z.strictObject(bladzijdevraag) };

const versies = createRoute({
  tags: ["versies"],
  method: "get",
  path: "/versies",
  operationId: "zoekVersies",
  summary: "De versies van uw organisatie, en die met u zijn gedeeld",
  description: "Wat met een geheime link is gemaakt, staat hier niet bij.",
  request,
  responses: ok(bladzijdeVan("Versies", versieInLijst), "De versies, nieuwste eerst.", 400),
});

const rondes = createRoute({
  tags: ["correcties"],
  method: "get",
  path: "/correctierondes",
  operationId: "zoekCorrectierondes",
  summary: "De correctierondes die u mag zien",
  request,
  responses: ok(bladzijdeVan("Correctierondes", rondeInLijst), "De rondes, nieuwste eerst.", 400),
});

const lijsten = createRoute({
  tags: ["woorden"],
  method: "get",
  path: "/woordenlijsten",
  operationId: "zoekWoordenlijsten",
  summary: "De woordenlijsten die u mag zien",
  request,
  responses: ok(bladzijdeVan("Woordenlijsten", lijstInLijst), "De lijsten, nieuwste eerst.", 400),
});

/** What accounts may see of what was kept, begun and worded: their own, and what others share. */
export function gedeeldRoutes(api: OpenAPIHono, { db }: Apiomgeving): void {
  api.openapi(versies, async (c) => {
    const all = await listGedeeldeVersies(db);
    const rows = all.map(({ id, ...rest }) => ({ versie: id, ...flat(rest) }));
    return c.json(toBladzijde(rows, c.req.valid("query"), c.req.url), 200);
  });
  api.openapi(rondes, async (c) => {
    const all = await listGedeeldeRondes(db);
    const rows = all.map(({ id, ...rest }) => ({ ronde: id, ...flat(rest) }));
    return c.json(toBladzijde(rows, c.req.valid("query"), c.req.url), 200);
  });
  api.openapi(lijsten, async (c) => {
    const all = await listGedeeldeLijsten(db);
    const rows = all.map(({ id, ...rest }) => ({ lijst: id, ...flat(rest) }));
    return c.json(toBladzijde(rows, c.req.valid("query"), c.req.url), 200);
  });
}

/** Who made something is not told, only which body. */
function flat<T extends Omit<Gedeeld, "id">>({ eigendom, ...rest }: T) {
  return { ...rest, zichtbaarheid: eigendom.zichtbaarheid };
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import { wijziging, wijzigingenvraag } from "#contract/api/wijziging.ts";
import { listWijzigingsregels } from "#services/geschiedenis/wijzigingen.service.ts";
import { jsonText, ok } from "./antwoord.ts";
import { toPaginalinks } from "./bladzijde.ts";
import type { Apiomgeving } from "./omgeving.ts";

const route = createRoute({
  method: "get",
  path: "/wijzigingen",
  operationId: "zoekWijzigingen",
  tags: ["geschiedenis"],
  summary: "Wat er veranderde, door wie, wanneer en waarom",
  description:
    "U ziet wat uw eigen organisaties raakt en wat u zelf deed. Zonder account is dat niets. Van inhoud staat er alleen een kenmerk.",
  request: { query: wijzigingenvraag },
  responses: ok(bladzijdeVan("Wijzigingen", wijziging), "De wijzigingen, nieuwste eerst.", 400),
});

/** The change log, for whom it is about. */
export function wijzigingenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db, toegang } = omgeving;
  api.openapi(route, async (c) => {
    const { onderwerp, ...vraag } = c.req.valid("query");
    const kamer = toegang ? { db, toegang } : { db };
    const found = await listWijzigingsregels(kamer, c.get("wie"), { ...vraag, tabel: onderwerp });
    const { pagina, perPagina } = vraag;
    const links = toPaginalinks(found.aantal, vraag, c.req.url);
    return jsonText(c, JSON.stringify({ ...found, pagina, perPagina, links }));
  });
}

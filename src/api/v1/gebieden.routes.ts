import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import { gebied, gebiedenvraag } from "#contract/api/gebied.ts";
import type { Basis } from "#services/basis.ts";
import { ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import type { Apiomgeving } from "./omgeving.ts";

const route = createRoute({
  method: "get",
  path: "/gebieden",
  operationId: "zoekGebieden",
  tags: ["gebieden"],
  summary: "Gemeenten en provincies op een dag",
  request: { query: gebiedenvraag },
  responses: ok(bladzijdeVan("Gebieden", gebied), "De gebieden, op code.", 400),
});

/** Gemeenten and provincies: a code or a name only means something on a day. */
export function gebiedenRoutes(api: OpenAPIHono, { basis, peildag }: Apiomgeving): void {
  api.openapi(route, (c) => {
    const vraag = c.req.valid("query");
    const all = listGebieden(basis, vraag.op ?? peildag)
      .filter(({ soort }) => !vraag.soort || soort === vraag.soort)
      .filter(({ provincie }) => !vraag.provincie || provincie === vraag.provincie)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1));
    return c.json(toBladzijde(all, vraag, c.req.url), 200);
  });
}

function listGebieden({ gemeenten }: Basis, op: string) {
  const provincies = gemeenten.provincies.map(({ code, naam }) => ({
    code,
    soort: "provincie" as const,
    naam,
    provincie: undefined,
  }));
  const own = gemeenten.list(op).map((gemeente) => ({ ...gemeente, soort: "gemeente" as const }));
  return [...provincies, ...own];
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import { herindeling, herindelingenvraag } from "#contract/api/herindeling.ts";
import {
  type Herindelingsbeeld,
  listHerindelingen,
} from "#services/cijfers/herindeling.service.ts";
import { toPlain } from "#services/kader/canoniek.ts";
import { jsonText, ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import type { Apiomgeving } from "./omgeving.ts";

const route = createRoute({
  method: "get",
  path: "/herindelingen",
  operationId: "zoekHerindelingen",
  tags: ["gebieden"],
  summary: "Samenvoegingen, splitsingen en verlegde grenzen van gemeenten",
  request: { query: herindelingenvraag },
  responses: ok(bladzijdeVan("Herindelingen", herindeling), "De herindelingen, op datum.", 400),
});

/** Every change of gemeenten that is known; an announced one is told, and counts nowhere. */
export function herindelingenRoutes(api: OpenAPIHono, { basis }: Apiomgeving): void {
  api.openapi(route, (c) => {
    const vraag = c.req.valid("query");
    const all = listHerindelingen(basis)
      .filter(({ zekerheid }) => !vraag.zekerheid || zekerheid === vraag.zekerheid)
      .filter(({ van, naar }) => {
        const codes = [...van, ...naar].map(({ code }) => code);
        return !vraag.gemeente || codes.includes(vraag.gemeente);
      })
      .map(toAntwoord);
    return jsonText(c, JSON.stringify(toPlain(toBladzijde(all, vraag, c.req.url))));
  });
}

function toAntwoord({ overgangen, ...beeld }: Herindelingsbeeld) {
  return {
    ...beeld,
    overgangen: overgangen.map(({ van, naar, deel }) => ({
      van,
      naar,
      ...(deel === undefined ? {} : { deel }),
    })),
  };
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import { fonds, fondsenvraag, fondsMetBoekingen, fondspad } from "#contract/api/fonds.ts";
import { formatBreuk } from "#domain/breuk.ts";
import {
  type Fondsbeeld,
  type Fondsregel,
  readFonds,
  readFondsen,
} from "#services/programmering/fondsen.service.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { ProblemError } from "../problem.ts";
import { ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import type { Apiomgeving } from "./omgeving.ts";

const lijst = createRoute({
  method: "get",
  path: "/fondsen",
  operationId: "zoekFondsen",
  tags: ["fondsen"],
  summary: "Fondsen en regelingen die u mag zien",
  description:
    "Hoeveel er is, tot en met welk jaar het kan worden toegezegd, wat is toegezegd en wat over is.",
  request: { query: fondsenvraag },
  responses: ok(bladzijdeVan("Fondsen", fonds), "De fondsen, op alfabet.", 400),
});

const een = createRoute({
  method: "get",
  path: "/fondsen/{id}",
  operationId: "leesFonds",
  tags: ["fondsen"],
  summary: "Een fonds met alle boekingen",
  description: "Een boeking verandert nooit; wat is teruggetrokken, staat er met de reden bij.",
  request: { params: fondspad },
  responses: ok(fondsMetBoekingen, "Het fonds.", 404),
});

/** Funds for programs: the same as on `/fondsen`. */
export function fondsenApiRoutes(api: OpenAPIHono, { db }: Apiomgeving): void {
  api.openapi(lijst, async (c) => {
    const all = await readFondsen(db);
    return c.json(toBladzijde(all.map(toFonds), c.req.valid("query"), c.req.url), 200);
  });
  api.openapi(een, async (c) => {
    const beeld = await readFonds(db, asKenmerk(c.req.valid("param").id));
    if (!beeld) {
      const detail = "Er is geen fonds met dit kenmerk, of u mag het niet zien.";
      throw new ProblemError({ status: 404, title: "Niet gevonden", detail });
    }
    return c.json(toFondsMetBoekingen(beeld), 200);
  });
}

function toFonds({ fonds: one, stand }: Fondsregel): z.infer<typeof fonds> {
  const { id, naam, doel, bedrag, van, tot, bron } = one;
  return {
    ...{ id, naam, doel, laatsteJaar: tot, bron, toegezegd: formatBreuk(stand.geboekt) },
    ...(bedrag ? { bedrag: formatBreuk(bedrag) } : {}),
    ...(van === undefined ? {} : { eersteJaar: van }),
    ...(stand.over ? { over: formatBreuk(stand.over) } : {}),
  };
}

function toFondsMetBoekingen(beeld: Fondsbeeld): z.infer<typeof fondsMetBoekingen> {
  const { stand, boekingen } = beeld;
  return {
    ...toFonds(beeld),
    perJaar: stand.perJaar.map(({ jaar, bedrag }) => ({ jaar, bedrag: formatBreuk(bedrag) })),
    boekingen: boekingen.map(({ bedrag, op, terug, ...rest }) => ({
      ...rest,
      bedrag: formatBreuk(bedrag),
      op: op.toISOString(),
      ...(terug ? { terug: { op: terug.op.toISOString(), reden: terug.reden } } : {}),
    })),
  };
}

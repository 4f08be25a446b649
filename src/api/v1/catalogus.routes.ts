import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { createCatalogus } from "#services/opendata/catalogus.ts";
import { toJsonLd, toTurtle } from "#services/opendata/rdf.ts";
import { text, texts, unchanged } from "./antwoord.ts";
import type { Apiomgeving } from "./omgeving.ts";
import { markOf, openHeaders } from "./open-antwoord.ts";

const JSON_LD = "application/ld+json";
const TURTLE = "text/turtle";

const choose = createRoute({
  method: "get",
  path: "/catalogus",
  operationId: "toonCatalogus",
  tags: ["open data"],
  summary: "De catalogus van alle open data, als DCAT-AP-NL 3",
  description: "JSON-LD, of Turtle als u daar met Accept om vraagt.",
  responses: texts([JSON_LD, TURTLE], "De catalogus.", 304),
});

const asTurtle = createRoute({
  method: "get",
  path: "/catalogus/dcat-ap-nl.ttl",
  operationId: "toonCatalogusAlsTurtle",
  tags: ["open data"],
  summary: "Dezelfde catalogus als Turtle",
  responses: text(TURTLE, "De catalogus.", 304),
});

const asJsonLd = createRoute({
  method: "get",
  path: "/catalogus/dcat-ap-nl.jsonld",
  operationId: "toonCatalogusAlsJsonLd",
  tags: ["open data"],
  summary: "Dezelfde catalogus als JSON-LD",
  responses: text(JSON_LD, "De catalogus.", 304),
});

/** Everything that may be passed on, for the catalogues of others to collect. */
export function catalogusRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const answer = (c: Context, mediaType: string) => {
    const { opendata, uitgever, adres } = omgeving;
    const knopen = createCatalogus(opendata.list(), { adres: adres(c), uitgever });
    const written = mediaType === TURTLE ? toTurtle(knopen) : toJsonLd(knopen);
    if (openHeaders(c, { merk: markOf(written) })) return unchanged<string>(c);
    return c.body(written, 200, { "Content-Type": `${mediaType}; charset=utf-8` });
  };
  api.openapi(choose, (c) => {
    c.header("Vary", "Accept", { append: true });
    const supports = [JSON_LD, "application/json", TURTLE];
    const found = accepts(c, { header: "Accept", supports, default: JSON_LD });
    return answer(c, found === TURTLE ? TURTLE : JSON_LD);
  });
  api.openapi(asTurtle, (c) => answer(c, TURTLE));
  api.openapi(asJsonLd, (c) => answer(c, JSON_LD));
}

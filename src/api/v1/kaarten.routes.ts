import { createHash } from "node:crypto";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { kaart, kaartvraag } from "#contract/api/kaarten.ts";
import { dayOf, findGebied } from "#services/verdeling/opdracht.ts";
import { badRequest } from "../problem.ts";
import { jsonText, ok, unchanged } from "./antwoord.ts";
import type { Apiomgeving } from "./omgeving.ts";

const route = createRoute({
  method: "get",
  path: "/kaarten",
  operationId: "tekenKaart",
  tags: ["gebieden"],
  summary: "De vormen van de gemeenten van een regio, om op een scherm te tekenen",
  description:
    "Vereenvoudigd tot wat op een scherm te zien is. Het antwoord draagt een ETag: wie het al heeft, krijgt 304.",
  request: { query: kaartvraag },
  responses: ok(kaart, "De kaart.", 304, 400),
});

/** The shapes of a region. A browser keeps them, and asks each time whether they are still the same. */
export function kaartenRoutes(api: OpenAPIHono, { basis }: Apiomgeving): void {
  api.openapi(route, (c) => {
    const { regio, op } = c.req.valid("query");
    const fouten: string[] = [];
    const gebied = findGebied(basis, regio, dayOf(op), fouten);
    if (!gebied) throw badRequest("Deze kaart kan niet worden getekend", fouten);
    const text = JSON.stringify(basis.kaart(gebied, dayOf(op)));
    const etag = `W/"${createHash("sha256").update(text).digest("hex").slice(0, 24)}"`;
    c.header("Cache-Control", "no-cache");
    c.header("ETag", etag);
    if (c.req.header("If-None-Match")?.includes(etag.slice(2))) return unchanged(c);
    return jsonText(c, text);
  });
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import { documentpad } from "#contract/api/document.ts";
import { indicator, indicatorenvraag } from "#contract/api/indicator.ts";
import { formatBreuk } from "#domain/breuk.ts";
import type { Indicator } from "#domain/indicator.ts";
import { isGroepscijfer } from "#services/cijfers/openbare-cijfers.ts";
import { type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { notFoundProblem } from "../problem.ts";
import { ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import { toKop } from "./kop.ts";
import type { Apiomgeving } from "./omgeving.ts";

const list = createRoute({
  method: "get",
  path: "/indicatoren",
  operationId: "zoekIndicatoren",
  tags: ["cijfers"],
  summary: "Wat cijfers betekenen",
  request: { query: indicatorenvraag },
  responses: ok(bladzijdeVan("Indicatoren", indicator), "De indicatoren, op naam.", 400),
});

const show = createRoute({
  method: "get",
  path: "/indicatoren/{id}",
  operationId: "toonIndicator",
  tags: ["cijfers"],
  summary: "Wat een cijfer betekent",
  request: { params: documentpad },
  responses: ok(indicator, "De indicator.", 400, 404),
});

/** What figures mean: the definitions, not the numbers. */
export function indicatorenRoutes(api: OpenAPIHono, { basis, zin }: Apiomgeving): void {
  api.openapi(list, (c) => {
    const vraag = c.req.valid("query");
    const all = basis.bibliotheek
      .list()
      .filter((document) => document.soort === "indicator")
      .filter(({ onderwerp }) => !vraag.onderwerp || onderwerp === vraag.onderwerp)
      .filter(({ niveau }) => !vraag.niveau || niveau.includes(vraag.niveau))
      .toSorted((a, b) => a.id.localeCompare(b.id, "nl") || a.versie - b.versie);
    const page = toBladzijde(all, vraag, c.req.url);
    const items = page.items.map((found) => describeIndicator(found, zin));
    return c.json({ ...page, items }, 200);
  });
  api.openapi(show, (c) => {
    const { id } = c.req.valid("param");
    const found = basis.bibliotheek.find(id);
    if (found?.soort !== "indicator") throw notFoundProblem(`Er is geen indicator «${id}».`);
    return c.json(describeIndicator(found, zin), 200);
  });
}

function describeIndicator(document: Indicator, zin: Zinmaker) {
  const { eenheid, niveau, meetmoment, uitsplitsing, optelbaar, betrouwbaarheid } = document;
  const { marge, definitie, herkomst } = document;
  return {
    ...toKop(document),
    zin: zinAlsTekst(zin(document)),
    eenheid,
    niveau: [...niveau],
    meetmoment,
    uitsplitsing: [...uitsplitsing],
    optelbaar,
    betrouwbaarheid,
    marge: marge && { ...marge, waarde: formatBreuk(marge.waarde) },
    definitie,
    herkomst,
    kleineAantallen: isGroepscijfer(document),
  };
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import { documentpad } from "#contract/api/document.ts";
import { indeling, indelingenvraag, indelingInLijst } from "#contract/api/indeling.ts";
import type { Gemeentelijst } from "#domain/gebied.ts";
import type { Indeling, Lid, Regio } from "#domain/indeling.ts";
import { notFoundProblem } from "../problem.ts";
import { ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import { toKop } from "./kop.ts";
import type { Apiomgeving } from "./omgeving.ts";

const list = createRoute({
  method: "get",
  path: "/indelingen",
  operationId: "zoekIndelingen",
  tags: ["gebieden"],
  summary: "Indelingen van gemeenten in regio's",
  request: { query: indelingenvraag },
  responses: ok(bladzijdeVan("Indelingen", indelingInLijst), "De indelingen, op naam.", 400),
});

const show = createRoute({
  method: "get",
  path: "/indelingen/{id}",
  operationId: "toonIndeling",
  tags: ["gebieden"],
  summary: "Een indeling met haar regio's en leden",
  request: { params: documentpad },
  responses: ok(indeling, "De indeling, met van elk lid hoe zeker het is.", 400, 404),
});

/** Which gemeenten form which region, and how sure that is. */
export function indelingenRoutes(api: OpenAPIHono, { basis }: Apiomgeving): void {
  api.openapi(list, (c) => {
    const vraag = c.req.valid("query");
    const all = basis.bibliotheek
      .list()
      .filter((document) => document.soort === "indeling")
      .filter(({ soortRegio }) => !vraag.soortRegio || soortRegio === vraag.soortRegio)
      .toSorted((a, b) => a.id.localeCompare(b.id, "nl") || a.versie - b.versie)
      .map((found) => ({ ...head(found), aantalRegios: Object.keys(found.regios).length }));
    return c.json(toBladzijde(all, vraag, c.req.url), 200);
  });
  api.openapi(show, (c) => {
    const { id } = c.req.valid("param");
    const found = basis.bibliotheek.find(id);
    if (found?.soort !== "indeling") throw notFoundProblem(`Er is geen indeling «${id}».`);
    const regios = Object.entries(found.regios).map(([naam, regio]) =>
      toRegio(naam, regio, found.peildatum, basis.gemeenten),
    );
    return c.json({ ...head(found), regios }, 200);
  });
}

function head(document: Indeling) {
  const { soortRegio, optie, peildatum } = document;
  return { ...toKop(document), soortRegio, optie, peildatum };
}

function toRegio(naam: string, regio: Regio, op: string, gemeenten: Gemeentelijst) {
  const { titel, zekerheid, bron } = regio;
  const deelregios = Object.entries(regio.deelregios).map(
    ([deel, units]) => [deel, units.map(({ id }) => id)] as const,
  );
  return {
    naam,
    titel,
    zekerheid,
    bron,
    leden: regio.gemeenten.map((lid) => toLid(lid, op, gemeenten)),
    deelregios: Object.fromEntries(deelregios),
  };
}

function toLid({ gemeente, ...lid }: Lid, op: string, gemeenten: Gemeentelijst) {
  const naam = gemeenten.findByCode(gemeente.id, op)?.naam ?? gemeente.naam;
  return { gemeente: gemeente.id, naam, ...lid };
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import { document, documentenvraag, documentInLijst, documentpad } from "#contract/api/document.ts";
import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import { isEditable, type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { vastgesteldVan } from "#services/vaststelling/vastgesteld-van.ts";
import { notFoundProblem } from "../problem.ts";
import { ok, text } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import { kenmerkVan, tellKenmerk } from "./kenmerk.ts";
import { toKop } from "./kop.ts";
import type { Apiomgeving } from "./omgeving.ts";
import { toAntwoord } from "./vaststellingen.routes.ts";

const list = createRoute({
  method: "get",
  path: "/documenten",
  operationId: "zoekDocumenten",
  tags: ["documenten"],
  summary: "Alle documenten",
  request: { query: documentenvraag },
  responses: ok(bladzijdeVan("Documenten", documentInLijst), "De documenten, op naam.", 400),
});

const show = createRoute({
  method: "get",
  path: "/documenten/{id}",
  operationId: "toonDocument",
  tags: ["documenten"],
  summary: "Een document: de kop, en de zin die het is",
  request: { params: documentpad },
  responses: ok(document, "Het document.", 400, 404),
});

const read = createRoute({
  method: "get",
  path: "/documenten/{id}/tekst",
  operationId: "leesDocumenttekst",
  tags: ["documenten"],
  summary: "De tekst van een document zoals die is geschreven",
  request: { params: documentpad },
  responses: text("application/yaml", "De tekst, in YAML.", 400, 404),
});

/** Agreements as they were written, and as the sentence each of them is. */
export function documentenRoutes(api: OpenAPIHono, { basis, zin }: Apiomgeving): void {
  api.openapi(list, (c) => {
    const vraag = c.req.valid("query");
    const all = basis.bibliotheek
      .list()
      .filter(({ soort }) => !vraag.soort || soort === vraag.soort)
      .filter(({ onderwerp }) => !vraag.onderwerp || onderwerp === vraag.onderwerp)
      .filter(({ status }) => !vraag.status || status === vraag.status)
      .toSorted((a, b) => a.id.localeCompare(b.id, "nl") || a.versie - b.versie)
      .map(toKop);
    return c.json(toBladzijde(all, vraag, c.req.url), 200);
  });
  api.openapi(show, (c) => {
    const found = findDocument(c.req.valid("param").id, basis);
    tellKenmerk(c, kenmerkVan(documentnaam(found), basis.tekstVan(documentnaam(found)) ?? ""));
    const vaststellingen = vastgesteldVan(basis, found).map(toAntwoord);
    return c.json({ ...describe(found, zin), vaststellingen }, 200);
  });
  api.openapi(read, (c) => {
    const found = findDocument(c.req.valid("param").id, basis);
    const written = basis.tekstVan(documentnaam(found)) ?? "";
    tellKenmerk(c, kenmerkVan(documentnaam(found), written));
    return c.body(written, 200, { "Content-Type": "application/yaml; charset=utf-8" });
  });
}

function findDocument(id: string, { bibliotheek }: Basis): RegieDocument {
  const found = bibliotheek.find(id);
  if (!found) throw notFoundProblem(`Er is geen document «${id}».`);
  return found;
}

function describe(found: RegieDocument, zin: Zinmaker) {
  const parts = zin(found);
  return {
    ...toKop(found),
    zin: zinAlsTekst(parts),
    zindelen: parts.map((deel) =>
      isEditable(deel)
        ? { tekst: deel.tekst, pad: deel.pad, status: deel.status }
        : { tekst: deel.tekst },
    ),
    parameters: Object.keys(found.parameters),
    tekst: `/v1/documenten/${documentnaam(found)}/tekst`,
  };
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context, TypedResponse } from "hono";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import {
  dataset,
  datasetInLijst,
  datasetpad,
  datasetsvraag,
  gegevens,
} from "#contract/api/dataset.ts";
import { citeDataset } from "#services/opendata/aanhalen.ts";
import type { Opengegevens } from "#services/opendata/opendata.service.ts";
import { adressen } from "#services/opendata/plek.ts";
import { FORMATEN, type Formaat, writeDataset } from "#services/opendata/schrijven.ts";
import { VORMEN } from "#services/opendata/waardelijsten.ts";
import { notFoundProblem } from "../problem.ts";
import { ok, text, unchanged } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import type { Apiomgeving } from "./omgeving.ts";
import { openHeaders } from "./open-antwoord.ts";
import { streamText } from "./stromen.ts";

const list = createRoute({
  method: "get",
  path: "/datasets",
  operationId: "zoekDatasets",
  tags: ["open data"],
  summary: "Wat er als open data is",
  request: { query: datasetsvraag },
  responses: ok(bladzijdeVan("Datasets", datasetInLijst), "De datasets.", 400),
});

const show = createRoute({
  method: "get",
  path: "/datasets/{id}",
  operationId: "toonDataset",
  tags: ["open data"],
  summary: "Een dataset: wat erin staat, van wie, en onder welke voorwaarden",
  request: { params: datasetpad },
  responses: ok(dataset, "De dataset.", 400, 404),
});

const asCsv = createRoute({
  method: "get",
  path: "/datasets/{id}/gegevens.csv",
  operationId: "haalCsv",
  tags: ["open data"],
  summary: "Alle rijen van een dataset als csv",
  description:
    "RFC 4180: komma's, een kopregel, UTF-8. Getallen zijn exact, met een punt. Een tekst die een rekenblad als formule zou lezen, krijgt een apostrof ervoor.",
  request: { params: datasetpad },
  responses: text("text/csv", "De rijen.", 304, 400, 404),
});

const asJson = createRoute({
  method: "get",
  path: "/datasets/{id}/gegevens.json",
  operationId: "haalJson",
  tags: ["open data"],
  summary: "Alle rijen van een dataset als JSON",
  request: { params: datasetpad },
  responses: ok(gegevens, "De rijen.", 304, 400, 404),
});

/** What may be passed on: described, and to be taken along as a whole. */
export function datasetsRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { opendata } = omgeving;
  const find = (id: string): Opengegevens => {
    const found = opendata.find(id);
    if (!found) throw notFoundProblem(`Er is geen dataset «${id}». Kijk op /v1/datasets.`);
    return found;
  };
  api.openapi(list, (c) => {
    const vraag = c.req.valid("query");
    const adres = omgeving.adres(c);
    const all = opendata
      .list()
      .filter(({ dataset: { soort } }) => !vraag.soort || soort === vraag.soort)
      .map((found) => describeHead(found, adres));
    openHeadersForPages(c);
    return c.json(toBladzijde(all, vraag, c.req.url), 200);
  });
  api.openapi(show, (c) => {
    openHeadersForPages(c);
    return c.json(describe(find(c.req.valid("param").id), omgeving.adres(c)), 200);
  });
  api.openapi(asCsv, (c) => {
    const found = find(c.req.valid("param").id);
    return download<string>(c, found, "csv", "text/csv; charset=utf-8; header=present");
  });
  api.openapi(asJson, (c) => {
    const found = find(c.req.valid("param").id);
    return download(c, found, "json", "application/json; charset=utf-8");
  });
}

function openHeadersForPages(c: Context): void {
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Cross-Origin-Resource-Policy", "cross-origin");
}

function download<T>(c: Context, found: Opengegevens, formaat: Formaat, mediaType: string) {
  const { dataset: own, maten } = found;
  const merk = maten[formaat].sha256.slice(0, 24);
  if (openHeaders(c, { merk, gewijzigd: own.gewijzigd })) return unchanged<T>(c);
  c.header("Content-Disposition", `inline; filename="${own.id}.${formaat}"`);
  const answer = streamText(c, writeDataset(own, formaat), mediaType);
  return answer as Response & TypedResponse<T, 200, "json">;
}

function describeHead({ dataset: own, maten, versie }: Opengegevens, adres: string) {
  const { id, soort, titel, omschrijving, licentie, uitgegeven, gewijzigd } = own;
  return {
    id,
    adres: adressen.dataset(adres, id),
    soort,
    titel,
    omschrijving,
    licentie: { naam: licentie.naam, uri: licentie.uri },
    versie,
    uitgegeven,
    gewijzigd,
    aantalRijen: maten.json.rijen,
    distributies: [
      ...FORMATEN.map((formaat) => ({
        formaat,
        adres: adressen.download(adres, id, formaat),
        mediaType: VORMEN[formaat].mediaType.naam,
        bytes: maten[formaat].bytes,
        sha256: maten[formaat].sha256,
      })),
      ...(own.vormen
        ? [
            {
              formaat: "geojson" as const,
              adres: adressen.vormen(adres, own.vormen),
              mediaType: VORMEN.geojson.mediaType.naam,
            },
          ]
        : []),
    ],
  };
}

function describe(found: Opengegevens, adres: string) {
  const { tijdvak, trefwoorden, makers, bronnen, kolommen } = found.dataset;
  return {
    ...describeHead(found, adres),
    tijdvak: tijdvak && { ...tijdvak },
    trefwoorden: [...trefwoorden],
    makers: [...makers],
    bronnen: [...bronnen],
    kolommen: kolommen.map((kolom) => ({ ...kolom })),
    aanhalen: citeDataset(found, { adres }),
  };
}

import type { Collectie, Zoekveld } from "#services/ogc/collectie.ts";
import { LIMIET } from "#services/ogc/itemsvraag.ts";
import { CRS84, STELSELS } from "#services/ogc/stelsel.ts";
import { CONTACT } from "../v1/openapi.routes.ts";
import { GEOJSON, JSON_SOORT, OPENAPI_30 } from "./stukken.ts";

const stelsels = STELSELS.map(({ uri }) => uri);

function query(name: string, description: string, schema: object) {
  return { name, in: "query", required: false, description, schema, style: "form", explode: false };
}

const F = query("f", "Het formaat. Er is alleen json.", { type: "string", enum: ["json"] });
const CRS = query("crs", "Het stelsel van de punten in het antwoord; het staat in Content-Crs.", {
  ...{ type: "string", format: "uri" },
  ...{ enum: stelsels, default: CRS84.uri },
});
const DATETIME = query(
  "datetime",
  "Een dag, een tijdstip met zone, of twee met een / ertussen (.. is open). Alleen wat toen bestond; de vorm is die van de laatste dag.",
  { type: "string" },
);

const ITEMS = [
  query("limit", "Hoeveel er op een bladzijde komen.", {
    ...{ type: "integer", minimum: 1 },
    ...{ maximum: LIMIET.meest, default: LIMIET.gewoon },
  }),
  query("offset", "Hoeveel er worden overgeslagen; volg liever de link next.", {
    ...{ type: "integer", minimum: 0, default: 0 },
  }),
  query("bbox", "Alleen wat dit vak raakt: linksonder en rechtsboven, in het stelsel bbox-crs.", {
    ...{ type: "array", items: { type: "number" } },
    oneOf: [
      { minItems: 4, maxItems: 4 },
      { minItems: 6, maxItems: 6 },
    ],
  }),
  query("bbox-crs", "Het stelsel van bbox.", {
    ...{ type: "string", format: "uri" },
    ...{ enum: stelsels, default: CRS84.uri },
  }),
  CRS,
  DATETIME,
  F,
];

/** The description of this API by the version of OpenAPI that the standard names. */
export function describeOgcApi(root: string, collecties: readonly Collectie[]) {
  return {
    openapi: "3.0.3",
    info: {
      title: "Gebieden en regio's van Woonregie",
      version: "1.0.0",
      description: "OGC API Features, deel 1 (core, oas30, geojson) en deel 2 (crs).",
      license: { name: "EUPL-1.2", url: "https://eupl.eu/1.2/nl/" },
      contact: CONTACT,
    },
    servers: [{ url: root, description: "Deze server" }],
    tags: [
      { name: "dienst", description: "Wat hier is" },
      { name: "gegevens", description: "De gebieden zelf" },
    ],
    paths: {
      "/": plain("toonDienst", "De eerste pagina", "landingPage"),
      "/conformance": plain("toonConformiteit", "Waaraan dit voldoet", "confClasses"),
      "/api": {
        get: {
          ...operation("toonBeschrijving", "Deze beschrijving", "dienst", [F]),
          responses: answers(OPENAPI_30, { type: "object" }),
        },
      },
      "/collections": plain("toonCollecties", "De collecties", "collections"),
      ...Object.assign({}, ...collecties.map(describePaths)),
    },
    components: { schemas: SCHEMAS },
  };
}

function describePaths({ id, titel, zoekvelden }: Collectie) {
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const feature = {
    ...{ name: "featureId", in: "path", required: true },
    ...{ description: "De id van een gebied.", schema: { type: "string" } },
  };
  return {
    [`/collections/${id}`]: plain(`beschrijf${name}`, `De collectie ${titel}`, "collection"),
    [`/collections/${id}/items`]: {
      get: {
        ...operation(`zoek${name}`, titel, "gegevens", [...ITEMS, ...zoekvelden.map(toParameter)]),
        responses: answers(GEOJSON, ref("featureCollectionGeoJSON"), true),
      },
    },
    [`/collections/${id}/items/{featureId}`]: {
      get: {
        ...operation(`toon${name}`, `Eén gebied uit ${titel}`, "gegevens", [
          ...[feature, CRS, DATETIME, F],
        ]),
        responses: answers(GEOJSON, ref("featureGeoJSON"), true),
      },
    },
  };
}

function toParameter({ naam, uitleg, waarden }: Zoekveld) {
  return query(naam, uitleg, { type: "string", enum: waarden });
}

function plain(operationId: string, summary: string, schema: keyof typeof SCHEMAS) {
  return {
    get: {
      ...operation(operationId, summary, "dienst", [F]),
      responses: answers(JSON_SOORT, ref(schema)),
    },
  };
}

function operation(operationId: string, summary: string, tag: string, parameters: object[]) {
  return { operationId, summary, description: `${summary}.`, tags: [tag], parameters };
}

function ref(schema: keyof typeof SCHEMAS) {
  return { $ref: `#/components/schemas/${schema}` };
}

function answers(mediaType: string, schema: object, geo = false) {
  const headers = {
    ETag: { description: "Wat dit antwoord kenmerkt.", schema: { type: "string" } },
    ...(geo
      ? { "Content-Crs": { description: "Het stelsel van de punten.", schema: { type: "string" } } }
      : {}),
  };
  const wrong = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: ref("exception") } },
  });
  return {
    200: { description: "Het antwoord.", headers, content: { [mediaType]: { schema } } },
    304: { description: "Dit is nog hetzelfde als wat u al hebt." },
    400: wrong("De vraag klopt niet; elke fout staat erbij."),
    404: wrong("Dit is er niet."),
    default: wrong("Er ging iets anders mis."),
  };
}

const LINKS = { type: "array", items: { $ref: "#/components/schemas/link" } };

const SCHEMAS = {
  link: {
    type: "object",
    required: ["href", "rel"],
    properties: Object.fromEntries(
      ["href", "rel", "type", "hreflang", "title"].map((name) => [name, { type: "string" }]),
    ),
  },
  landingPage: {
    type: "object",
    required: ["links"],
    properties: { title: { type: "string" }, description: { type: "string" }, links: LINKS },
  },
  confClasses: {
    type: "object",
    required: ["conformsTo"],
    properties: { conformsTo: { type: "array", items: { type: "string" } } },
  },
  collections: {
    type: "object",
    required: ["links", "collections"],
    properties: {
      links: LINKS,
      collections: { type: "array", items: { $ref: "#/components/schemas/collection" } },
    },
  },
  collection: {
    type: "object",
    required: ["id", "links"],
    properties: {
      id: { type: "string" },
      title: { type: "string" },
      description: { type: "string" },
      itemType: { type: "string" },
      extent: { type: "object" },
      crs: { type: "array", items: { type: "string" } },
      storageCrs: { type: "string" },
      links: LINKS,
    },
  },
  featureCollectionGeoJSON: {
    type: "object",
    required: ["type", "features"],
    properties: {
      type: { type: "string", enum: ["FeatureCollection"] },
      numberMatched: { type: "integer", minimum: 0 },
      numberReturned: { type: "integer", minimum: 0 },
      links: LINKS,
      features: { type: "array", items: { $ref: "#/components/schemas/featureGeoJSON" } },
    },
  },
  featureGeoJSON: {
    type: "object",
    required: ["type", "geometry", "properties"],
    properties: {
      type: { type: "string", enum: ["Feature"] },
      id: { type: "string" },
      geometry: { type: "object", nullable: true },
      properties: { type: "object" },
      links: LINKS,
    },
  },
  exception: {
    type: "object",
    required: ["status", "title", "detail"],
    properties: {
      status: { type: "integer" },
      title: { type: "string" },
      detail: { type: "string" },
      fouten: { type: "array", items: { type: "string" } },
    },
  },
} as const;

import { Ajv2020, type AnySchema, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { API_VERSIE } from "#api/v1/antwoord.ts";
import { aSite, asProgram, basis } from "#test/api-proef.ts";

type Antwoord = {
  readonly content?: Readonly<Record<string, { readonly schema: AnySchema }>>;
};
type Beschrijving = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly responses: Readonly<Record<string, Antwoord>> }>>
    >
  >;
  readonly components: object;
};

const app = createApp(aSite());
const ask = asProgram(app);
const openapi = (await (await ask("/v1/openapi.json")).json()) as Beschrijving;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: "openapi", components: openapi.components });

const compiled = new Map<string, ValidateFunction>();

/** The schema that the description gives for this answer; an answer that it does not know fails. */
function schemaFor(path: string, method: string, status: number, mediaType: string) {
  const responses = openapi.paths[path]?.[method.toLowerCase()]?.responses ?? {};
  const content = (responses[status] ?? responses.default)?.content?.[mediaType];
  if (!content) throw new Error(`${method} ${path} describes no ${status} as ${mediaType}`);
  const key = `${path} ${method} ${status} ${mediaType}`;
  const inside = JSON.parse(JSON.stringify(content.schema).replaceAll("#/", "openapi#/"));
  const validate = compiled.get(key) ?? ajv.compile(inside);
  compiled.set(key, validate);
  return validate;
}

const URGENTEN = { document: "urgenten-bovengrens", regio: "drechtsteden", op: "2026-01-01" };
const CIJFERS = { urgenten: "420 tot 480", mutatiegraad: "5% tot 6%" };
const HASH = "0".repeat(64);
const TEKST = basis.tekstVan("sleutel-inwoners") ?? "";

type Geval = [status: number, path: string, address: string, json?: unknown];

const GEVALLEN: readonly Geval[] = [
  [200, "/openapi.json", "/openapi.json"],
  [200, "/gebieden", "/gebieden?soort=gemeente&op=2021-01-01&perPagina=3&pagina=2"],
  [200, "/gebieden", "/gebieden?soort=provincie"],
  [200, "/gebieden", "/gebieden?provincie=PV28&pagina=9"],
  [400, "/gebieden", "/gebieden?perPagina=0&pagina=veel&soort=dorp&op=gisteren&onzin=1"],
  [200, "/indelingen", "/indelingen?soortRegio=samenwerking"],
  [200, "/indelingen/{id}", "/indelingen/drechtsteden"],
  [200, "/indelingen/{id}", "/indelingen/arnhem-nijmegen@1"],
  [404, "/indelingen/{id}", "/indelingen/inwoners"],
  [200, "/indicatoren", "/indicatoren?perPagina=1000"],
  [200, "/indicatoren/{id}", "/indicatoren/mutatiegraad"],
  [404, "/indicatoren/{id}", "/indicatoren/nergens"],
  [200, "/waarnemingen", "/waarnemingen?gebied=GM0505"],
  [200, "/waarnemingen", "/waarnemingen?indicator=inwoners&moment=2024-01-01&perPagina=400"],
  [400, "/waarnemingen", "/waarnemingen"],
  [400, "/waarnemingen", "/waarnemingen?indicator=geluk&gebied=GM9999"],
  [200, "/documenten", "/documenten?perPagina=1000"],
  [400, "/documenten", "/documenten?soort=verdelng"],
  [200, "/documenten/{id}", "/documenten/gmr-urgenten"],
  [404, "/documenten/{id}", "/documenten/nergens"],
  [200, "/documenten/{id}/tekst", "/documenten/sleutel-inwoners/tekst"],
  [404, "/documenten/{id}/tekst", "/documenten/nergens/tekst"],
  [
    200,
    "/rekenbladen",
    "/rekenbladen?document=sleutel-inwoners&regio=drechtsteden&naast=sleutel-sociale-huur&cijfer.urgenten=450",
  ],
  [400, "/rekenbladen", "/rekenbladen?document=nergens"],
  [400, "/rekenbladen", "/rekenbladen"],
  [
    200,
    "/verdelingen",
    "/verdelingen",
    { ...URGENTEN, cijfers: CIJFERS, verantwoording: "geheel" },
  ],
  [200, "/verdelingen", "/verdelingen", { ...URGENTEN, verantwoording: "GM0505" }],
  [
    200,
    "/verdelingen",
    "/verdelingen",
    {
      ...URGENTEN,
      cijfers: { ...CIJFERS, urgenten: "9000" },
      naast: ["sleutel-inwoners", "sleutel-mutaties"],
    },
  ],
  [
    200,
    "/verdelingen",
    "/verdelingen",
    { tekst: TEKST, regio: "drechtsteden", cijfers: CIJFERS, wijzigingen: { titel: "Anders" } },
  ],
  [400, "/verdelingen", "/verdelingen", { ...URGENTEN, tekst: TEKST }],
  [
    400,
    "/verdelingen",
    "/verdelingen",
    { tekst: "soort: verdeling\nid: [", regio: "drechtsteden" },
  ],
  [400, "/verdelingen", "/verdelingen", { ...URGENTEN, regio: "drechtstede", naast: ["nergens"] }],
  [400, "/verdelingen", "/verdelingen", { ...URGENTEN, cijfers: { urgenten: "veel" } }],
  [400, "/verdelingen", "/verdelingen", { ...URGENTEN, verantwoording: "GM0363" }],
  [400, "/verdelingen", "/verdelingen", { regio: 5, extra: true }],
  [400, "/verdelingen", "/verdelingen", "{ dit is geen JSON"],
  [400, "/verdelingen/{hash}", "/verdelingen/abc"],
  [500, "/verdelingen/{hash}", `/verdelingen/${HASH}`],
];

describe("what the API answers", () => {
  it.each(GEVALLEN)(
    "%i on %s is what its description says: %s",
    async (status, path, address, json) => {
      const answer = await ask(`/v1${address}`, { json });
      const body = await answer.text();
      expect([answer.status, body.slice(0, status === answer.status ? 0 : 900)]).toEqual([
        status,
        "",
      ]);
      const [mediaType = ""] = (answer.headers.get("Content-Type") ?? "").split(";");
      expect(answer.headers.get("API-Version")).toBe(API_VERSIE);
      expect(mediaType).toBe(status >= 400 ? "application/problem+json" : mediaType);
      const validate = schemaFor(path, json === undefined ? "GET" : "POST", status, mediaType);
      validate(mediaType.includes("json") ? JSON.parse(body) : body);
      expect(
        validate.errors?.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`) ??
          [],
      ).toEqual([]);
    },
  );
});

describe("the description of the API", () => {
  const described = Object.entries(openapi.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} /v1${path}`),
  );

  it("names every route that there is", () => {
    const there = app.routes
      .filter(({ path, method }) => path.startsWith("/v1") && method !== "ALL")
      .map(({ path, method }) => `${method} ${path.replaceAll(/:([^/]+)/g, "{$1}")}`);
    expect([...new Set(there)].toSorted()).toEqual(described.toSorted());
  });
});

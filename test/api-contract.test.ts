import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { API_VERSIE } from "#api/v1/antwoord.ts";
import { holdsToDescription, openapi } from "#test/api-beschrijving.ts";
import { aSite, asProgram, basis } from "#test/api-proef.ts";

const app = createApp(aSite());
const ask = asProgram(app);

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
  [200, "/herindelingen", "/herindelingen"],
  [200, "/herindelingen", "/herindelingen?gemeente=GM1980&zekerheid=vast"],
  [400, "/herindelingen", "/herindelingen?zekerheid=misschien"],
  [200, "/indicatoren", "/indicatoren?perPagina=1000"],
  [200, "/indicatoren/{id}", "/indicatoren/mutatiegraad"],
  [404, "/indicatoren/{id}", "/indicatoren/nergens"],
  [200, "/waarnemingen", "/waarnemingen?gebied=GM0505"],
  [200, "/waarnemingen", "/waarnemingen?indicator=inwoners&moment=2024-01-01&perPagina=400"],
  [400, "/waarnemingen", "/waarnemingen"],
  [400, "/waarnemingen", "/waarnemingen?indicator=geluk&gebied=GM9999"],
  [400, "/inleveringen", "/inleveringen?perPagina=0"],
  [400, "/fondsen", "/fondsen?perPagina=0"],
  [400, "/wijzigingen", "/wijzigingen?perPagina=0&van=gisteren"],
  [200, "/documenten", "/documenten?perPagina=1000"],
  [400, "/documenten", "/documenten?soort=verdelng"],
  [200, "/documenten/{id}", "/documenten/gmr-urgenten"],
  [404, "/documenten/{id}", "/documenten/nergens"],
  [200, "/documenten/{id}/tekst", "/documenten/sleutel-inwoners/tekst"],
  [404, "/documenten/{id}/tekst", "/documenten/nergens/tekst"],
  [200, "/datasets", "/datasets?soort=gebieden"],
  [400, "/datasets", "/datasets?soort=wat&pagina=0"],
  [200, "/datasets/{id}", "/datasets/cijfers-inwoners"],
  [200, "/datasets/{id}", "/datasets/indelingen"],
  [404, "/datasets/{id}", "/datasets/nergens"],
  [200, "/datasets/{id}/gegevens.csv", "/datasets/gebieden-2026/gegevens.csv"],
  [404, "/datasets/{id}/gegevens.csv", "/datasets/nergens/gegevens.csv"],
  [200, "/datasets/{id}/gegevens.json", "/datasets/documenten/gegevens.json"],
  [404, "/datasets/{id}/gegevens.json", "/datasets/nergens/gegevens.json"],
  [200, "/catalogus", "/catalogus"],
  [200, "/catalogus/dcat-ap-nl.ttl", "/catalogus/dcat-ap-nl.ttl"],
  [200, "/catalogus/dcat-ap-nl.jsonld", "/catalogus/dcat-ap-nl.jsonld"],
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
      const { headers } = answer;
      const body = await holdsToDescription(answer, path, json === undefined ? "GET" : "POST");
      expect([answer.status, status === answer.status || body]).toEqual([status, true]);
      expect(headers.get("API-Version")).toBe(API_VERSIE);
      const problem = headers.get("Content-Type")?.startsWith("application/problem+json");
      expect(problem).toBe(status >= 400);
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

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import * as contract from "#contract/api/opmerkingen.ts";
import type { Opmerking } from "#domain/opmerking.ts";
import {
  leesOpmerking,
  maakOpmerking,
  type Opmerkingdaad,
  type Opmerkingkamer,
  zieOpmerking,
} from "#services/opmerking/opmerking.service.ts";
import { listOpmerkingen } from "#storage/opmerking.repository.ts";
import { badRequest, notFoundProblem } from "../problem.ts";
import { made, ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import { notAllowed } from "./geheim.ts";
import { limitRate } from "./grenzen.ts";
import type { Apiomgeving } from "./omgeving.ts";

const tags = ["opmerkingen"];
const MEESTE = 1000;

const lijst = createRoute({
  tags,
  method: "get",
  path: "/opmerkingen",
  operationId: "zoekOpmerkingen",
  summary: "De opmerkingen over gemeenten die u mag zien, de nieuwste eerst",
  request: { query: contract.opmerkingvraag },
  responses: ok(contract.opmerkingen, "De opmerkingen.", 400),
});

const maak = createRoute({
  tags,
  method: "post",
  path: "/opmerkingen",
  operationId: "maakOpmerking",
  summary: "Leg een opmerking voor aan een gemeente, die haar als eerste ziet",
  request: {
    body: { required: true, content: { "application/json": { schema: contract.nieuweOpmerking } } },
  },
  responses: made(contract.opmerking, "De opmerking is bewaard.", 400, 403, 429),
});

const toon = createRoute({
  tags,
  method: "get",
  path: "/opmerkingen/{opmerking}",
  operationId: "toonOpmerking",
  summary: "Eén opmerking, met de antwoorden van de gemeente",
  request: { params: contract.opmerkingpad },
  responses: ok(contract.opmerking, "De opmerking.", 404),
});

const zie = createRoute({
  tags,
  method: "put",
  path: "/opmerkingen/{opmerking}/gezien",
  operationId: "zieOpmerking",
  summary: "Zeg namens de gemeente dat zij de opmerking heeft gezien",
  request: { params: contract.opmerkingpad },
  responses: ok(contract.opmerking, "De opmerking, nu ook voor anderen.", 403, 404, 429),
});

const antwoord = createRoute({
  tags,
  method: "post",
  path: "/opmerkingen/{opmerking}/antwoorden",
  operationId: "beantwoordOpmerking",
  summary: "Antwoord namens de gemeente; de opmerking geldt dan ook als gezien",
  request: {
    params: contract.opmerkingpad,
    body: { required: true, content: { "application/json": { schema: contract.nieuwAntwoord } } },
  },
  responses: made(contract.opmerking, "De opmerking met het antwoord.", 400, 403, 404, 429),
});

/** Remarks about gemeenten: seen by the gemeente first, and then by whom the maker chose. */
export function opmerkingenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db, basis, toegang } = omgeving;
  const kamer: Opmerkingkamer = { db, basis, nu: toegang?.nu ?? (() => new Date()) };
  const limit = limitRate(omgeving, "opmerkingen");
  api.on("POST", ["/opmerkingen", "/opmerkingen/:opmerking/antwoorden"], limit);
  api.on("PUT", "/opmerkingen/:opmerking/gezien", limit);
  api.openapi(lijst, async (c) => {
    const { gemeente, ...blad } = c.req.valid("query");
    const asked = { hoogstens: MEESTE, ...(gemeente === undefined ? {} : { gemeente }) };
    const all = (await listOpmerkingen(db, asked)).map(toJson);
    return c.json(toBladzijde(all, blad, c.req.url), 200);
  });
  api.openapi(maak, async (c) => {
    const wie = c.get("wie");
    return c.json(await show(wie, await maakOpmerking(kamer, wie, c.req.valid("json"))), 201);
  });
  api.openapi(toon, async (c) => {
    const { opmerking: id } = c.req.valid("param");
    return c.json(await show(c.get("wie"), { soort: "gedaan", id }), 200);
  });
  api.openapi(zie, async (c) => {
    const { opmerking: id } = c.req.valid("param");
    const wie = c.get("wie");
    return c.json(await show(wie, await zieOpmerking(kamer, wie, { id })), 200);
  });
  api.openapi(antwoord, async (c) => {
    const { opmerking: id } = c.req.valid("param");
    const wie = c.get("wie");
    const said = { id, antwoord: c.req.valid("json").tekst };
    return c.json(await show(wie, await zieOpmerking(kamer, wie, said)), 201);
  });

  /** What was done, as it is now; what was not, as a problem. */
  async function show(wie: Parameters<typeof leesOpmerking>[1], done: Opmerkingdaad) {
    if (done.soort === "geen-macht") throw notAllowed(done.waarom);
    if (done.soort === "fouten") {
      throw badRequest(
        "Deze opmerking kan zo niet worden bewaard",
        done.fouten.map(({ veld, tekst }) => `${veld}: ${tekst}`),
      );
    }
    const found = done.soort === "gedaan" && (await leesOpmerking(kamer, wie, done.id));
    if (!found) throw notFoundProblem("Er is geen opmerking met dit kenmerk.");
    return toJson(found.opmerking);
  }
}

function toJson({ id, organisatie: _body, kring: _circle, ...rest }: Opmerking) {
  const json: z.input<typeof contract.opmerking> = {
    opmerking: id,
    ...rest,
    antwoorden: [...rest.antwoorden],
  };
  return json;
}

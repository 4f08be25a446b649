import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import {
  type verdelingsopdracht as Schema,
  verdeeltabel,
  verdelingsopdracht,
} from "#contract/api/verdeling.ts";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { toCanoniek } from "#services/kader/canoniek.ts";
import { computeTabel } from "#services/verdeling/verdeling.service.ts";
import { badRequest } from "../problem.ts";
import { jsonText, ok } from "./antwoord.ts";
import { readBladopdracht, runOpdracht } from "./bladopdracht.ts";
import { limitRate } from "./grenzen.ts";
import type { Apiomgeving } from "./omgeving.ts";
import { withDeadline } from "./rekentijd.ts";
import { toVerdeeltabel } from "./verdeeltabel.ts";

const route = createRoute({
  method: "post",
  path: "/verdelingen",
  operationId: "rekenVerdeling",
  tags: ["verdelingen"],
  summary: "Een verdeling uitrekenen",
  description:
    "Rekent een document uit over een regio, met eigen cijfers en keuzes, en legt er andere sleutels naast. Er wordt niets bewaard. Wat mensen moeten beslissen of wat ontbreekt, staat bij de meldingen van de uitkomst.",
  request: {
    body: { required: true, content: { "application/json": { schema: verdelingsopdracht } } },
  },
  responses: ok(verdeeltabel, "De uitkomst, met de sleutels naast elkaar.", 400, 413, 415, 429),
});

/** Works out a verdeling; nothing is kept. */
export function verdelingenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { basis, grenzen, peildag, now, zin } = omgeving;
  api.on("POST", "/verdelingen", limitRate(omgeving, "verdelen"));
  api.openapi(route, (c) => {
    const asked = c.req.valid("json");
    const blad = toBlad(asked, peildag);
    const opdracht = readBladopdracht(blad, basis, grenzen, asked.tekst);
    const timed = withDeadline(basis, grenzen.tijd, now);
    const run = () => computeTabel(timed, opdracht, blad.naast);
    const { tabel } = runOpdracht(run, blad.op, basis);
    return jsonText(c, toCanoniek(toVerdeeltabel(tabel, blad.op, zin, asked.verantwoording)));
  });
}

type Opdracht = z.output<typeof Schema>;

function toBlad(asked: Opdracht, peildag: string): Blad {
  const { document, tekst, regio, op, naast, voorbeeld } = asked;
  if ((document === undefined) === (tekst === undefined)) {
    throw badRequest("Deze vraag klopt niet", [
      "In de inhoud: noem een «document», of stuur een eigen «tekst». Een van de twee.",
    ]);
  }
  return {
    document: document ?? "",
    regio,
    op: op ?? peildag,
    naast: [...new Set(naast)].filter((naam) => naam !== document),
    cijfers: new Map(Object.entries(asked.cijfers)),
    keuzes: new Map(Object.entries(asked.ingevuld)),
    wijzigingen: new Map(Object.entries(asked.wijzigingen)),
    voorbeeld,
  };
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import { type toetsopdracht as Schema, toetsopdracht, toetsuitkomst } from "#contract/api/toets.ts";
import { loadDocument } from "#contract/kader/load.ts";
import type { Eisoordeel } from "#domain/oordeel.ts";
import type { Toets } from "#domain/toets.ts";
import type { Basis } from "#services/basis.ts";
import { toetsDocument } from "#services/toets/toets.service.ts";
import { badRequest } from "../problem.ts";
import { ok } from "./antwoord.ts";
import { runOpdracht } from "./bladopdracht.ts";
import { limitRate } from "./grenzen.ts";
import type { Apiomgeving } from "./omgeving.ts";
import { withDeadline } from "./rekentijd.ts";

const TITEL = "Deze toets kan niet worden uitgevoerd";

const route = createRoute({
  method: "post",
  path: "/toetsen",
  operationId: "voerToetsUit",
  tags: ["toetsen"],
  summary: "Een toets uitvoeren",
  description:
    "Voert een toets uit op de geleverde cijfers. Er wordt niets bewaard. Wat ontbreekt of nog niet is bepaald, staat bij het oordeel.",
  request: {
    body: { required: true, content: { "application/json": { schema: toetsopdracht } } },
  },
  responses: ok(toetsuitkomst, "Het oordeel per eis en per eenheid.", 400, 413, 415, 429),
});

/** Carries out a toets; nothing is kept. */
export function toetsenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { basis, grenzen, peildag, now } = omgeving;
  api.on("POST", "/toetsen", limitRate(omgeving, "toetsen"));
  api.openapi(route, (c) => {
    const asked = c.req.valid("json");
    const { regio, niveau, op = peildag } = asked;
    const opdracht = {
      document: readToets(asked, basis),
      op,
      ...(regio === undefined ? {} : { regio }),
      ...(niveau === undefined ? {} : { niveau }),
      ...{ cijfers: [], ingevuld: {}, uitleg: [], besluiten: [] },
    };
    const timed = withDeadline(basis, grenzen.tijd, now);
    const { vraag, uitkomst } = runOpdracht(() => toetsDocument(timed, opdracht), op, basis);
    const { document, titel, eenheden, opmerkingen } = uitkomst;
    return c.json(
      {
        ...{ document, titel, op },
        gebied: vraag.gebied.titel,
        niveau: uitkomst.niveau,
        eenheden: eenheden.map(({ id, naam, oordelen }) => ({
          ...{ id, naam },
          oordelen: oordelen.map(toOordeel),
        })),
        opmerkingen: [...opmerkingen],
      },
      200,
    );
  });
}

function toOordeel({ eis, fase, oordeel, gat, ...rest }: Eisoordeel) {
  return {
    ...{ eis, oordeel },
    ...(fase ? { fase } : {}),
    ...(gat ? { gat: `${gat.aantal}` } : {}),
    opmerkingen: [...rest.opmerkingen],
    ontbreekt: [...new Set(rest.ontbreekt.map(({ cijfer }) => cijfer))],
    onbepaald: [...rest.onbepaald],
  };
}

function readToets({ document, tekst }: z.output<typeof Schema>, basis: Basis): Toets {
  if ((document === undefined) === (tekst === undefined)) {
    throw badRequest("Deze vraag klopt niet", [
      "In de inhoud: noem een «document», of stuur een eigen «tekst». Een van de twee.",
    ]);
  }
  const read = tekst === undefined ? basis.bibliotheek.find(document ?? "") : readOwn(tekst, basis);
  if (read?.soort === "toets") return read;
  const what = read
    ? `Hier kan alleen een toets staan, geen ${read.soort}.`
    : `Er is geen toets «${document}».`;
  throw badRequest(TITEL, [what]);
}

function readOwn(tekst: string, { kennis }: Basis) {
  const read = loadDocument(tekst, { bestand: "uw tekst", kennis });
  if (read.ok) return read.document;
  throw badRequest(
    TITEL,
    read.fouten.map(({ regel, kolom, tekst: fout }) => `Regel ${regel}, teken ${kolom}: ${fout}`),
  );
}

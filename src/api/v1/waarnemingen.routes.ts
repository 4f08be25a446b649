import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bladzijdeVan } from "#contract/api/bladzijde.ts";
import { waarneming, waarnemingenvraag } from "#contract/api/waarneming.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";
import { cijfersOp } from "#services/cijfers/cijfers-op.ts";
import { toPlain } from "#services/kader/canoniek.ts";
import { badRequest } from "../problem.ts";
import { jsonText, ok } from "./antwoord.ts";
import { toBladzijde } from "./bladzijde.ts";
import type { Apiomgeving } from "./omgeving.ts";

const route = createRoute({
  method: "get",
  path: "/waarnemingen",
  operationId: "zoekWaarnemingen",
  tags: ["cijfers"],
  summary: "De cijfers zelf, met bron en datum",
  description:
    "Noem een indicator, een gebied of beide. Cijfers over een groep mensen staan er per gemeente alleen als elk aantal in die provincie minstens tien is; anders staat er de som van de provincie. Van een gemeente die is samengevoegd, staat een cijfer van ervoor er als som van de vroegere gemeenten; de opmerking zegt dat.",
  request: { query: waarnemingenvraag },
  responses: ok(bladzijdeVan("Waarnemingen", waarneming), "De cijfers, nieuwste eerst.", 400),
});

/** The figures that were delivered; what nobody delivered is not there, and is not nought. */
export function waarnemingenRoutes(api: OpenAPIHono, { basis, peildag }: Apiomgeving): void {
  api.openapi(route, (c) => {
    const vraag = c.req.valid("query");
    const fouten = mistakesIn(vraag, basis, peildag);
    if (fouten.length > 0) throw badRequest("Deze cijfers zijn er niet", fouten);
    const all = findAll(vraag, basis, peildag).filter(
      ({ moment }) => !vraag.moment || moment === vraag.moment,
    );
    return jsonText(c, JSON.stringify(toPlain(toBladzijde(all, vraag, c.req.url))));
  });
}

type Vraag = { readonly indicator?: string | undefined; readonly gebied?: string | undefined };

function mistakesIn({ indicator, gebied }: Vraag, basis: Basis, op: string): readonly string[] {
  if (indicator === undefined && gebied === undefined) {
    return ["Noem een indicator of een gebied: ?indicator=inwoners, ?gebied=GM0505."];
  }
  const known = indicator === undefined || basis.bibliotheek.find(indicator)?.soort === "indicator";
  const there = gebied === undefined || listGebieden(basis, op).includes(gebied);
  return [
    ...(known ? [] : [`Er is geen indicator «${indicator}».`]),
    ...(there ? [] : [`Er is geen gebied «${gebied}». Schrijf een code als GM0505 of PV28.`]),
  ];
}

function findAll({ indicator, gebied }: Vraag, basis: Basis, op: string): readonly Waarneming[] {
  const gebieden = gebied === undefined ? listGebieden(basis, op) : [gebied];
  const cijfers = cijfersOp(basis, op);
  return listIndicatoren(basis, indicator).flatMap((naam) =>
    gebieden.flatMap((code) => newestFirst(cijfers.find(naam, code))),
  );
}

function listIndicatoren({ bibliotheek }: Basis, only: string | undefined): readonly string[] {
  const found = only === undefined ? undefined : bibliotheek.find(only);
  if (found) return [found.id];
  const all = bibliotheek.list().filter(({ soort }) => soort === "indicator");
  return [...new Set(all.map(({ id }) => id))].toSorted();
}

function listGebieden({ gemeenten, nederland }: Basis, op: string): readonly string[] {
  const provincies = gemeenten.provincies.map(({ code }) => code);
  return [...gemeenten.list(op).map(({ code }) => code), ...provincies, nederland(op).id];
}

function newestFirst(all: readonly Waarneming[]): readonly Waarneming[] {
  return all.toSorted((a, b) => ((a.moment ?? "") < (b.moment ?? "") ? 1 : -1));
}

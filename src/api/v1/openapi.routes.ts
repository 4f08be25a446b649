import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { ANDERS, API_VERSIE, jsonText, ok } from "./antwoord.ts";

const route = createRoute({
  method: "get",
  path: "/openapi.json",
  operationId: "toonOpenapi",
  tags: ["beschrijving"],
  summary: "Deze beschrijving van de API",
  responses: ok(z.looseObject({ openapi: z.string() }), "De beschrijving, als OpenAPI 3.1."),
});

/** `.example` has no mailbox: no organisation has taken up the care of Woonregie yet. */
export const CONTACT = {
  name: "Beheer van Woonregie",
  email: "beheer@woonregie.example",
  url: "https://github.com/woonregie/woonregie",
};

const TAGS = [
  ["beschrijving", "De API zelf"],
  ["gebieden", "Gemeenten en provincies, en in welke regio's zij vallen"],
  ["cijfers", "Wat een cijfer betekent, en wat er geleverd is"],
  ["documenten", "Afspraken zoals zij zijn opgeschreven"],
  ["verdelingen", "Wat er uit een verdeling komt, met verantwoording"],
  ["toetsen", "Of iets zo is"],
  ["fondsen", "Geld voor het bouwen, tot en met welk jaar, en wat is toegezegd"],
  ["geschiedenis", "Wat er veranderde, door wie, wanneer en waarom"],
  ["versies", "Bewaarde versies van een verdeling"],
  ["inleveringen", "Bestanden met cijfers: controleren, overnemen en terugdraaien"],
  ["correcties", "Wat gemeenten van hun eigen cijfers zeggen"],
  ["woorden", "Hoe een regio dingen noemt"],
  ["opmerkingen", "Opmerkingen over een gemeente, die haar als eerste ziet"],
  ["vaststellingen", "Wat bestuursorganen vaststelden, met hun besluit"],
  ["open data", "Wat anderen mogen overnemen, en de catalogus daarvan"],
] as const;

/** The description of the API, for every program on every site to read. */
export function openapiRoutes(api: OpenAPIHono): void {
  api.openapi(route, (c) => {
    c.header("Access-Control-Allow-Origin", "*");
    c.header("Cross-Origin-Resource-Policy", "cross-origin");
    return jsonText(c, JSON.stringify(describeApi(api)));
  });
}

/** The OpenAPI document of all routes that the API has. */
export function describeApi(api: OpenAPIHono) {
  const described = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Woonregie",
      version: API_VERSIE,
      description:
        "Regionale afspraken over wonen als documenten die lopen: gebieden, cijfers, documenten en wat er uit een verdeling komt. Getallen in uitkomsten zijn tekst en precies: «178», «16610.04» of «1/3».",
      license: { name: "EUPL-1.2", url: "https://eupl.eu/1.2/nl/" },
      contact: CONTACT,
    },
    servers: [{ url: "/v1", description: "Deze server" }],
    tags: TAGS.map(([name, description]) => ({ name, description })),
  });
  for (const path of Object.values(described.paths ?? {})) {
    for (const [method, operation] of Object.entries(path)) nameRefusals(method, operation);
  }
  return described;
}

type Operation = {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Record<string, unknown>;
};

const READS_NO_BODY: ReadonlySet<string> = new Set(["get", "delete"]);

/** What any route refuses that reads something: the house does so, whatever the route says. */
function nameRefusals(method: string, operation: Operation): void {
  const { parameters, requestBody, responses } = operation;
  const refused = requestBody ? ([400, 413, 415] as const) : ([400] as const);
  if (READS_NO_BODY.has(method) && !parameters?.length) return;
  const { content } = responses.default as { readonly content: unknown };
  for (const status of refused) {
    responses[status] ??= { description: ANDERS[status], content };
  }
}

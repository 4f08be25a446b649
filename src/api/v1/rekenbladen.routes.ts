import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { rekenblad, rekenbladvraag, VRIJE_INVULLING } from "#contract/api/rekenblad.ts";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { toRekenjson } from "#contract/rekenblad/codec.ts";
import { readRekenblad } from "#services/rekenblad/rekenblad.service.ts";
import { readVanDeRegio } from "#services/rekenblad/van-de-regio.ts";
import { badRequest } from "../problem.ts";
import { jsonPacked, jsonText, ok } from "./antwoord.ts";
import { readBladopdracht, runOpdracht } from "./bladopdracht.ts";
import { createIngepakt } from "./ingepakt.ts";
import type { Apiomgeving } from "./omgeving.ts";
import { withDeadline } from "./rekentijd.ts";

const route = createRoute({
  method: "get",
  path: "/rekenbladen",
  operationId: "maakRekenblad",
  tags: ["verdelingen"],
  summary: "Alles wat nodig is om een verdeling zelf uit te rekenen",
  description: "Het adres is dat van de pagina, met dezelfde invulling.",
  parameters: [VRIJE_INVULLING],
  request: { query: rekenbladvraag },
  responses: ok(rekenblad, 'Het rekenblad. Een heel getal is «{ "$": "12" }».', 400),
});

/** Everything a browser needs to reckon a rekenblad itself; the query is that of the page. */
export function rekenbladenRoutes(api: OpenAPIHono, omgeving: Apiomgeving): void {
  const { db, grenzen, peildag, now } = omgeving;
  const ingepakt = createIngepakt();
  api.openapi(route, async (c) => {
    const query = new URL(c.req.url).searchParams;
    const blad = readBlad(query.get("document") ?? "", query, peildag);
    const regio = await readVanDeRegio(db, omgeving.basis, blad);
    if (!regio.ok) throw badRequest("Dit rekenblad kan niet worden gemaakt", regio.fouten);
    const { basis, woorden } = regio;
    const make = () => {
      const opdracht = readBladopdracht(blad, basis, grenzen);
      const timed = withDeadline(basis, grenzen.tijd, now);
      const made = runOpdracht(() => readRekenblad(timed, opdracht, blad.naast), blad.op, basis);
      return toRekenjson({ ...made.blad, ...(woorden ? { woorden } : {}) });
    };
    // What a region says of it stands in the database, and can be another at any moment.
    if (woorden || basis !== omgeving.basis) return jsonText(c, make());
    const answer = await ingepakt(c, query.toString(), make);
    return "text" in answer ? jsonText(c, answer.text) : jsonPacked(c, answer.bytes);
  });
}

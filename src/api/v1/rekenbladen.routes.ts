import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { rekenblad, rekenbladvraag, VRIJE_INVULLING } from "#contract/api/rekenblad.ts";
import { type Blad, readBlad } from "#contract/rekenblad/blad.ts";
import { toRekenjson } from "#contract/rekenblad/codec.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { applyWijzigingen } from "#contract/rekenblad/wijzigingen.ts";
import { documentnaam } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { readRekenblad } from "#services/rekenblad/rekenblad.service.ts";
import { badRequest } from "../problem.ts";
import { jsonText, ok } from "./antwoord.ts";
import type { Grenzen } from "./grenzen.ts";
import type { Apiomgeving } from "./omgeving.ts";

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
export function rekenbladenRoutes(api: OpenAPIHono, { basis, grenzen }: Apiomgeving): void {
  api.openapi(route, (c) => {
    const query = new URL(c.req.url).searchParams;
    const made = makeBlad(query, basis, grenzen);
    if (!made.ok) throw badRequest("Dit rekenblad kan niet worden gemaakt", made.fouten);
    return jsonText(c, toRekenjson(made.blad));
  });
}

function makeBlad(query: URLSearchParams, basis: Basis, grenzen: Grenzen) {
  const naam = query.get("document") ?? "";
  const shipped = basis.bibliotheek.find(naam);
  if (shipped?.soort !== "verdeling") return refuse(`Er is geen verdeling «${naam}».`);
  const blad = readBlad(naam, query, basis.kennis.peildatum ?? "2026-01-01");
  if (blad.naast.length > grenzen.naast) {
    return refuse(`Er kunnen hoogstens ${grenzen.naast} verdelingen naast liggen.`);
  }
  const changed = withChanges(shipped, blad, basis);
  if (!changed.ok) return changed;
  const { document } = changed;
  const { cijfers, ingevuld, fouten } = readIngevuld(blad, document, basis);
  if (fouten.length > 0) {
    return refuse(...fouten.map(({ veld, tekst }) => `${veld}: ${tekst}`));
  }
  const { regio, op, naast } = blad;
  try {
    return readRekenblad(basis, { document, regio, op, cijfers, ingevuld }, naast);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const naamVan = (id: string) => basis.gemeenten.findByCode(id, op)?.naam ?? id;
    return refuse(describeRuleError(error, naamVan));
  }
}

function refuse(...fouten: readonly string[]) {
  return { ok: false, fouten } as const;
}

/** The document with what people changed on the sheet; the document that ships stays as it is. */
function withChanges(shipped: Verdeling, { wijzigingen }: Blad, basis: Basis) {
  if (wijzigingen.size === 0) return { ok: true, document: shipped } as const;
  const tekst = basis.tekstVan(documentnaam(shipped)) ?? "";
  const read = applyWijzigingen(tekst, wijzigingen, basis.kennis);
  if (!read.ok) return read;
  if (read.document.soort === "verdeling") return { ok: true, document: read.document } as const;
  return refuse("Hier kan alleen een verdeling staan.");
}

import type { Hono } from "hono";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { toRekenjson } from "#contract/rekenblad/codec.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { RuleError } from "#domain/errors.ts";
import type { Basis } from "#services/basis.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { readRekenblad } from "#services/rekenblad/rekenblad.service.ts";
import type { Rooms } from "../site.ts";

/** Everything a browser needs to reckon a rekenblad itself; the query is that of the page. */
export function rekenbladenRoutes(app: Hono, { basis }: Rooms): void {
  app.get("/v1/rekenbladen", (c) => {
    const query = new URL(c.req.url).searchParams;
    const made = makeBlad(query, basis);
    if ("fouten" in made) return unreadable(made.fouten);
    return c.body(toRekenjson(made.blad), 200, {
      "Content-Type": "application/json; charset=utf-8",
    });
  });
}

function makeBlad(query: URLSearchParams, basis: Basis) {
  const naam = query.get("document") ?? "";
  const document = basis.bibliotheek.find(naam);
  if (document?.soort !== "verdeling") return { fouten: [`Er is geen verdeling «${naam}».`] };
  const blad = readBlad(naam, query, basis.kennis.peildatum ?? "2026-01-01");
  const { cijfers, ingevuld, fouten } = readIngevuld(blad, document, basis);
  if (fouten.length > 0) return { fouten: fouten.map(({ veld, tekst }) => `${veld}: ${tekst}`) };
  const { regio, op, naast } = blad;
  try {
    return readRekenblad(basis, { document, regio, op, cijfers, ingevuld }, naast);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const naamVan = (id: string) => basis.gemeenten.findByCode(id, op)?.naam ?? id;
    return { fouten: [describeRuleError(error, naamVan)] };
  }
}

/** A problem document (RFC 9457) that names every mistake. */
function unreadable(fouten: readonly string[]): Response {
  const problem = {
    status: 400,
    title: "Dit rekenblad kan niet worden gemaakt",
    detail: fouten.join(" "),
    fouten,
  };
  return new Response(JSON.stringify(problem), {
    status: 400,
    headers: { "Content-Type": "application/problem+json; charset=utf-8" },
  });
}

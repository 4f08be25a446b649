import type { Hono } from "hono";
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
import type { Rooms } from "../site.ts";

/** Everything a browser needs to reckon a rekenblad itself; the query is that of the page. */
export function rekenbladenRoutes(app: Hono, { basis }: Rooms): void {
  app.get("/v1/rekenbladen", (c) => {
    const query = new URL(c.req.url).searchParams;
    const made = makeBlad(query, basis);
    if (!made.ok) return unreadable(made.fouten);
    return c.body(toRekenjson(made.blad), 200, {
      "Content-Type": "application/json; charset=utf-8",
    });
  });
}

function makeBlad(query: URLSearchParams, basis: Basis) {
  const naam = query.get("document") ?? "";
  const shipped = basis.bibliotheek.find(naam);
  if (shipped?.soort !== "verdeling") return refuse(`Er is geen verdeling «${naam}».`);
  const blad = readBlad(naam, query, basis.kennis.peildatum ?? "2026-01-01");
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

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { verantwoording } from "#contract/api/verantwoording.ts";
import { bevriezing, hashpad, verantwoordingvraag } from "#contract/api/verdeling.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import { recomputeUitkomst } from "#services/kader/bevroren-uitkomst.ts";
import { toCanoniek } from "#services/kader/canoniek.ts";
import { explainUitkomst } from "#services/verdeling/uitleg.ts";
import { findBevriezing } from "#storage/bevriezing.repository.ts";
import { badRequest, notFoundProblem, ProblemError } from "../problem.ts";
import { jsonText, ok } from "./antwoord.ts";
import type { Apiomgeving } from "./omgeving.ts";

const show = createRoute({
  method: "get",
  path: "/verdelingen/{hash}",
  operationId: "toonBevriezing",
  tags: ["verdelingen"],
  summary: "Een bevroren uitkomst",
  description:
    "Met het document, de keuzes en de uitkomst zoals zij bewaard zijn. Alleen wie het hele kenmerk heeft, kan erbij.",
  request: { params: hashpad },
  responses: ok(bevriezing, "De bevroren uitkomst.", 400, 404),
});

const account = createRoute({
  method: "get",
  path: "/verdelingen/{hash}/verantwoording",
  operationId: "verantwoordBevriezing",
  tags: ["verdelingen"],
  summary: "Hoe een bevroren uitkomst tot stand kwam",
  description: "Wordt opnieuw uitgerekend; het antwoord is er alleen als dat hetzelfde geeft.",
  request: { params: hashpad, query: verantwoordingvraag },
  responses: ok(verantwoording, "De verantwoording, als boom.", 400, 404, 409),
});

/** Frozen outcomes by their hash; whoever has no hash cannot guess one. */
export function bevriezingenRoutes(api: OpenAPIHono, { db }: Apiomgeving): void {
  const find = async (hash: string) => {
    const found = await findBevriezing(db, hash);
    if (found.soort === "gevonden") return found.bevriezing;
    throw notFoundProblem("Er is geen bevroren uitkomst met dit kenmerk.");
  };
  api.openapi(show, async (c) => {
    const { hash, document, gebied, op, engineVersie, bevrorenOp, ...kept } = await find(
      c.req.valid("param").hash,
    );
    const stored = JSON.parse(kept.ingevuld) as Readonly<Record<string, unknown>>;
    const uitkomst: unknown = JSON.parse(kept.uitkomst);
    const own = { hash, document, gebied, op, engineVersie, bevrorenOp, ...stored, uitkomst };
    return jsonText(c, JSON.stringify(own));
  });
  api.openapi(account, async (c) => {
    const { eenheid } = c.req.valid("query");
    const again = recomputeUitkomst(await find(c.req.valid("param").hash));
    if (again.soort === "gelijk") return jsonText(c, explain(again.uitkomst, eenheid));
    throw new ProblemError({
      status: 409,
      title: "Dit is niet meer na te rekenen",
      detail: ANDERS,
    });
  });
}

const ANDERS =
  "Deze versie van Woonregie rekent de bevroren uitkomst niet meer op dezelfde manier uit. De uitkomst zelf staat vast. Gebruik voor de verantwoording de versie die haar bevroor.";

function explain(uitkomst: VerdelingUitkomst, eenheid: string | undefined): string {
  if (eenheid !== undefined && !uitkomst.eenheden.some(({ id }) => id === eenheid)) {
    throw badRequest("Deze vraag klopt niet", [
      `In het adres, «eenheid»: «${eenheid}» doet in deze uitkomst niet mee.`,
    ]);
  }
  return toCanoniek(explainUitkomst(uitkomst, eenheid));
}

import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { notFoundProblem, ProblemError } from "../problem.ts";

/** What a route that asks for a secret says in the description of the API. */
export const MET_GEHEIM = { security: [{ geheim: [] }] };

/** How a secret travels: in a header, so that it stands in no address and in no log of addresses. */
export function describeGeheim(api: OpenAPIHono): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "geheim", {
    type: "http",
    scheme: "bearer",
    description: "Het geheim van een link. Het hoort in deze kopregel en nooit in een adres.",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "apisleutel", {
    type: "apiKey",
    in: "header",
    name: "X-API-Key",
    description:
      "De sleutel van een organisatie, als een programma namens haar vraagt. Wat openbaar is, vraagt geen sleutel.",
  });
}

/** The secret that came along; an empty one opens nothing. */
export function geheimOf(c: Context): string {
  return /^Bearer ([\w-]{1,200})$/.exec(c.req.header("Authorization") ?? "")?.[1] ?? "";
}

/** The one answer for what is not there, and for a secret that does not fit. */
export function nothingHere(): ProblemError {
  return notFoundProblem("Dit is er niet, of deze link opent het niet. Kijk of de link heel is.");
}

/** Refused by the table of powers, with its words. */
export function notAllowed(detail: string): ProblemError {
  return new ProblemError({ status: 403, title: "Dit kunt u hier niet", detail });
}

/** Where people have accounts they share with those, and no secret is given out any more. */
export function refuseNewLinks({ toegang }: { readonly toegang?: unknown }): void {
  if (toegang) {
    throw notAllowed(
      "Op deze server deelt u met accounts, en niet meer met nieuwe geheime links. Kies wie het ziet op de pagina «Wie ziet dit?», of met «zichtbaarheid» in de API.",
    );
  }
}

export function notYours(detail: string): ProblemError {
  return new ProblemError({ status: 403, title: "Dit kan met deze link niet", detail });
}

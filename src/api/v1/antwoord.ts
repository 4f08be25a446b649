import type { Context, TypedResponse } from "hono";
import type { z } from "zod";
import { probleem } from "#contract/api/probleem.ts";

/** The version of the API as a whole; the major is that of the address. */
export const API_VERSIE = "1.0.0";

const HEADERS = {
  "API-Version": {
    description: "De volledige versie van de API.",
    schema: { type: "string", example: API_VERSIE },
  },
} as const;

/** Why an answer can be another than the good one. */
export const ANDERS = {
  304: "Dit is nog hetzelfde als wat u al hebt.",
  400: "De vraag kan zo niet worden beantwoord; elke fout staat erbij.",
  403: "Dit kan met deze link niet.",
  404: "Dit is er niet, of het is niet voor u.",
  409: "Dit botst met wat er al is.",
  410: "Dit was er, en het is weg.",
  412: "Dit is veranderd sinds u het las; wat er nu is staat erbij.",
  413: "Wat u stuurt is te groot.",
  415: "Dit soort inhoud wordt niet gelezen.",
  429: "Er is in korte tijd te veel gevraagd.",
} as const;

type Foutstatus = keyof typeof ANDERS;

/**
 * The answers of a route, as its `responses`: a good one as JSON after `schema`, and the mistakes
 * with `default` for what can go wrong with any request.
 *
 * Mistakes are thrown as a `ProblemError`, so a handler need not return them: the type says
 * nothing of them, and the description of the API everything.
 */
export function ok<S extends z.ZodType>(schema: S, description: string, ...bij: Foutstatus[]) {
  return {
    200: { description, headers: HEADERS, content: { "application/json": { schema } } },
    ...problemen(bij),
  } as const;
}

/** The same where something was made. */
export function made<S extends z.ZodType>(schema: S, description: string, ...bij: Foutstatus[]) {
  return {
    201: { description, headers: HEADERS, content: { "application/json": { schema } } },
    ...problemen(bij),
  } as const;
}

/** The same where there is nothing to say. */
export function done(description: string, ...bij: Foutstatus[]) {
  return { 204: { description, headers: HEADERS }, ...problemen(bij) } as const;
}

/** The same where the answer is a text as it was written. */
export function text(mediaType: string, description: string, ...bij: Foutstatus[]) {
  return texts([mediaType], description, ...bij);
}

/** The same where the asker chooses between forms of it. */
export function texts(mediaTypes: readonly string[], description: string, ...bij: Foutstatus[]) {
  const content = Object.fromEntries(
    mediaTypes.map((one) => [
      one,
      { schema: { type: one.endsWith("json") ? "object" : "string" } },
    ]),
  ) as Record<string, { readonly schema: { readonly type: "object" | "string" } }>;
  return { 200: { description, headers: HEADERS, content }, ...problemen(bij) } as const;
}

function problemen(statuses: readonly Foutstatus[]): Record<never, never> {
  const known = statuses.map((status) => [status, describeOther(status)]);
  const other = {
    description: "Er ging iets anders mis; het antwoord zegt wat.",
    content: PROBLEEM,
  };
  return { ...Object.fromEntries(known), default: other };
}

const PROBLEEM = { "application/problem+json": { schema: probleem } };

function describeOther(status: Foutstatus) {
  const description = ANDERS[status];
  return status === 304 ? { description, headers: HEADERS } : { description, content: PROBLEEM };
}

/** JSON that was already written, of which the caller knows what it holds. */
export function jsonText<T>(c: Context, written: string) {
  const headers = { "Content-Type": "application/json; charset=utf-8" };
  return c.body(written, 200, headers) as Response as Response & TypedResponse<T, 200, "json">;
}

/** The same where it was packed before. */
export function jsonPacked<T>(c: Context, bytes: Uint8Array<ArrayBuffer>) {
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Encoding": "gzip",
    Vary: "Accept-Encoding",
  };
  return c.body(bytes, 200, headers) as Response as Response & TypedResponse<T, 200, "json">;
}

/** That what the asker already has is still the same; the route names 304 among its answers. */
export function unchanged<T>(c: Context) {
  return c.body(null, 304) as Response as Response & TypedResponse<T, 200, "json">;
}

import { parseRekenjson } from "#contract/rekenblad/codec.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";

/** A rekenblad, or what keeps it from being made, in words that mend. */
export type Bladantwoord =
  | { readonly soort: "blad"; readonly blad: Rekenblad }
  | { readonly soort: "fout"; readonly fouten: readonly string[] };

/** Asks the server for a rekenblad; `query` is that of the page itself. */
export async function fetchRekenblad(query: string, signal: AbortSignal): Promise<Bladantwoord> {
  const response = await fetch(`/v1/rekenbladen?${query}`, {
    signal,
    headers: { Accept: "application/json" },
  });
  const body: unknown = parseRekenjson(await response.text());
  if (response.ok) return { soort: "blad", blad: body as Rekenblad };
  return { soort: "fout", fouten: errorsIn(body) };
}

function errorsIn(body: unknown): readonly string[] {
  if (typeof body !== "object" || body === null) return [UNREADABLE];
  if ("fouten" in body && Array.isArray(body.fouten)) return body.fouten.map(String);
  return "detail" in body && typeof body.detail === "string" ? [body.detail] : [UNREADABLE];
}

const UNREADABLE = "De server gaf een antwoord dat niet te lezen is. Probeer het opnieuw.";

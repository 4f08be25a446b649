import type { Probleem } from "#contract/api/probleem.ts";
import { parseRekenjson } from "#contract/rekenblad/codec.ts";

/** What the server answered: it did it, it said why not, or it could not be reached. */
export type Antwoord<T> =
  | { readonly soort: "goed"; readonly inhoud: T }
  | { readonly soort: "geweigerd"; readonly probleem: Probleem }
  | { readonly soort: "onbereikbaar" };

type Vraag = {
  readonly methode?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Travels in a header; it never stands in an address. */
  readonly geheim?: string;
  readonly inhoud?: unknown;
  /** The same text for a request that is sent again, so that it is done once. */
  readonly sleutel?: string;
};

/** Asks the API; the caller knows which shape the answer has. */
export async function askApi<T>(pad: string, vraag: Vraag = {}): Promise<Antwoord<T>> {
  const { methode = "GET", geheim, inhoud, sleutel } = vraag;
  try {
    const response = await fetch(`/v1/${pad}`, {
      method: methode,
      cache: "no-store",
      headers: {
        Accept: "application/json",
        ...(geheim ? { Authorization: `Bearer ${geheim}` } : {}),
        ...(sleutel ? { "Idempotency-Key": sleutel } : {}),
        ...(inhoud === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(inhoud === undefined ? {} : { body: JSON.stringify(inhoud) }),
    });
    const text = await response.text();
    const body: unknown = text === "" ? undefined : parseRekenjson(text);
    if (response.ok) return { soort: "goed", inhoud: body as T };
    return { soort: "geweigerd", probleem: body as Probleem };
  } catch {
    // Nothing came back, or something that is no answer of this API.
    return { soort: "onbereikbaar" };
  }
}

const ONBEREIKBAAR =
  "De server is niet te bereiken. Wat u invulde, blijft staan. Probeer het zo nog eens.";

/** What to read where something was not done; nothing where it was. */
export function refusalOf(antwoord: Antwoord<unknown>): readonly string[] {
  if (antwoord.soort === "goed") return [];
  if (antwoord.soort === "onbereikbaar") return [ONBEREIKBAAR];
  const { detail, fouten = [] } = antwoord.probleem;
  return fouten.length > 0 && fouten.length < 12 ? [detail, ...fouten] : [detail];
}

import type { Probleem } from "#contract/api/probleem.ts";
import type { Sleutel } from "./versies.ts";
import type { Antwoord } from "./vraag.ts";

/** A file with the name that the server gave it. */
export type Bestand = { readonly naam: string; readonly inhoud: Blob };

/** A kept version as a file: its secret travels in a header, so no link can open it. */
export async function fetchVersiebestand(
  { id, geheim }: Sleutel,
  bestand: string,
): Promise<Antwoord<Bestand>> {
  try {
    const response = await fetch(`/verdeling/uitvoer/versies/${id}/${bestand}`, {
      headers: { Accept: "application/json", Authorization: `Bearer ${geheim}` },
      cache: "no-store",
    });
    if (!response.ok) return { soort: "geweigerd", probleem: (await response.json()) as Probleem };
    const given = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "");
    return {
      soort: "goed",
      inhoud: { naam: given?.[1] ?? bestand, inhoud: await response.blob() },
    };
  } catch {
    return { soort: "onbereikbaar" };
  }
}

import type { Probleem } from "#contract/api/probleem.ts";
import type { Sleutel } from "./versies.ts";
import type { Antwoord } from "./vraag.ts";

/** A paper of a kept version: its secret travels in a header, so no link can open it. */
export function fetchVersiestuk(
  { id, geheim }: Sleutel,
  naam: string,
  gemeente?: string,
): Promise<Antwoord<Blob>> {
  const query = gemeente ? `?${new URLSearchParams({ gemeente })}` : "";
  return askStuk(`versies/${id}/stukken/${naam}${query}`, {
    headers: { Authorization: `Bearer ${geheim}` },
  });
}

/** The paper of two versions beside each other. */
export function fetchWasWordt(was: Sleutel, wordt: Sleutel, naam: string): Promise<Antwoord<Blob>> {
  const side = ({ id: versie, geheim }: Sleutel) => ({ versie, geheim });
  return askStuk(`was-wordt/${naam}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ was: side(was), wordt: side(wordt) }),
  });
}

async function askStuk(pad: string, vraag: RequestInit): Promise<Antwoord<Blob>> {
  const headers = { Accept: "application/json", ...vraag.headers };
  try {
    const response = await fetch(`/verdeling/uitvoer/${pad}`, {
      ...vraag,
      headers,
      cache: "no-store",
    });
    if (response.ok) return { soort: "goed", inhoud: await response.blob() };
    return { soort: "geweigerd", probleem: (await response.json()) as Probleem };
  } catch {
    return { soort: "onbereikbaar" };
  }
}

/** Hands a file to the browser, to keep under this name. */
export function saveFile(inhoud: Blob, naam: string): void {
  const address = URL.createObjectURL(inhoud);
  const link = document.createElement("a");
  link.href = address;
  link.download = naam;
  link.click();
  // Some browsers begin to read it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

import type { Eenheidnaam } from "#domain/selectie.ts";

/** `GM0855 Tilburg`, `PV27 Noord-Holland`: a code, and what the writer put beside it. */
const CODE_EN_NAAM = /^([A-Z]{2}\d{2,4})(?:\s+(.+))?$/;

/** Reads a unit as a document names it; whether it exists is for who knows the gemeenten. */
export function readEenheid(text: string): Eenheidnaam {
  const match = CODE_EN_NAAM.exec(text.trim());
  if (!match?.[1]) return { id: text.trim() };
  return match[2] ? { id: match[1], naam: match[2] } : { id: match[1] };
}

import type { Uitvoerblad } from "./uitvoerblad.ts";

/**
 * The name of a file that says what it is and sorts by region, subject and day:
 * `woonregie-drechtsteden-urgenten-2026-01-01.ods`.
 *
 * @param wat What it is a part of, where it is not the whole sheet: «kaart», «cijfers».
 */
export function bestandsnaam(uitvoer: Uitvoerblad, ext: string, wat?: string): string {
  const { regio, op, kolommen, herkomst } = uitvoer;
  const number = herkomst.versie ? `versie-${herkomst.versie.nummer}` : undefined;
  const parts = ["woonregie", regio.titel, kolommen[0].document.onderwerp, op, number, wat];
  return `${parts.flatMap((part) => (part ? asName(part) : [])).join("-")}.${ext}`;
}

/** Small letters, digits and dashes: what every system and every mail takes. */
function asName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
}

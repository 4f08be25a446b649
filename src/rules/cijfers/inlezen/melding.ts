import type { Bevinding, Vindplaats } from "#domain/inlevering.ts";
import { formatCeladres } from "#domain/werkmap.ts";

/** What is to be said of a cell, before it is known which. */
export type Melding = Pick<Bevinding, "ernst" | "code" | "tekst"> & {
  readonly voorstellen?: readonly string[];
};

export function fout(code: string, tekst: string, voorstellen: readonly string[] = []): Melding {
  return { ernst: "fout", code, tekst, voorstellen };
}

export function opmerking(code: string, tekst: string): Melding {
  return { ernst: "opmerking", code, tekst };
}

/** A melding at its place; its id changes with what the cell says, so that a new text is asked anew. */
export function toBevinding(
  melding: Melding,
  waar: Bevinding["waar"],
  gevonden: string,
  indicator?: string,
): Bevinding {
  const { voorstellen = [], ...rest } = melding;
  const id = [melding.code, waar.blad, adresVan(waar), indicator ?? "", gevonden].join("|");
  return { id, ...rest, waar, gevonden, voorstellen, ...(indicator ? { indicator } : {}) };
}

function adresVan({ rij, kolom }: Partial<Vindplaats>): string {
  if (rij === undefined) return "";
  return kolom === undefined ? `${rij + 1}` : formatCeladres(rij, kolom);
}

import type { Rekengebied } from "#domain/gebied.ts";
import type { Basis } from "#services/basis.ts";

/** How units and figures are called on a rekenblad. */
export type Namen = {
  readonly eenheid: (id: string) => string;
  /** How many units there are. */
  readonly aantal: number;
  /** `woningen.sociale-huur` by the title of its indicator. */
  readonly cijfer: (naam: string) => string;
};

export function createNamen(basis: Basis, { eenheden }: Rekengebied): Namen {
  const units = new Map(eenheden.map(({ id, naam }) => [id, naam]));
  return {
    aantal: eenheden.length,
    eenheid: (id) =>
      units.get(id) ??
      id
        .split("/")
        .map((part) => units.get(part) ?? part)
        .join(", "),
    cijfer: (naam) => describePath(basis, naam).titel,
  };
}

/** A figure, or one cell of it, by the title and unit of its indicator. */
export function describePath(
  { bibliotheek }: Basis,
  path: string,
): { readonly titel: string; readonly eenheid: string } {
  const [naam = "", ...cel] = path.split(".");
  const found = bibliotheek.find(naam);
  if (found?.soort !== "indicator") return { titel: path, eenheid: "" };
  return { titel: [found.titel, ...cel].join(", "), eenheid: found.eenheid };
}

import type { Rekengebied } from "#domain/gebied.ts";
import type { Basis } from "#services/basis.ts";

/** How units and figures are called on a rekenblad. */
export type Namen = {
  readonly eenheid: (id: string) => string;
  /** `woningen.sociale-huur` by the title of its indicator. */
  readonly cijfer: (naam: string) => string;
};

export function createNamen({ bibliotheek }: Basis, { eenheden }: Rekengebied): Namen {
  const units = new Map(eenheden.map(({ id, naam }) => [id, naam]));
  return {
    eenheid: (id) => units.get(id) ?? id,
    cijfer: (naam) => {
      const [indicator = "", ...cel] = naam.split(".");
      const document = bibliotheek.find(indicator);
      const titel = document?.soort === "indicator" ? document.titel : indicator;
      return cel.length > 0 ? `${titel}, ${cel.join(", ")}` : titel;
    },
  };
}

/** `a, b en c` */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`;
}

import type { Bibliotheek } from "#domain/document.ts";
import type { Indicator } from "#domain/indicator.ts";

/** That a figure is counted in a way of its own, and what follows from that. */
export type Definitiewaarschuwing = {
  /** The national definition: an indicator, or the name that the writer gave it. */
  readonly landelijk: { readonly id: string; readonly titel: string; readonly bekend: boolean };
  readonly verschil: string;
  readonly gevolg: string;
};

/**
 * The warning where an indicator departs from a national definition (F114); undefined where it
 * follows one, or names none. For every place that shows a figure or takes one in.
 */
export function warnOwnDefinition(
  { definitie }: Indicator,
  bibliotheek: Pick<Bibliotheek, "find">,
): Definitiewaarschuwing | undefined {
  if (definitie?.wijktAf === undefined) return undefined;
  const found = bibliotheek.find(definitie.landelijk);
  const titel = found?.titel ?? definitie.landelijk;
  return {
    landelijk: { id: definitie.landelijk, titel, bekend: found !== undefined },
    verschil: definitie.wijktAf.trim().replace(/\.$/, ""),
    gevolg:
      "Deze cijfers zijn niet op te tellen bij of te vergelijken met de landelijke. Gebruik de landelijke telling, of zeg er steeds bij dat dit een eigen telling is.",
  };
}

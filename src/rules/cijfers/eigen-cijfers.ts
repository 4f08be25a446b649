import type { Bibliotheek } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { type Cijferbron, createCijferbron, GEHEEL, type Waarneming } from "#domain/waarneming.ts";

/** Own figures take the place of those delivered for the same cell and moment. */
export function overlay(own: readonly Waarneming[], base: Cijferbron): Cijferbron {
  const added = createCijferbron(own);
  return {
    find: (indicator, gebied) => {
      const delivered = base.find(indicator, gebied);
      const first = added.find(indicator, gebied);
      if (first.length === 0) return delivered;
      return [...first, ...delivered.filter((item) => !first.some((own) => isSame(own, item)))];
    },
  };
}

function isSame(a: Waarneming, b: Waarneming): boolean {
  return a.moment === b.moment && a.cel.join(".") === b.cel.join(".");
}

/**
 * A figure filled in for the whole, of something that cannot be added up, holds for every unit: one
 * mutatiegraad for all. Of something that can, it is the number of the whole.
 */
export function spread(
  own: readonly Waarneming[],
  gebied: Rekengebied,
  bibliotheek: Bibliotheek,
): readonly Waarneming[] {
  return own.flatMap((waarneming) => {
    const indicator = bibliotheek.find(waarneming.indicator);
    const additive = indicator?.soort !== "indicator" || indicator.optelbaar;
    if (waarneming.gebied !== GEHEEL || additive) return [waarneming];
    return gebied.eenheden.map(({ id }) => ({ ...waarneming, gebied: id }));
  });
}

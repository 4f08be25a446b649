import type { Kennis } from "#contract/kader/kennis.ts";

/** Words of the screen that regions call otherwise (F093); a code never changes its meaning. */
const SCHERMWOORDEN = [
  "bijdrage",
  "bovengrens",
  "evenwichtige-verdeling",
  "ondergrens",
  "opgave",
  "regulier-woningzoekende",
  "vergunninghouder",
  "wettelijk-urgente",
] as const;

/**
 * Every code that a region may have a word of its own for: words of the screen, indicators, code
 * lists (`aandachtsgroep`) and their codes (`aandachtsgroep.dakloos`).
 */
export function listCodes({ indicatoren, codelijsten }: Kennis): readonly string[] {
  const lists = [...(codelijsten ?? [])].flatMap(([naam, codes]) => [
    naam,
    ...codes.map((code) => `${naam}.${code}`),
  ]);
  return [...new Set([...SCHERMWOORDEN, ...lists, ...(indicatoren?.keys() ?? [])])].sort();
}

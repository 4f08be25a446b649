import type { Kennis } from "#contract/kader/kennis.ts";
import { SCHERMWOORDEN } from "#domain/schermwoorden.ts";

/**
 * Every code that a region may have a word of its own for: words of the screen, indicators, code
 * lists (`aandachtsgroep`) and their codes (`aandachtsgroep.dakloos`).
 */
export function listCodes({ indicatoren, codelijsten }: Kennis): readonly string[] {
  const lists = [...(codelijsten ?? [])].flatMap(([naam, codes]) => [
    naam,
    ...codes.map((code) => `${naam}.${code}`),
  ]);
  return [
    ...new Set([...Object.keys(SCHERMWOORDEN), ...lists, ...(indicatoren?.keys() ?? [])]),
  ].sort();
}

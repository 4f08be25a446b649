import { isGemeentecode } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { type Groepscel, isGroepscijfer, toOpenbaar } from "#rules/cijfers/kleine-aantallen.ts";
import type { Basis } from "#services/basis.ts";
import { readDossier } from "#services/kader/dossier.ts";
import type { VersieInhoud } from "#storage/rekenversie.repository.ts";

/**
 * The indicators of a version of which small counts of people stay closed (F224), by name.
 *
 * Looked at as one table per indicator and moment, over all gemeenten whose figures it holds.
 */
export function listBesloten(basis: Basis, { bevriezingen }: VersieInhoud): readonly string[] {
  const figures = bevriezingen.flatMap(({ cijfers }) => readDossier(cijfers).waarnemingen);
  const tables = new Map<string, Waarneming[]>();
  for (const figure of figures.filter(({ gebied }) => isGemeentecode(gebied))) {
    const key = `${figure.indicator} ${figure.moment ?? ""}`;
    tables.set(key, [...(tables.get(key) ?? []), figure]);
  }
  const closed = [...tables.values()].flatMap((table) => {
    const indicator = basis.bibliotheek.find(table[0]?.indicator ?? "");
    if (indicator?.soort !== "indicator") return [];
    return isBesloten(indicator, table) ? [indicator.id] : [];
  });
  return [...new Set(closed)];
}

/** Whether any of these figures may not be seen by everybody. */
export function isBesloten(indicator: Indicator, figures: readonly Waarneming[]): boolean {
  if (!isGroepscijfer(indicator)) return false;
  return !toOpenbaar({ indicator, cellen: figures.map(toCel) }).alles;
}

function toCel({ gebied, cel, inhoud }: Waarneming): Groepscel {
  const known = inhoud.soort === "getal" ? { aantal: inhoud.waarde } : {};
  return { gemeente: gebied, regio: "alle", cel, ...known };
}

import { quote } from "#contract/kader/fout.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import type { WaarnemingInhoud } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";

/** Why a figure has no such part: `woningen.sociale-hur`; undefined where nobody listed its parts. */
export function checkCel(
  name: string,
  [cell]: readonly string[],
  { kennis }: Basis,
): string | undefined {
  const axes = kennis.indicatoren?.get(name);
  if (cell === undefined || !axes) return undefined;
  const known = axes.flatMap((axis) => kennis.codelijsten?.get(axis) ?? []);
  if (known.length === 0 || known.includes(cell)) return undefined;
  return `${quote(name)} heeft geen onderdeel ${quote(cell)}. ${choose(cell, known)}`;
}

/** Why a code is not one of its code list; undefined where the figure has no list. */
export function checkCode(
  name: string,
  inhoud: WaarnemingInhoud,
  { kennis }: Basis,
): string | undefined {
  const known = kennis.codelijsten?.get(name);
  if (inhoud.soort !== "kenmerk" || !known || known.includes(inhoud.code)) return undefined;
  return `${quote(name)} heeft geen code ${quote(inhoud.code)}. ${choose(inhoud.code, known)}`;
}

function choose(text: string, known: readonly string[]): string {
  const nearest = findNearest(text, known);
  return nearest ? `Bedoelt u ${quote(nearest)}?` : `Kies uit: ${known.join(", ")}.`;
}

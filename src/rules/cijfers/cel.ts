import type { Waarneming } from "#domain/waarneming.ts";
import type { Plek } from "./rekenvraag.ts";

/**
 * The waarnemingen of the cell that is meant at this place.
 *
 * A figure that is split on an axis in use gives its own cell there and nothing else: a cell that
 * nobody delivered is missing, and is not answered with the total. A figure that is not split on
 * that axis answers for all cells alike.
 */
export function pickCel(
  known: readonly Waarneming[],
  asked: readonly string[],
  plek: Plek,
): readonly Waarneming[] {
  if (known.length === 0) return known;
  const axes = [...plek.pad.slice(1), ...(plek.onderdeel ? [plek.onderdeel] : [])];
  for (const cel of candidates(asked, axes)) {
    const found = known.filter((waarneming) => sameCel(waarneming.cel, cel));
    if (found.length > 0) return found;
  }
  if (axes.length > 0 && known.some(({ cel }) => isSplitOn(cel, asked, plek.assen))) return [];
  return known.filter((waarneming) => sameCel(waarneming.cel, asked));
}

function candidates(asked: readonly string[], axes: readonly string[]): string[][] {
  if (axes.length === 0) return [];
  return [[...asked, ...axes], ...axes.toReversed().map((axis) => [...asked, axis])];
}

function isSplitOn(
  cel: readonly string[],
  asked: readonly string[],
  assen: ReadonlySet<string>,
): boolean {
  const next = cel[asked.length];
  return next !== undefined && assen.has(next) && asked.every((part, i) => cel[i] === part);
}

function sameCel(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

import { add, type Breuk, NUL, sum } from "#domain/breuk.ts";

/** A unit, or a cell below it, with the group inside which it shares. */
export type Rij = { readonly pad: readonly string[]; readonly groep: string };

/**
 * What stands after a step: a number per unit and onderdeel.
 *
 * `waarden[i][j]` belongs to `rijen[i]` and `onderdelen[j]`; without a split there is one
 * onderdeel with an empty name.
 */
export type Stand = {
  readonly niveau: string;
  readonly rijen: readonly Rij[];
  readonly onderdelen: readonly string[];
  readonly waarden: readonly (readonly Breuk[])[];
};

export function valueAt(stand: Stand, rij: number, onderdeel: number): Breuk {
  return stand.waarden[rij]?.[onderdeel] ?? NUL;
}

/** What all rows at or below this path have together, in one onderdeel or in all. */
export function totalAt(stand: Stand, pad: readonly string[], onderdeel?: string): Breuk {
  let total = NUL;
  for (const [i, rij] of stand.rijen.entries()) {
    if (!covers(pad, rij.pad)) continue;
    for (const [j, naam] of stand.onderdelen.entries()) {
      if (onderdeel === undefined || naam === onderdeel) total = add(total, valueAt(stand, i, j));
    }
  }
  return total;
}

/** Whether one path lies at, above or below the other. */
function covers(a: readonly string[], b: readonly string[]): boolean {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** Takes the onderdelen of the opgave together, or the last axis that units were split over. */
export function collapse(stand: Stand, as: string): Stand {
  if (stand.onderdelen.length > 1 || stand.niveau === "") return collapseOnderdelen(stand);
  return stand.niveau === as || stand.rijen.some(({ pad }) => pad.length > 1)
    ? collapseRijen(stand)
    : collapseOnderdelen(stand);
}

function collapseOnderdelen(stand: Stand): Stand {
  return { ...stand, onderdelen: [""], waarden: stand.waarden.map((row) => [sum(row)]) };
}

function collapseRijen(stand: Stand): Stand {
  const groups = [...new Set(stand.rijen.map(({ groep }) => groep))];
  return {
    ...stand,
    niveau: "gemeenten",
    rijen: groups.map((groep) => ({ pad: groep.split("/"), groep: "" })),
    waarden: groups.map((groep) =>
      stand.onderdelen.map((_, j) =>
        sum(stand.rijen.flatMap((rij, i) => (rij.groep === groep ? [valueAt(stand, i, j)] : []))),
      ),
    ),
  };
}

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
  for (const i of rowsNear(stand, pad[0])) {
    const rij = stand.rijen[i];
    if (!rij || !covers(pad, rij.pad)) continue;
    for (let j = 0; j < stand.onderdelen.length; j += 1) {
      if (onderdeel === undefined || stand.onderdelen[j] === onderdeel) {
        total = add(total, valueAt(stand, i, j));
      }
    }
  }
  return total;
}

/** The rows of one unit: its own, and those of the cells below it. */
export function rowsOf(stand: Stand, unit: string): readonly Rij[] {
  const rows: Rij[] = [];
  for (const i of rowsNear(stand, unit)) {
    const rij = stand.rijen[i];
    if (rij) rows.push(rij);
  }
  return rows;
}

const rowsByUnit = new WeakMap<Stand["rijen"], ReadonlyMap<string, readonly number[]>>();

/** The rows of this unit, or all where none is asked; grouped once per list of rows. */
function rowsNear({ rijen }: Stand, unit: string | undefined): Iterable<number> {
  if (unit === undefined) return rijen.keys();
  const known = rowsByUnit.get(rijen) ?? groupRows(rijen);
  rowsByUnit.set(rijen, known);
  return known.get(unit) ?? [];
}

function groupRows(rijen: Stand["rijen"]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [i, { pad }] of rijen.entries()) {
    const unit = pad[0] ?? "";
    const group = groups.get(unit);
    if (group) group.push(i);
    else groups.set(unit, [i]);
  }
  return groups;
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

import type { Punt } from "./rijksdriehoek.ts";
import type { Ring } from "./vlak.ts";

/** Never reached: every corner that is walked was met first. */
const NERGENS: Punt = [0, 0];

type Stap = { readonly van: string; readonly naar: string };

/**
 * The rings around gebieden together: the sides that two of them share are left out.
 *
 * Neighbours meet in the same corners up to `raster`, which is in the unit of the rings; a side that
 * one of them has and the other has not stays, so nothing of the outer border is ever lost.
 */
export function joinVormen(vormen: readonly (readonly Ring[])[], raster: number): readonly Ring[] {
  const punten = new Map<string, Punt>();
  const keyOf = (punt: Punt): string => {
    const key = `${Math.round(punt[0] / raster)} ${Math.round(punt[1] / raster)}`;
    if (!punten.has(key)) punten.set(key, punt);
    return key;
  };
  const stappen = new Map<string, Stap>();
  for (const ring of vormen.flat()) {
    const keys = ring.map(keyOf);
    for (const [i, van] of keys.entries()) cancelOrAdd(stappen, van, keys[(i + 1) % keys.length]);
  }
  return walk(stappen, punten);
}

/** Two gebieden walk their common side once each way, or both the same way where a ring is turned. */
function cancelOrAdd(stappen: Map<string, Stap>, van: string, naar: string | undefined): void {
  if (naar === undefined || naar === van) return;
  const side = van < naar ? `${van}|${naar}` : `${naar}|${van}`;
  if (!stappen.delete(side)) stappen.set(side, { van, naar });
}

/** Strings the sides that are left together into rings. */
function walk(stappen: ReadonlyMap<string, Stap>, punten: ReadonlyMap<string, Punt>): Ring[] {
  const around = new Map<string, Set<string>>();
  const meet = (a: string, b: string) => around.set(a, (around.get(a) ?? new Set()).add(b));
  for (const { van, naar } of stappen.values()) {
    meet(van, naar);
    meet(naar, van);
  }
  const rings: Ring[] = [];
  for (const start of around.keys()) {
    for (let ring = take(start, around); ring.length > 0; ring = take(start, around)) {
      if (ring.length > 2) rings.push(ring.map((key) => punten.get(key) ?? NERGENS));
    }
  }
  return rings;
}

/** One ring from `start` back to where it first crosses itself; its sides are used up. */
function take(start: string, around: ReadonlyMap<string, Set<string>>): readonly string[] {
  const path = [start];
  const at = new Map([[start, 0]]);
  for (let here = start; ; ) {
    const [next] = around.get(here) ?? [];
    if (next === undefined) return [];
    around.get(here)?.delete(next);
    around.get(next)?.delete(here);
    const back = at.get(next);
    if (back !== undefined) {
      restore(path.slice(0, back + 1), around);
      return path.slice(back);
    }
    at.set(next, path.length);
    path.push(next);
    here = next;
  }
}

/** The sides walked before the ring began are not part of it. */
function restore(path: readonly string[], around: ReadonlyMap<string, Set<string>>): void {
  for (const [i, here] of path.entries()) {
    const next = path[i + 1];
    if (next === undefined) continue;
    around.get(here)?.add(next);
    around.get(next)?.add(here);
  }
}

import type { Punt } from "#services/kaart/rijksdriehoek.ts";
import { area, isInside, type Ring } from "#services/kaart/vlak.ts";

/** A directed piece of border and the gemeente on its left. */
export type Stuk = { readonly van: Punt; readonly naar: Punt; readonly code: string };

/**
 * Gives what a cell has across the water to the cell that it shares most border with.
 *
 * A piece of land without any neighbour, an island, stays with its gemeente.
 */
export function reassignFragments(
  stukken: readonly Stuk[],
  middens: ReadonlyMap<string, Punt>,
): readonly Stuk[] {
  let all = stukken;
  for (const [code, midden] of middens) {
    const rings = joinRings(all, code).filter((ring) => area(ring) > 0);
    const home = rings.find((ring) => isInside(midden, [ring])) ?? largest(rings);
    for (const ring of rings) {
      if (ring !== home) all = giveAway(all, code, ring);
    }
  }
  return all;
}

function giveAway(stukken: readonly Stuk[], code: string, ring: Ring): readonly Stuk[] {
  const own = new Set(ring.map((punt, i) => keyOf(punt, ring[(i + 1) % ring.length] ?? punt)));
  const shared = new Map<string, number>();
  for (const { van, naar, code: other } of stukken) {
    if (other === code || !own.has(keyOf(naar, van))) continue;
    const length = Math.hypot(naar[0] - van[0], naar[1] - van[1]);
    shared.set(other, (shared.get(other) ?? 0) + length);
  }
  const taker = [...shared].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  if (!taker) return stukken;
  return stukken.map((stuk) =>
    stuk.code === code && own.has(keyOf(stuk.van, stuk.naar)) ? { ...stuk, code: taker } : stuk,
  );
}

/** The rings around one gemeente, without their closing point; what it has on both sides falls out. */
export function joinRings(stukken: readonly Stuk[], code: string): readonly Ring[] {
  const open = new Map<string, Stuk>();
  for (const stuk of stukken) {
    if (stuk.code !== code) continue;
    const [key, back] = [keyOf(stuk.van, stuk.naar), keyOf(stuk.naar, stuk.van)];
    if (`${stuk.van}` === `${stuk.naar}` || open.delete(back)) continue;
    open.set(key, stuk);
  }
  const next = new Map<string, Stuk[]>();
  for (const stuk of open.values()) {
    next.set(`${stuk.van}`, [...(next.get(`${stuk.van}`) ?? []), stuk]);
  }
  const rings: Ring[] = [];
  for (const start of next.keys()) {
    for (let ring = walk(next, start); ring.length > 2; ring = walk(next, start)) rings.push(ring);
  }
  return rings;
}

function walk(next: Map<string, Stuk[]>, start: string): Ring {
  const ring: Punt[] = [];
  let stuk = next.get(start)?.pop();
  while (stuk) {
    ring.push(stuk.van);
    if (`${stuk.naar}` === start) return ring;
    stuk = next.get(`${stuk.naar}`)?.pop();
  }
  return [];
}

function largest(rings: readonly Ring[]): Ring | undefined {
  return rings.toSorted((a, b) => area(b) - area(a))[0];
}

function keyOf(van: Punt, naar: Punt): string {
  return `${van} ${naar}`;
}

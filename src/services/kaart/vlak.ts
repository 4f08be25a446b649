import type { Punt } from "./rijksdriehoek.ts";

/** A closed line, its closing point left out. */
export type Ring = readonly Punt[];
/** Left, low, right, high. */
export type Vak = readonly [number, number, number, number];

/** Signed area of a ring: positive where it runs anticlockwise. */
export function area(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** In an odd number of the rings: a ring in a ring is a hole. */
export function isInside([x, y]: Punt, ringen: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of ringen) {
    for (const [i, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

/** The smallest box around all rings; undefined where there is no point. */
export function boundsOf(ringen: readonly Ring[]): Vak | undefined {
  let box: Vak | undefined;
  for (const ring of ringen) {
    for (const [x, y] of ring) {
      const [l, b, r, t] = box ?? [x, y, x, y];
      box = [Math.min(l, x), Math.min(b, y), Math.max(r, x), Math.max(t, y)];
    }
  }
  return box;
}

export function boxesTouch(a: Vak, b: Vak): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** What of a ring lies in the box; where it leaves the box, it follows the edge. */
export function clipToBox(ring: Ring, [l, b, r, t]: Vak): Ring {
  const sides: readonly ((punt: Punt) => number)[] = [
    ([x]) => x - l,
    ([x]) => r - x,
    ([, y]) => y - b,
    ([, y]) => t - y,
  ];
  return sides.reduce(clipSide, ring);
}

function clipSide(ring: Ring, room: (punt: Punt) => number): Ring {
  return ring.flatMap((here, i) => {
    const next = ring[(i + 1) % ring.length] ?? here;
    const [from, to] = [room(here), room(next)];
    const kept: Punt[] = from >= 0 ? [here] : [];
    if (from >= 0 === to >= 0) return kept;
    const part = from / (from - to);
    return [
      ...kept,
      [here[0] + (next[0] - here[0]) * part, here[1] + (next[1] - here[1]) * part] as const,
    ];
  });
}

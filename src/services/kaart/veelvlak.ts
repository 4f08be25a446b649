import type { Punt } from "./rijksdriehoek.ts";
import { area, boundsOf, isInside, type Ring } from "./vlak.ts";

/** An outer ring that runs anticlockwise and its holes that run clockwise, each closed. */
export type Veelvlak = readonly (readonly Punt[])[];

/**
 * Rings as GeoJSON wants them: each outer ring with the holes that lie in it.
 *
 * A ring in an even number of the others is land, in an odd number water.
 */
export function toVeelvlakken(ringen: readonly Ring[]): readonly Veelvlak[] {
  const known = ringen
    .filter((ring) => ring.length > 2)
    .map((ring) => ({ ring, vak: boundsOf([ring]), inhoud: Math.abs(area(ring)) }));
  const placed = known.map((one) => {
    const around = known.filter((other) => other !== one && liesIn(one, other));
    const nearest = around.toSorted((a, b) => a.inhoud - b.inhoud)[0];
    return { ...one, nearest, land: around.length % 2 === 0 };
  });
  return placed
    .filter(({ land }) => land)
    .map(({ ring }) => {
      const holes = placed.filter(({ land, nearest }) => !land && nearest?.ring === ring);
      return [turned(ring, 1), ...holes.map((hole) => turned(hole.ring, -1))];
    });
}

type Bekend = {
  readonly ring: Ring;
  readonly vak: ReturnType<typeof boundsOf>;
  readonly inhoud: number;
};

function liesIn(one: Bekend, other: Bekend): boolean {
  const { vak: a, ring } = one;
  const b = other.vak;
  if (!a || !b || one.inhoud >= other.inhoud) return false;
  if (a[0] < b[0] || a[1] < b[1] || a[2] > b[2] || a[3] > b[3]) return false;
  const own = new Set(other.ring.map(String));
  // A corner on the border of the other tells nothing: take the middle of a side then.
  const corner = ring.find((punt) => !own.has(String(punt)));
  return isInside(corner ?? middle(ring), [other.ring]);
}

function middle([a = [0, 0], b = a]: Ring): Punt {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function turned(ring: Ring, direction: 1 | -1): readonly Punt[] {
  const right = Math.sign(area(ring)) === direction ? ring : ring.toReversed();
  return [...right, ...right.slice(0, 1)];
}

import type { Punt } from "./rijksdriehoek.ts";
import { boundsOf, type Ring } from "./vlak.ts";

/** A name is so much wider than high: room to the side counts for more. */
const LIGGEND = 2.5;
const RASTER = 10;
const RONDEN = 3;

/** The place in a shape with most room for a name, where it has one; always on the shape itself. */
export function findNaamplek(ringen: readonly Ring[]): Punt | undefined {
  const stretched = ringen.map((ring) => ring.map(([x, y]): Punt => [x, y * LIGGEND]));
  const box = boundsOf(stretched);
  if (!box) return undefined;
  const sides = toSides(stretched);
  let centre: Punt = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  let size: Punt = [box[2] - box[0], box[3] - box[1]];
  let best: { readonly punt: Punt; readonly room: number } | undefined;
  for (let ronde = 0; ronde < RONDEN; ronde++) {
    for (const punt of gridAround(centre, size)) {
      const room = isWithin(punt, sides) ? roomAt(punt, sides, best?.room ?? 0) : 0;
      if (room > (best?.room ?? 0)) best = { punt, room };
    }
    if (!best) break;
    centre = best.punt;
    size = [(size[0] * 2) / RASTER, (size[1] * 2) / RASTER];
  }
  if (!best) return ringen[0]?.[0];
  return [best.punt[0], best.punt[1] / LIGGEND];
}

function* gridAround([x, y]: Punt, [width, height]: Punt): Generator<Punt> {
  for (let i = 0; i < RASTER; i++) {
    for (let j = 0; j < RASTER; j++) {
      yield [x + width * ((i + 0.5) / RASTER - 0.5), y + height * ((j + 0.5) / RASTER - 0.5)];
    }
  }
}

/** From x, from y, to x, to y, one side after another: every place is held against all of them. */
type Sides = Float64Array;

function toSides(ringen: readonly Ring[]): Sides {
  return Float64Array.from(
    ringen.flatMap((ring) =>
      ring.flatMap(([x, y], i) => [x, y, ...(ring[(i + 1) % ring.length] ?? [x, y])]),
    ),
  );
}

/** In an odd number of the rings: a ring in a ring is a hole. */
function isWithin([x, y]: Punt, sides: Sides): boolean {
  let inside = false;
  for (let i = 0; i < sides.length; i += 4) {
    const ay = sides[i + 1] ?? 0;
    const by = sides[i + 3] ?? 0;
    if (ay > y === by > y) continue;
    const ax = sides[i] ?? 0;
    const bx = sides[i + 2] ?? 0;
    if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** The distance to the nearest side; 0 as soon as it is no more than there is elsewhere already. */
function roomAt([x, y]: Punt, sides: Sides, enough: number): number {
  const least = enough * enough;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < sides.length; i += 4) {
    const ax = sides[i] ?? 0;
    const ay = sides[i + 1] ?? 0;
    const dx = (sides[i + 2] ?? 0) - ax;
    const dy = (sides[i + 3] ?? 0) - ay;
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
    const t = Math.min(1, Math.max(0, along));
    const ex = x - ax - t * dx;
    const ey = y - ay - t * dy;
    const distance = ex * ex + ey * ey;
    if (distance <= least) return 0;
    if (distance < nearest) nearest = distance;
  }
  return Math.sqrt(nearest);
}

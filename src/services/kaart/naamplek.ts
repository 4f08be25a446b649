import type { Punt } from "./rijksdriehoek.ts";
import { boundsOf, isInside, type Ring } from "./vlak.ts";

/** A name is so much wider than high: room to the side counts for more. */
const LIGGEND = 2.5;
const RASTER = 10;
const RONDEN = 3;

/** The place in a shape with most room for a name, where it has one; always on the shape itself. */
export function findNaamplek(ringen: readonly Ring[]): Punt | undefined {
  const stretched = ringen.map((ring) => ring.map(([x, y]): Punt => [x, y * LIGGEND]));
  const box = boundsOf(stretched);
  if (!box) return undefined;
  let centre: Punt = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  let size: Punt = [box[2] - box[0], box[3] - box[1]];
  let best: { readonly punt: Punt; readonly room: number } | undefined;
  for (let ronde = 0; ronde < RONDEN; ronde++) {
    for (const punt of gridAround(centre, size)) {
      const room = isInside(punt, stretched) ? distanceToEdge(punt, stretched) : -1;
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

function distanceToEdge([x, y]: Punt, ringen: readonly Ring[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of ringen) {
    for (const [i, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
      const t = Math.min(1, Math.max(0, along));
      least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
    }
  }
  return least;
}

import type { Grens, Punt, Ring } from "./kaart-grenzen.ts";

/** One degree of longitude in degrees of latitude, in the middle of the country (52.2° north). */
const BREEDTE = Math.cos((52.2 * Math.PI) / 180);

/** Signed area of a ring, in square degrees of latitude: positive where it runs anticlockwise. */
export function ringArea(ring: Ring): number {
  return moments(ring).area;
}

/**
 * The centre of gravity by area, holes taken off. Where that lies outside the gemeente, the middle
 * of the widest stretch of land at the same latitude in its largest polygon.
 */
export function centroid({ vlakken }: Grens): Punt {
  let [area, x, y] = [0, 0, 0];
  for (const vlak of vlakken) {
    for (const [i, ring] of vlak.entries()) {
      const part = moments(ring);
      // Orientation differs between sources; a hole is a hole because it is not the first ring.
      const sign = Math.sign(part.area) * (i === 0 ? 1 : -1);
      area += sign * part.area;
      x += sign * part.x;
      y += sign * part.y;
    }
  }
  const punt: Punt = [x / area, y / area];
  return vlakken.some((vlak) => isInside(punt, vlak)) ? punt : widestStretch(punt, vlakken);
}

/** In the outer ring and in none of the holes. */
function isInside([lon, lat]: Punt, vlak: readonly Ring[]): boolean {
  return crossings(lat, vlak).filter((x) => x > lon).length % 2 === 1;
}

/** Visvalingam: takes points out until none spans a triangle smaller than the tolerance. */
export function simplify(ring: Ring, tolerance: number): Ring {
  let points = ring.slice(0, -1);
  while (points.length > 3) {
    const sizes = points.map((punt, i) =>
      triangle(points.at(i - 1), punt, points[(i + 1) % points.length]),
    );
    const smallest = Math.min(...sizes);
    if (smallest >= tolerance) break;
    points = points.toSpliced(sizes.indexOf(smallest), 1);
  }
  return [...points, ...points.slice(0, 1)];
}

function widestStretch([, lat]: Punt, vlakken: Grens["vlakken"]): Punt {
  const size = (vlak: readonly Ring[]) => Math.abs(ringArea(vlak[0] ?? []));
  const largest = vlakken.toSorted((a, b) => size(b) - size(a))[0] ?? [];
  const xs = crossings(lat, largest);
  let best: readonly [number, number] = [0, 0];
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const stretch = [xs[i] ?? 0, xs[i + 1] ?? 0] as const;
    if (stretch[1] - stretch[0] > best[1] - best[0]) best = stretch;
  }
  return [(best[0] + best[1]) / 2, lat];
}

/** Longitudes at which the polygon's rings cross a latitude, from west to east. */
function crossings(lat: number, vlak: readonly Ring[]): number[] {
  const found: number[] = [];
  for (const ring of vlak) {
    for (const [i, [x2, y2]] of ring.entries()) {
      const [x1, y1] = ring[i - 1] ?? [x2, y2];
      if (y1 > lat !== y2 > lat) found.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  return found.toSorted((a, b) => a - b);
}

function moments(ring: Ring): { readonly area: number; readonly x: number; readonly y: number } {
  // Relative to its first point: the products of full coordinates would lose digits.
  const [ox, oy] = ring[0] ?? [0, 0];
  let [area, x, y] = [0, 0, 0];
  for (const [i, [lon, lat]] of ring.entries()) {
    const [fromLon, fromLat] = ring[i - 1] ?? [lon, lat];
    const [ax, ay, bx, by] = [fromLon - ox, fromLat - oy, lon - ox, lat - oy];
    const cross = ax * by - bx * ay;
    area += cross / 2;
    x += ((ax + bx) * cross) / 6;
    y += ((ay + by) * cross) / 6;
  }
  return { area: area * BREEDTE, x: (x + ox * area) * BREEDTE, y: (y + oy * area) * BREEDTE };
}

function triangle(a: Punt | undefined, b: Punt, c: Punt | undefined): number {
  if (!a || !c) return Number.POSITIVE_INFINITY;
  return (Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2) * BREEDTE;
}

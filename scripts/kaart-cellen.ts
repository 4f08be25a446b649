/**
 * A schematic map: land cut into cells around the middle of each gemeente.
 *
 * A point of land goes to the gemeente whose middle lies nearest over the same piece of land, with a
 * handicap per gemeente (a power diagram) so that every cell becomes about as large as the gemeente
 * really is. All pieces of border run with their own cell on the left, so that what two cells share
 * is the same piece in opposite directions.
 */
import type { Punt } from "#services/kaart/rijksdriehoek.ts";
import { area, isInside, type Ring } from "#services/kaart/vlak.ts";
import { joinRings, reassignFragments, type Stuk } from "./kaart-fragmenten.ts";

type Plek = { readonly code: string; readonly punt: Punt; readonly oppervlak: number };
/** One piece of land: its outer ring anticlockwise, its waters clockwise. */
type Landdeel = { readonly ringen: readonly Ring[]; readonly plekken: readonly Plek[] };
/** A convex cell: `buren[i]` lies across the edge from corner i to the next; −1 is the frame. */
type Cel = { readonly hoeken: readonly Punt[]; readonly buren: readonly number[] };

const RONDEN = 80;
const KADER: Ring = [
  [-100_000, 200_000],
  [400_000, 200_000],
  [400_000, 750_000],
  [-100_000, 750_000],
];

/** Per code the rings of its cell, in the units of the input rounded to `raster`. */
export function makeCellen(
  land: readonly Ring[],
  plekken: readonly Plek[],
  raster: number,
): ReadonlyMap<string, readonly Ring[]> {
  const snap = ([x, y]: Punt): Punt => [Math.round(x / raster), Math.round(y / raster)];
  const stukken = splitLand(land, plekken).flatMap((deel) => cutLand(deel));
  const snapped = stukken.map(({ van, naar, code }) => ({
    van: snap(van),
    naar: snap(naar),
    code,
  }));
  const middens = new Map(plekken.map(({ code, punt }) => [code, snap(punt)]));
  const fixed = reassignFragments(snapped, middens);
  return new Map(plekken.map(({ code }) => [code, joinRings(fixed, code)]));
}

/** Every piece of land with its waters and the gemeenten on it; a bare island goes to the nearest. */
function splitLand(land: readonly Ring[], plekken: readonly Plek[]): readonly Landdeel[] {
  const depth = (ring: Ring) =>
    land.filter((other) => other !== ring && isInside(ring[0] ?? [0, 0], [other])).length;
  const outer = land.filter((ring) => depth(ring) % 2 === 0);
  const parts = outer.map((ring) => ({
    ringen: [
      oriented(ring, 1),
      ...land
        .filter((hole) => depth(hole) % 2 === 1 && isInside(hole[0] ?? [0, 0], [ring]))
        .map((hole) => oriented(hole, -1)),
    ],
    plekken: [] as Plek[],
  }));
  for (const plek of plekken) {
    const home =
      parts.find(({ ringen }) => isInside(plek.punt, ringen)) ??
      nearest(parts, ({ ringen }) => distanceTo(ringen, plek.punt));
    home?.plekken.push(plek);
  }
  return parts.map((part) => {
    if (part.plekken.length > 0) return part;
    const plek = nearest(plekken, ({ punt }) => distanceTo(part.ringen, punt));
    return { ...part, plekken: plek ? [plek] : [] };
  });
}

/** The borders of all cells on one piece of land, after growing and shrinking to their real size. */
function cutLand({ ringen, plekken }: Landdeel): readonly Stuk[] {
  const total = plekken.reduce((sum, { oppervlak }) => sum + oppervlak, 0);
  const scale = ringen.reduce((sum, ring) => sum + area(ring), 0) / total;
  const handicap = plekken.map(() => 0);
  for (let ronde = 0; ronde < RONDEN && plekken.length > 1; ronde++) {
    const cellen = plekken.map((_, i) => cellOf(i, plekken, handicap));
    const sizes = areasOf(cutCells(ringen, plekken, cellen, handicap));
    for (const [i, plek] of plekken.entries()) {
      const lacks = plek.oppervlak * scale - (sizes.get(plek.code) ?? 0);
      handicap[i] = (handicap[i] ?? 0) + (0.4 * lacks) / reach(i, cellen[i], plekken);
    }
    keepMiddlesInside(plekken, handicap);
  }
  const cellen = plekken.map((_, i) => cellOf(i, plekken, handicap));
  return cutCells(ringen, plekken, cellen, handicap);
}

/** How much a cell grows per unit of handicap. */
function reach(i: number, cel: Cel | undefined, plekken: readonly Plek[]): number {
  let sum = 0.2;
  for (const [k, j] of (cel?.buren ?? []).entries()) {
    const [a, b] = [cel?.hoeken[k], cel?.hoeken[(k + 1) % cel.hoeken.length]];
    if (j < 0 || !a || !b) continue;
    sum += Math.min(distance(a, b), 30_000) / (2 * distance(at(plekken, i), at(plekken, j)));
  }
  return sum;
}

/** No neighbour may grow over the middle of another. */
function keepMiddlesInside(plekken: readonly Plek[], handicap: number[]): void {
  for (let i = 0; i < plekken.length; i++) {
    for (let j = 0; j < plekken.length; j++) {
      const most = (handicap[i] ?? 0) + 0.55 * distance(at(plekken, i), at(plekken, j)) ** 2;
      if (i !== j && (handicap[j] ?? 0) > most) handicap[j] = most;
    }
  }
}

function cellOf(i: number, plekken: readonly Plek[], handicap: readonly number[]): Cel {
  let cel: Cel = { hoeken: KADER, buren: KADER.map(() => -1) };
  const [x, y] = at(plekken, i);
  for (const [j, { punt }] of plekken.entries()) {
    if (j === i) continue;
    const [dx, dy] = [punt[0] - x, punt[1] - y];
    const limit =
      (punt[0] ** 2 + punt[1] ** 2 - x ** 2 - y ** 2 + (handicap[i] ?? 0) - (handicap[j] ?? 0)) / 2;
    cel = clip(cel, ([px, py]) => limit - px * dx - py * dy, j);
  }
  return cel;
}

/** Keeps the side where `room` is positive; the new edge has `buur` across it. */
function clip({ hoeken, buren }: Cel, room: (punt: Punt) => number, buur: number): Cel {
  const rooms = hoeken.map(room);
  if (rooms.every((space) => space >= 0)) return { hoeken, buren };
  const [kept, across]: [Punt[], number[]] = [[], []];
  for (const [k, here] of hoeken.entries()) {
    const next = (k + 1) % hoeken.length;
    const [from, to] = [rooms[k] ?? 0, rooms[next] ?? 0];
    if (from >= 0) {
      kept.push(here);
      across.push(buren[k] ?? -1);
    }
    if (from >= 0 === to >= 0) continue;
    kept.push(between(here, hoeken[next] ?? here, from / (from - to)));
    across.push(from >= 0 ? buur : (buren[k] ?? -1));
  }
  return { hoeken: kept, buren: across };
}

/** Cell borders as far as they lie on land, and the shore as far as it belongs to a cell. */
function cutCells(
  ringen: readonly Ring[],
  plekken: readonly Plek[],
  cellen: readonly Cel[],
  handicap: readonly number[],
): readonly Stuk[] {
  const shore = ringen.flatMap((ring) =>
    ring.slice(1).map((naar, i): Edge => ({ van: ring[i] ?? naar, naar, cuts: [] })),
  );
  const inland = cellen.flatMap((cel, i) =>
    edgesOf(cel).flatMap(({ van, naar, buur }) => {
      // Each border once: from the cell that comes first.
      if (buur <= i) return [];
      const cuts = shore.flatMap((edge) => crossing(van, naar, edge));
      return pieces(van, naar, cuts)
        .filter(([from, to]) => isInside(between(from, to, 0.5), ringen))
        .flatMap(([from, to]) => [
          { van: from, naar: to, code: plekken[i]?.code ?? "" },
          { van: to, naar: from, code: plekken[buur]?.code ?? "" },
        ]);
    }),
  );
  const outside = shore.flatMap(({ van, naar, cuts }) =>
    pieces(van, naar, cuts).map(([from, to]) => {
      const code = ownerOf(between(from, to, 0.5), plekken, handicap);
      return { van: from, naar: to, code };
    }),
  );
  return [...inland, ...outside];
}

function edgesOf({ hoeken, buren }: Cel) {
  return hoeken.map((van, k) => ({
    van,
    naar: hoeken[(k + 1) % hoeken.length] ?? van,
    buur: buren[k] ?? -1,
  }));
}

function ownerOf(punt: Punt, plekken: readonly Plek[], handicap: readonly number[]): string {
  const own = nearest([...plekken.keys()], (i) => {
    return distance(at(plekken, i), punt) ** 2 - (handicap[i] ?? 0);
  });
  return plekken[own ?? 0]?.code ?? "";
}

type Edge = { readonly van: Punt; readonly naar: Punt; readonly cuts: number[] };

/** Where along the first line the two cross; the second keeps where along itself. */
function crossing(van: Punt, naar: Punt, edge: Edge): readonly number[] {
  const [dx, dy] = [naar[0] - van[0], naar[1] - van[1]];
  const [ex, ey] = [edge.naar[0] - edge.van[0], edge.naar[1] - edge.van[1]];
  const [ox, oy] = [edge.van[0] - van[0], edge.van[1] - van[1]];
  const cross = dx * ey - dy * ex;
  if (cross === 0) return [];
  const along = (ox * ey - oy * ex) / cross;
  const own = (ox * dy - oy * dx) / cross;
  if (along <= 0 || along >= 1 || own < 0 || own >= 1) return [];
  edge.cuts.push(own);
  return [along];
}

function pieces(
  van: Punt,
  naar: Punt,
  cuts: readonly number[],
): readonly (readonly [Punt, Punt])[] {
  const stops = [van, ...cuts.toSorted((a, b) => a - b).map((t) => between(van, naar, t)), naar];
  return stops.slice(1).map((to, i) => [stops[i] ?? van, to] as const);
}

function areasOf(stukken: readonly Stuk[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { van, naar, code } of stukken) {
    sizes.set(code, (sizes.get(code) ?? 0) + (van[0] * naar[1] - naar[0] * van[1]) / 2);
  }
  return sizes;
}

function oriented(ring: Ring, sign: number): Ring {
  return Math.sign(area(ring)) === sign ? ring : ring.toReversed();
}

function distanceTo(ringen: readonly Ring[], punt: Punt): number {
  return Math.min(...ringen.flat().map((corner) => distance(corner, punt)));
}

function nearest<T>(list: readonly T[], measure: (item: T) => number): T | undefined {
  let [best, least]: [T | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const item of list) {
    const size = measure(item);
    if (size < least) [best, least] = [item, size];
  }
  return best;
}

function at(plekken: readonly Plek[], i: number): Punt {
  return plekken[i]?.punt ?? [0, 0];
}

function between([ax, ay]: Punt, [bx, by]: Punt, t: number): Punt {
  return [ax + (bx - ax) * t, ay + (by - ay) * t];
}

function distance([ax, ay]: Punt, [bx, by]: Punt): number {
  return Math.hypot(bx - ax, by - ay);
}

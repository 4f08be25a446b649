/**
 * Borders of gemeenten as a graph of line pieces on whole millionths of a degree.
 *
 * Neighbours in the source share their vertices but for float noise, so on this grid a piece of
 * border between two gemeenten is literally the same piece in both.
 */

/** Longitude and latitude in degrees. */
export type Punt = readonly [number, number];
/** A closed ring: the last point equals the first. */
export type Ring = readonly Punt[];
/** Of one gemeente: each polygon is its outer ring followed by its holes. */
export type Grens = { readonly code: string; readonly vlakken: readonly (readonly Ring[])[] };

const ROOSTER = 1_000_000;

/** Pairs of codes that share a piece of border on land, each pair and the list in order of code. */
export function neighbours(grenzen: readonly Grens[]): readonly (readonly [string, string])[] {
  const owners = new Map<string, Set<string>>();
  for (const { code, vlakken } of grenzen) {
    for (const ring of vlakken.flat()) {
      for (const [a, b] of pieces(ring)) {
        const set = owners.get(undirected(a, b)) ?? new Set<string>();
        owners.set(undirected(a, b), set.add(code));
      }
    }
  }
  const pairs = [...owners.values()].filter((set) => set.size === 2);
  const found = new Set(pairs.map((set) => [...set].toSorted().join(" ")));
  return [...found].toSorted().map((pair) => [pair.slice(0, 6), pair.slice(7)] as const);
}

/**
 * Outlines of all gemeenten together: pieces that two gemeenten share are left out and the rest
 * is joined into rings. Lakes and sea arms between gemeenten give rings too.
 */
export function dissolve(grenzen: readonly Grens[]): readonly Ring[] {
  const open = new Map<string, readonly [string, string]>();
  for (const ring of grenzen.flatMap(({ vlakken }) => vlakken.flat())) {
    for (const [a, b] of pieces(ring)) {
      const key = undirected(a, b);
      if (open.has(key)) open.delete(key);
      else open.set(key, [a, b]);
    }
  }
  return joinRings([...open.values()]);
}

function joinRings(parts: readonly (readonly [string, string])[]): Ring[] {
  const next = new Map<string, string[]>();
  for (const [a, b] of parts) next.set(a, [...(next.get(a) ?? []), b]);
  const rings: Ring[] = [];
  for (const start of next.keys()) {
    for (let keys = walk(next, start); keys.length > 3; keys = walk(next, start)) {
      rings.push(keys.map(toPunt));
    }
  }
  return rings;
}

/** Follows open pieces from a point until it is back there, and takes them out of the graph. */
function walk(next: Map<string, string[]>, start: string): string[] {
  const keys = [start];
  let here = next.get(start)?.pop();
  while (here !== undefined && here !== start) {
    keys.push(here);
    here = next.get(here)?.pop();
  }
  return here === start ? [...keys, start] : [];
}

function* pieces(ring: Ring): Generator<readonly [string, string]> {
  let last: string | undefined;
  for (const punt of ring) {
    const key = toKey(punt);
    if (last !== undefined && last !== key) yield [last, key];
    last = key;
  }
}

function undirected(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function toKey([lon, lat]: Punt): string {
  return `${Math.round(lon * ROOSTER)},${Math.round(lat * ROOSTER)}`;
}

function toPunt(key: string): Punt {
  const [lon = "0", lat = "0"] = key.split(",");
  return [Number(lon) / ROOSTER, Number(lat) / ROOSTER];
}

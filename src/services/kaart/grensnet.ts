import type { Punt } from "./rijksdriehoek.ts";
import type { Ring } from "./vlak.ts";

/** Code → rings of whole map units; neighbours share the corners of what they share. */
export type Vormen = ReadonlyMap<string, readonly Ring[]>;

/** A piece of border between two points where borders meet, and who lie along it. */
export type Boog = { readonly punten: readonly Punt[]; readonly van: ReadonlySet<string> };

/** Borders, each kept once, so that what two gemeenten share stays shared when it is simplified. */
export type Grensnet = {
  /** Per code its rings, each as the bogen it runs along, one after another. */
  readonly ringen: ReadonlyMap<string, readonly (readonly Loop[])[]>;
  readonly bogen: readonly Boog[];
};

type Loop = { readonly boog: Boog; readonly terug: boolean };

/** Finds where borders meet and cuts all rings there. */
export function createGrensnet(vormen: Vormen): Grensnet {
  const knopen = findKnopen(vormen);
  const bogen = new Map<string, { punten: readonly Punt[]; van: Set<string> }>();
  const ringen = new Map<string, readonly (readonly Loop[])[]>();
  for (const [code, rings] of vormen) {
    const loops = rings.map((ring) =>
      cutAt(ring, knopen).map((punten): Loop => {
        const { key, forward, terug } = canonical(punten);
        const boog = bogen.get(key) ?? { punten: forward, van: new Set<string>() };
        boog.van.add(code);
        bogen.set(key, boog);
        return { boog, terug };
      }),
    );
    ringen.set(code, loops);
  }
  return { ringen, bogen: [...bogen.values()] };
}

/** Points where not exactly two pieces of border come together. */
function findKnopen(vormen: Vormen): ReadonlySet<string> {
  const around = new Map<string, Set<string>>();
  const meet = (here: string, there: string) => {
    const others = around.get(here) ?? new Set();
    around.set(here, others.add(there));
  };
  for (const ring of [...vormen.values()].flat()) {
    for (const [i, punt] of ring.entries()) {
      const [here, there] = [`${punt}`, `${ring[(i + 1) % ring.length]}`];
      meet(here, there);
      meet(there, here);
    }
  }
  return new Set([...around].flatMap(([key, others]) => (others.size === 2 ? [] : [key])));
}

/** A ring as open lines from knot to knot; without a knot, one line from its lowest key back to it. */
function cutAt(ring: Ring, knopen: ReadonlySet<string>): readonly (readonly Punt[])[] {
  const keys = ring.map(String);
  const first = keys.findIndex((key) => knopen.has(key));
  const start = first < 0 ? keys.indexOf(keys.toSorted()[0] ?? "") : first;
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const lines: Punt[][] = [];
  let line: Punt[] = [];
  for (const punt of [...turned, ...turned.slice(0, 1)]) {
    line.push(punt);
    if (line.length > 1 && knopen.has(`${punt}`)) {
      lines.push(line);
      line = [punt];
    }
  }
  return line.length > 1 ? [...lines, line] : lines;
}

/** The same line from whichever side it is walked. */
function canonical(punten: readonly Punt[]) {
  const [here, back] = [punten.join(" "), punten.toReversed().join(" ")];
  return here <= back
    ? { key: here, forward: punten, terug: false }
    : { key: back, forward: punten.toReversed(), terug: true };
}

/** The ring again from its bogen, each as `simple` makes it. */
export function joinBogen(loops: readonly Loop[], simple: (boog: Boog) => readonly Punt[]): Ring {
  return loops.flatMap(({ boog, terug }) => {
    const punten = simple(boog);
    return (terug ? punten.toReversed() : punten).slice(0, -1);
  });
}

/**
 * Douglas and Peucker: leaves out every corner that lies nearer than the tolerance to the line that
 * stays without it. Both ends stay.
 */
export function simplify(punten: readonly Punt[], tolerance: number): readonly Punt[] {
  const [first, last] = [punten[0], punten.at(-1)];
  if (!first || !last || punten.length < 3) return punten;
  let [far, most] = [0, tolerance];
  for (const [i, punt] of punten.entries()) {
    const distance = distanceToLine(punt, first, last);
    if (distance > most) [far, most] = [i, distance];
  }
  if (far === 0) return [first, last];
  const before = simplify(punten.slice(0, far + 1), tolerance);
  return [...before.slice(0, -1), ...simplify(punten.slice(far), tolerance)];
}

function distanceToLine([x, y]: Punt, [ax, ay]: Punt, [bx, by]: Punt): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length ** 2));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

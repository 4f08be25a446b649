import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCellenkaart } from "#sources/kaarten.ts";
import { createGrensnet, joinBogen, simplify } from "./grensnet.ts";
import type { Punt } from "./rijksdriehoek.ts";
import { area } from "./vlak.ts";

// Two gemeenten beside each other with a crooked border between them.
const LINKS: readonly Punt[] = [
  [0, 0],
  [10, 0],
  [11, 5],
  [10, 10],
  [0, 10],
];
const RECHTS: readonly Punt[] = [
  [10, 0],
  [20, 0],
  [20, 10],
  [10, 10],
  [11, 5],
];

describe("createGrensnet", () => {
  it("keeps a shared border once, with both who share it", () => {
    const { bogen } = createGrensnet(
      new Map([
        ["A", [LINKS]],
        ["B", [RECHTS]],
      ]),
    );
    expect(bogen.map(({ van }) => [...van].join("")).toSorted()).toEqual(["A", "AB", "B"]);
    expect(bogen.find(({ van }) => van.size === 2)?.punten).toHaveLength(3);
  });

  it("leaves no gap between neighbours, however coarse", () => {
    const vormen = new Map(Object.entries(readCellenkaart(".").cellen));
    const net = createGrensnet(vormen);
    const exact = total([...vormen.values()].flat());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (tolerance) => {
        const simple = new Map(net.bogen.map((boog) => [boog, simplify(boog.punten, tolerance)]));
        const rings = [...net.ringen.values()].flatMap((loops) =>
          loops.map((loop) => joinBogen(loop, (boog) => simple.get(boog) ?? [])),
        );
        // What one loses its neighbour wins, so only the shore can change the whole.
        const outside = net.bogen
          .filter(({ van }) => van.size === 1)
          .reduce((sum, boog) => sum + length(boog.punten), 0);
        expect(Math.abs(total(rings) - exact)).toBeLessThanOrEqual(outside * tolerance);
      }),
      { numRuns: 12 },
    );
  });

  it("gives back the same ring where nothing is left out", () => {
    const net = createGrensnet(
      new Map([
        ["A", [LINKS]],
        ["B", [RECHTS]],
      ]),
    );
    const [loops = []] = net.ringen.get("A") ?? [];
    expect(
      joinBogen(loops, ({ punten }) => punten)
        .map(String)
        .toSorted(),
    ).toEqual(LINKS.map(String).toSorted());
  });
});

describe("simplify", () => {
  it("keeps both ends and never moves a corner further than the tolerance", () => {
    const line = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })),
      {
        minLength: 2,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 30 }), (punten, tolerance) => {
        const kept = simplify(punten, tolerance);
        expect([kept[0], kept.at(-1)]).toEqual([punten[0], punten.at(-1)]);
        for (const punt of punten)
          expect(distanceTo(punt, kept)).toBeLessThanOrEqual(tolerance + 1e-9);
      }),
    );
  });
});

function total(rings: readonly (readonly Punt[])[]): number {
  return rings.reduce((sum, ring) => sum + area(ring), 0);
}

function length(punten: readonly Punt[]): number {
  return punten.slice(1).reduce((sum, [x, y], i) => {
    const [fromX, fromY] = punten[i] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}

function distanceTo([x, y]: Punt, line: readonly Punt[]): number {
  const distances = line.slice(1).map(([bx, by], i) => {
    const [ax, ay] = line[i] ?? [bx, by];
    const span = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = span === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / span;
    const on = Math.min(1, Math.max(0, t));
    return Math.hypot(x - ax - on * (bx - ax), y - ay - on * (by - ay));
  });
  return Math.min(...distances);
}

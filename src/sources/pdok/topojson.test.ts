import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { area } from "#services/kaart/vlak.ts";
import { parseGrenzen } from "../kaarten-bestand.ts";
import { isTopojson, toFeatures } from "./topojson.ts";

// Two squares beside each other: the border between them is one line, walked both ways.
const TWEE = {
  type: "Topology",
  transform: { scale: [0.1, 0.1], translate: [4, 51] },
  arcs: [
    [
      [10, 0],
      [0, 10],
    ],
    [
      [10, 10],
      [-10, 0],
      [0, -10],
      [10, 0],
    ],
    [
      [10, 0],
      [10, 0],
      [0, 10],
      [-10, 0],
    ],
  ],
  objects: {
    gm: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", arcs: [[0, 1]], properties: { statcode: "GM0001" } },
        { type: "MultiPolygon", arcs: [[[2, -1]]], id: "GM0002" },
      ],
    },
  },
};

describe("TopoJSON", () => {
  it("gives closed rings, a shared line walked either way", () => {
    const [een, twee] = toFeatures(TWEE);
    expect(een?.geometry.coordinates).toEqual([
      [
        [
          [5, 51],
          [5, 52],
          [4, 52],
          [4, 51],
          [5, 51],
        ],
      ],
    ]);
    const [ring = []] = twee?.geometry.coordinates[0] ?? [];
    expect(ring[0]).toEqual(ring.at(-1));
    expect(twee?.properties).toEqual({ code: "GM0002" });
  });

  it.each([
    [{ ...TWEE, arcs: [] }, "lijn 0"],
    [{ ...TWEE, transform: { scale: "x" } }, "transform"],
  ])("says what is wrong with a file", (json, tekst) => {
    expect(() => toFeatures(json)).toThrow(tekst);
  });

  const REAL = "../shared/data/gemeenten-veiligheidsregio-topojson/nl-vr-gm.topo.json";
  it.skipIf(!existsSync(REAL))(
    "reads the 342 gemeenten of a real file, each with land in it",
    () => {
      const json: unknown = JSON.parse(readFileSync(REAL, "utf8"));
      expect(isTopojson(json)).toBe(true);
      const features = toFeatures(json);
      const text = JSON.stringify({ type: "FeatureCollection", features });
      const read = parseGrenzen(text, "x", 2024);
      expect(read.ok && read.grenzen.ringen.size).toBe(342);
      const empty = read.ok
        ? [...read.grenzen.ringen].filter(([, rings]) => rings.every((ring) => area(ring) === 0))
        : ["none"];
      expect(empty).toEqual([]);
    },
  );
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadBasis } from "#services/basis.service.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { findNaamplek } from "./naamplek.ts";
import { isInside } from "./vlak.ts";

const DAG = "2026-01-01";
const shipped = readMeegeleverd();
const basis = loadBasis(shipped);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "woonregie-kaart-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function regio(naam: string) {
  const found = basis.gebied(naam, DAG);
  if (found.soort !== "gevonden") throw new Error(`no region ${naam}`);
  return found.gebied;
}

/** Draws with one file in the folder of maps. */
function drawWith(bestand: string, text: string, op = DAG) {
  writeFileSync(join(folder, bestand), text);
  const kaart = loadBasis(shipped, folder).kaart(regio("drechtsteden#drechtsteden"), op);
  rmSync(join(folder, bestand));
  return kaart;
}

const size = (kaart: unknown) => gzipSync(JSON.stringify(kaart)).length;

describe("a schematic map", () => {
  it("shows all members by alphabet, says what it is, and what lies around", () => {
    const kaart = basis.kaart(regio("drechtsteden#drechtsteden"), DAG);
    expect(kaart.soort).toBe("schematisch");
    expect(kaart.gemeenten.map(({ naam }) => naam)).toEqual([
      "Alblasserdam",
      "Dordrecht",
      "Hardinxveld-Giessendam",
      "Hendrik-Ido-Ambacht",
      "Papendrecht",
      "Sliedrecht",
      "Zwijndrecht",
    ]);
    expect(kaart.omgeving.map(({ naam }) => naam)).toContain("Hoeksche Waard");
    expect(kaart.zonderVorm).toEqual([]);
    expect(kaart.omtrek).toMatch(/^M\d/);
  });

  it("draws borders between deelregio's where the region has them, and else none", () => {
    expect(basis.kaart(regio("mra#mra"), DAG).deelgrenzen).not.toBe("");
    expect(basis.kaart(regio("drechtsteden#drechtsteden"), DAG).deelgrenzen).toBe("");
  });

  it("stays below 30 kB for a region and 150 kB for the whole country", () => {
    for (const { indeling, naam } of basis.regios()) {
      expect(size(basis.kaart(regio(`${indeling}#${naam}`), DAG)), naam).toBeLessThan(30_000);
    }
    const land = basis.kaart(basis.nederland(DAG), DAG);
    expect(land.gemeenten).toHaveLength(342);
    expect(size(land)).toBeLessThan(150_000);
  });

  it("names a member that is no more on the day of the map", () => {
    const kaart = basis.kaart(basis.nederland("2021-06-01"), "2021-06-01");
    expect(kaart.zonderVorm).toContain("Weesp");
    expect(kaart.gemeenten.length + kaart.zonderVorm.length).toBe(
      basis.nederland("2021-06-01").eenheden.length,
    );
  });

  it("finds a place for the name on the gemeente itself, also where its middle lies outside", () => {
    const horseshoe = [
      [0, 0],
      [100, 0],
      [100, 90],
      [80, 90],
      [80, 20],
      [20, 20],
      [20, 90],
      [0, 90],
    ];
    const ring = horseshoe.map(([x = 0, y = 0]) => [x, y] as const);
    const plek = findNaamplek([ring]);
    expect(plek && isInside(plek, [ring])).toBe(true);
  });
});

// Dordrecht as a square around its middle, in degrees and with the code as the sources have it.
const SQUARE = [
  [4.6, 51.7],
  [4.8, 51.7],
  [4.8, 51.85],
  [4.6, 51.85],
  [4.6, 51.7],
];
const collection = (properties: object, coordinates: unknown = [SQUARE]) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: [{ type: "Feature", properties, geometry: { type: "Polygon", coordinates } }],
  });

describe("real borders from a file", () => {
  it.each([
    ["of CBS", { statcode: "GM0505" }],
    ["of the Kadaster", { identificatie: "GM0505", code: "0505" }],
    ["of the Kadaster, turned round", { identificatie: "0505", code: "GM0505" }],
  ])("are used with the codes %s; who is not in it is named", (_, properties) => {
    const kaart = drawWith("gemeenten-2024.geojson", collection(properties));
    expect(kaart.soort).toBe("grenzen");
    expect(kaart.gemeenten.map(({ naam }) => naam)).toEqual(["Dordrecht"]);
    expect(kaart.zonderVorm).toContain("Papendrecht");
    expect(kaart.bron).toContain("gemeenten-2024.geojson");
  });

  it("may also be in metres of the Rijksdriehoek", () => {
    const metres = [
      [100_000, 420_000],
      [110_000, 420_000],
      [110_000, 430_000],
      [100_000, 420_000],
    ];
    const kaart = drawWith("gemeenten-2025.geojson", collection({ statcode: "GM0505" }, [metres]));
    // Ten kilometres, and a twentieth of that on either side.
    expect(kaart.breedte).toBe(1100);
  });

  it("of the year itself or the last before it go before later ones", () => {
    writeFileSync(join(folder, "gemeenten-2022.geojson"), collection({ statcode: "GM0505" }));
    const kaart = drawWith("gemeenten-2027.geojson", collection({ statcode: "GM0505" }));
    rmSync(join(folder, "gemeenten-2022.geojson"));
    expect(kaart.peildatum).toBe("2022");
  });

  it("are read once, whatever years are asked after", () => {
    const file = join(folder, "gemeenten-2025.geojson");
    writeFileSync(file, collection({ statcode: "GM0505" }));
    const { kaart } = loadBasis(shipped, folder);
    const gebied = regio("drechtsteden#drechtsteden");
    expect(kaart(gebied, DAG).peildatum).toBe("2025");
    rmSync(file);
    expect(kaart(gebied, "2031-01-01").peildatum).toBe("2025");
  });

  it.each([
    ["no JSON", "{", "dit is geen JSON"],
    ["no features", "{}", "bij «features»"],
    ["a line for a polygon", collection({ statcode: "GM0505" }, [[[1, 2]]]), "coordinates"],
    ["no code", collection({ naam: "Dordrecht" }), "GM0363"],
  ])("with %s are told, and the map is schematic", (_, text, told) => {
    const kaart = drawWith("gemeenten-2024.geojson", text);
    expect(kaart.soort).toBe("schematisch");
    expect(kaart.melding).toContain("gemeenten-2024.geojson: ");
    expect(kaart.melding).toContain(told);
  });
});

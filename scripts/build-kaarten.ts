/**
 * Makes data/kaarten from the generalised borders of 1 January 2024: per gemeente a centroid, which
 * gemeenten border on each other on land, and a rough outline of the land.
 *
 * node --import tsx scripts/build-kaarten.ts <folder with raw material>
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rawFolder } from "./csv-table.ts";
import { dissolve, type Grens, neighbours, type Punt, type Ring } from "./kaart-grenzen.ts";
import { centroid, ringArea, simplify } from "./kaart-meetkunde.ts";

/** Visvalingam: no bend smaller than this stays, in square degrees (about 0.75 km²). */
const KLEINSTE_BOCHT = 0.00006;
/** Rings smaller than this are left out, in square degrees (about 4 km²). */
const KLEINSTE_RING = 0.0003;

const BRON = {
  bron: "CBS / Kadaster, gebiedsindelingen 2024, gemeente_gegeneraliseerd, bewerkt",
  licentie: "CC BY 4.0",
  peildatum: "2024-01-01",
};

type Feature = {
  readonly properties: { readonly statcode: string };
  readonly geometry: { readonly coordinates: readonly (readonly Ring[])[] };
};

const source = "gemeenten-geojson-2024/gemeente_gegeneraliseerd_2024.geojson";
const { features } = JSON.parse(readFileSync(join(rawFolder(), source), "utf8")) as {
  readonly features: readonly Feature[];
};
const grenzen: readonly Grens[] = features
  .map(({ properties, geometry }) => ({
    code: properties.statcode,
    vlakken: geometry.coordinates,
  }))
  .toSorted((a, b) => (a.code < b.code ? -1 : 1));

writeGemeenten();
writeLand();

function writeGemeenten(): void {
  const buren = neighbours(grenzen);
  const zonder = grenzen.filter(({ code }) => !buren.some((pair) => pair.includes(code)));
  const head = {
    ...BRON,
    toelichting:
      "zwaartepunten naar oppervlakte, binnen de gemeente; buren delen een stuk grens op land (over water niet)",
    "zonder-buren": zonder.map(({ code }) => code),
  };
  const punten = grenzen.map((grens) => `    "${grens.code}": ${toJson(centroid(grens), 4)}`);
  const paren = buren.map((pair) => `    ${JSON.stringify(pair)}`);
  const text = `${open(head)},\n  "zwaartepunten": {\n${punten.join(",\n")}\n  },\n  "buren": [\n${paren.join(",\n")}\n  ]\n}\n`;
  writeFileSync("data/kaarten/gemeenten-2024.json", text);
}

function writeLand(): void {
  const rings = dissolve(grenzen)
    .filter((ring) => Math.abs(ringArea(ring)) >= KLEINSTE_RING)
    .map((ring) => simplify(ring, KLEINSTE_BOCHT))
    .toSorted((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)));
  const head = {
    ...BRON,
    toelichting:
      "grove omtrek van het land voor een schematische kaart; alleen om te tekenen (fill-rule evenodd: een ring in een ring is water)",
  };
  const lines = rings.map((ring) => `    [${ring.map((punt) => toJson(punt, 3)).join(",")}]`);
  const text = `${open(head)},\n  "ringen": [\n${lines.join(",\n")}\n  ]\n}\n`;
  writeFileSync("data/kaarten/land-2024.json", text);
}

function open(head: object): string {
  return JSON.stringify(head, null, 2).slice(0, -2);
}

function toJson([lon, lat]: Punt, decimals: number): string {
  return `[${Number(lon.toFixed(decimals))},${Number(lat.toFixed(decimals))}]`;
}

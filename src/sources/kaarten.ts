import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Longitude and latitude in degrees. */
type Punt = readonly [number, number];

/** Where the gemeenten lie, and which of them touch over land. */
export type Gemeentekaart = {
  readonly bron: string;
  readonly peildatum: string;
  readonly zwaartepunten: Readonly<Record<string, Punt>>;
  /** Pairs of codes, each pair once. */
  readonly buren: readonly (readonly [string, string])[];
  readonly zonderBuren: readonly string[];
};

/** A rough outline of the land, for drawing only: a ring inside a ring is water. */
export type Landkaart = {
  readonly bron: string;
  readonly peildatum: string;
  readonly ringen: readonly (readonly Punt[])[];
};

/** The land cut into cells around the middle of each gemeente: schematic, and not its borders. */
export type Cellenkaart = {
  readonly bron: string;
  readonly peildatum: string;
  /** Per code its rings, without their closing point, in tens of metres of the Rijksdriehoek. */
  readonly cellen: Readonly<Record<string, readonly (readonly Punt[])[]>>;
};

export function readGemeentekaart(root: string): Gemeentekaart {
  const { "zonder-buren": zonderBuren, ...kaart } = readJson<
    Omit<Gemeentekaart, "zonderBuren"> & { readonly "zonder-buren": readonly string[] }
  >(root, "gemeenten-2024");
  return { ...kaart, zonderBuren };
}

export function readLandkaart(root: string): Landkaart {
  return readJson(root, "land-2024");
}

export function readCellenkaart(root: string): Cellenkaart {
  return readJson(root, "cellen-2024");
}

/** Our own files, whose form `test/data.test.ts` guards; not parsed a second time here. */
function readJson<T>(root: string, naam: string): T {
  return JSON.parse(readFileSync(join(root, `data/kaarten/${naam}.json`), "utf8")) as T;
}

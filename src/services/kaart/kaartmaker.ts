import type { Kaart } from "#contract/api/kaarten.ts";
import type { Gemeentelijst, Rekengebied } from "#domain/gebied.ts";
import type { Cellenkaart } from "#sources/kaarten.ts";
import {
  type Grensbestand,
  type Grenslezing,
  listGrensjaren,
  nearestYear,
  readGrenzen,
} from "#sources/kaarten-bestand.ts";
import { lazy } from "#sources/lazy.ts";
import { createGrenskaart, drawKaart, type Grenskaart, METERS } from "./kaart.ts";
import { type Punt, toRijksdriehoek } from "./rijksdriehoek.ts";
import type { Ring } from "./vlak.ts";

/** Draws a region as it was on a day. */
export type Kaartmaker = (gebied: Rekengebied, op: string) => Kaart;

type Bronnen = {
  readonly cellen: () => Cellenkaart;
  /** Where `gemeenten-<jaar>.geojson` may stand. */
  readonly map?: string;
  readonly gemeenten: Gemeentelijst;
};

/**
 * Draws with the real borders of the year where a file has them, else with schematic cells.
 *
 * A file is read when it is first needed; one that cannot be read is told on the map itself.
 */
export function createKaartmaker({ cellen, map, gemeenten }: Bronnen): Kaartmaker {
  const schematic = lazy(() => fromCellen(cellen()));
  const years = lazy(() => (map === undefined ? [] : listGrensjaren(map)));
  // By the year of the file: anybody may ask any year, and no file is read twice for that.
  const byFile = new Map<number, Grenskaart>();
  const ofYear = (asked: number): Grenskaart => {
    const jaar = nearestYear(years(), asked);
    if (jaar === undefined || map === undefined) return schematic();
    const made = byFile.get(jaar) ?? fromFile(readGrenzen(map, jaar), schematic);
    byFile.set(jaar, made);
    return made;
  };
  const drawn = new Map<string, Kaart>();
  return (gebied, op) => {
    const key = `${gebied.indeling}#${gebied.id} ${op}`;
    const naamVan = (code: string) => gemeenten.findByCode(code, op)?.naam ?? code;
    const made = drawn.get(key) ?? drawKaart(ofYear(Number(op.slice(0, 4))), gebied, naamVan);
    if (drawn.size >= KEPT) drawn.clear();
    drawn.set(key, made);
    return made;
  };
}

/** How many drawn maps are kept: more than one meeting looks at, and a few megabytes at most. */
const KEPT = 40;

function fromFile(read: Grenslezing | undefined, schematic: () => Grenskaart): Grenskaart {
  if (!read) return schematic();
  if (!read.ok) return { ...schematic(), melding: read.fout };
  const { grenzen } = read;
  const kop = {
    soort: "grenzen",
    bron: `gemeentegrenzen uit ${grenzen.bestand}`,
    peildatum: `${grenzen.jaar}`,
  } as const;
  return createGrenskaart(kop, toUnits(grenzen));
}

/** On a grid of whole metres first, where neighbours meet in the same corner, then in map units. */
function toUnits({ ringen, graden }: Grensbestand): ReadonlyMap<string, readonly Ring[]> {
  const toUnit = (punt: Punt): Punt => {
    const [x, y] = graden ? toRijksdriehoek(punt) : punt;
    return [Math.round(x) / METERS, Math.round(y) / METERS];
  };
  const open = (ring: readonly Punt[]) => ring.slice(0, -1).map(toUnit);
  return new Map([...ringen].map(([code, rings]) => [code, rings.map(open)]));
}

function fromCellen({ bron, peildatum, cellen }: Cellenkaart): Grenskaart {
  return createGrenskaart(
    { soort: "schematisch", bron, peildatum },
    new Map(Object.entries(cellen)),
  );
}

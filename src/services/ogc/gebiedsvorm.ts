import type { Basis } from "#services/basis.ts";
import { joinVormen } from "#services/kaart/samenvoegen.ts";
import { toVeelvlakken, type Veelvlak } from "#services/kaart/veelvlak.ts";
import { boundsOf, type Ring, type Vak } from "#services/kaart/vlak.ts";
import type { Grensvormen } from "#services/kaart/vormenbron.ts";
import { type Stelsel, writeIn } from "./stelsel.ts";

/** The shape of a gebied, as it can be written in any stelsel. */
export type Gebiedsvorm = {
  readonly soort: Grensvormen["soort"];
  readonly bron: string;
  readonly jaar: number;
  readonly vlakken: (stelsel: Stelsel) => readonly Veelvlak[];
  readonly vak: (stelsel: Stelsel) => Vak | undefined;
};

export type Vormzoeker = {
  /** The shape of one gemeente, or of several together; undefined where none of them has one. */
  readonly find: (codes: readonly string[], op: string) => Gebiedsvorm | undefined;
  /** Of these the ones that have no shape on that day. */
  readonly missing: (codes: readonly string[], op: string) => readonly string[];
};

/** Neighbours whose corners lie within about a metre of each other share them. */
const RASTER = { graden: 1e-5, meters: 1 } as const;

/**
 * Real borders where they were delivered and may be passed on, else the cells that ship.
 *
 * The two are never mixed: one map is either of borders or schematic.
 */
export function createVormzoeker({ vormen }: Pick<Basis, "vormen">): Vormzoeker {
  const known = new Map<string, Gebiedsvorm>();
  const sourceOn = (op: string): Grensvormen => {
    const grenzen = vormen.grenzen(Number(op.slice(0, 4)));
    return grenzen?.licentie === undefined ? vormen.schematisch() : grenzen;
  };
  return {
    find: (codes, op) => {
      const source = sourceOn(op);
      const drawn = codes.filter((code) => source.ringen.has(code)).toSorted();
      if (drawn.length === 0) return undefined;
      const key = `${source.soort} ${source.jaar} ${drawn.join(" ")}`;
      const made = known.get(key) ?? toGebiedsvorm(source, drawn);
      known.set(key, made);
      return made;
    },
    missing: (codes, op) => {
      const { ringen } = sourceOn(op);
      return codes.filter((code) => !ringen.has(code));
    },
  };
}

function toGebiedsvorm(source: Grensvormen, codes: readonly string[]): Gebiedsvorm {
  const { soort, bron, jaar, graden } = source;
  const written = new Map<string, readonly Veelvlak[]>();
  const vlakken = (stelsel: Stelsel) => {
    const found = written.get(stelsel.uri) ?? writeVlakken(source, codes, stelsel);
    written.set(stelsel.uri, found);
    return found;
  };
  return { soort, bron, jaar, vlakken, vak: (stelsel) => boundsOf(vlakken(stelsel).flat()) };

  function writeVlakken({ ringen }: Grensvormen, own: readonly string[], stelsel: Stelsel) {
    const shapes = own.map((code) => ringen.get(code) ?? []);
    const raster = graden ? RASTER.graden : RASTER.meters;
    const rings: readonly Ring[] = shapes.length > 1 ? joinVormen(shapes, raster) : shapes.flat();
    const write = writeIn(stelsel, source);
    // Turned as longitude before latitude: which way a ring runs is told of the map, not of numbers.
    return toVeelvlakken(rings).map((vlak) => vlak.map((ring) => ring.map(write)));
  }
}

import type { Cellenkaart } from "#sources/kaarten.ts";
import {
  type Grensbestand,
  listGrensjaren,
  nearestYear,
  readGrenzen,
} from "#sources/kaarten-bestand.ts";
import { lazy } from "#sources/lazy.ts";
import type { Punt } from "./rijksdriehoek.ts";
import type { Ring } from "./vlak.ts";

/** The shapes of gemeenten in the numbers in which they were delivered. */
export type Grensvormen = {
  readonly soort: "grenzen" | "schematisch";
  readonly bron: string;
  /** Absent where nobody knows under what terms they may be passed on. */
  readonly licentie?: string;
  readonly jaar: number;
  /** Longitude and latitude; otherwise metres of the Rijksdriehoek. */
  readonly graden: boolean;
  /** Per code its rings, without their closing point; a ring in a ring is a hole. */
  readonly ringen: ReadonlyMap<string, readonly Ring[]>;
};

export type Vormenbron = {
  /** Real borders of that year, or of the nearest year there is a file of; undefined without any. */
  readonly grenzen: (jaar: number) => Grensvormen | undefined;
  /** Cells of the land around the middle of each gemeente: not its borders. */
  readonly schematisch: () => Grensvormen;
};

/** Metres in a unit of the cells that ship. */
const CEL_METERS = 10;

/**
 * Reads each file once, when it is first asked; one that cannot be read is none.
 *
 * Which files there are is looked at once: a year is free to ask, and must not read one again.
 */
export function createVormenbron(cellen: () => Cellenkaart, map?: string): Vormenbron {
  const jaren = lazy(() => (map === undefined ? [] : listGrensjaren(map)));
  const byYear = new Map<number, Grensvormen | undefined>();
  return {
    grenzen: (asked) => {
      const jaar = nearestYear(jaren(), asked);
      if (jaar === undefined) return undefined;
      if (!byYear.has(jaar)) byYear.set(jaar, readYear(map, jaar));
      return byYear.get(jaar);
    },
    schematisch: lazy(() => fromCellen(cellen())),
  };
}

function readYear(map: string | undefined, jaar: number): Grensvormen | undefined {
  const read = map === undefined ? undefined : readGrenzen(map, jaar);
  return read?.ok ? fromBestand(read.grenzen) : undefined;
}

/** The two sources that write the code so; both are given out under the same licence. */
const BRON_NAAR_VELD: Readonly<Record<string, string>> = {
  statcode: "CBS / Kadaster, gebiedsindelingen",
  identificatie: "Kadaster, bestuurlijke gebieden",
};

function fromBestand({ bestand, jaar, graden, veld, ringen }: Grensbestand): Grensvormen {
  const open = (ring: readonly Punt[]): Ring => ring.slice(0, -1);
  const van = BRON_NAAR_VELD[veld];
  return {
    soort: "grenzen",
    bron: van === undefined ? `onbekend; uit ${bestand}` : `${van}; uit ${bestand}`,
    ...(van === undefined ? {} : { licentie: "CC BY 4.0" }),
    jaar,
    graden,
    ringen: new Map([...ringen].map(([code, rings]) => [code, rings.map(open)])),
  };
}

function fromCellen({ bron, peildatum, cellen }: Cellenkaart): Grensvormen {
  const toMeters = ([x, y]: Punt): Punt => [x * CEL_METERS, y * CEL_METERS];
  return {
    soort: "schematisch",
    bron,
    licentie: "CC BY 4.0",
    jaar: Number(peildatum.slice(0, 4)),
    graden: false,
    ringen: new Map(
      Object.entries(cellen).map(([code, rings]) => [
        code,
        rings.map((ring) => ring.map(toMeters)),
      ]),
    ),
  };
}

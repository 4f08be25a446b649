import { gradenNaarRd, rdNaarGraden } from "#services/kaart/rd-graden.ts";
import type { Punt } from "#services/kaart/rijksdriehoek.ts";

/** How places are written as two numbers. */
export type Stelsel = {
  readonly uri: string;
  readonly naam: string;
  readonly graden: boolean;
  /** Latitude before longitude. */
  readonly breedteEerst: boolean;
  /** As many as tell a millimetre. */
  readonly decimalen: number;
};

export const CRS84: Stelsel = {
  uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  naam: "lengte en breedte in graden (CRS84)",
  graden: true,
  breedteEerst: false,
  decimalen: 8,
};

export const STELSELS: readonly Stelsel[] = [
  CRS84,
  {
    uri: "http://www.opengis.net/def/crs/EPSG/0/4258",
    naam: "breedte en lengte in graden (ETRS89)",
    graden: true,
    breedteEerst: true,
    decimalen: 8,
  },
  {
    uri: "http://www.opengis.net/def/crs/EPSG/0/28992",
    naam: "x en y in meters (Rijksdriehoeksstelsel)",
    graden: false,
    breedteEerst: false,
    decimalen: 3,
  },
];

/** Writes a place that is known in degrees (longitude first) or in metres of the Rijksdriehoek. */
export function writeIn(
  { graden, breedteEerst, decimalen }: Stelsel,
  from: { readonly graden: boolean },
): (punt: Punt) => Punt {
  const scale = 10 ** decimalen;
  const round = (number: number) => Math.round(number * scale) / scale;
  return (punt) => {
    const [a, b] = move(punt, from.graden, graden);
    return breedteEerst ? [round(b), round(a)] : [round(a), round(b)];
  };
}

function move(punt: Punt, from: boolean, to: boolean): Punt {
  if (from === to) return punt;
  return to ? rdNaarGraden(punt) : gradenNaarRd(punt);
}

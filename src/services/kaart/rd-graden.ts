import proj4 from "proj4";
import type { Punt } from "./rijksdriehoek.ts";

// The projection of the Rijksdriehoek with the shift of its datum to ETRS89, without the grid of
// corrections of RDNAPTRANS: the file of that grid is larger than all borders together.
const RD =
  "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.2369,50.0087,465.658,-0.406857330322398,0.350732676542563,-1.8703473836068,4.0812 +units=m +no_defs";

const omzetting = proj4("+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +no_defs", RD);

/** How far the two below can be off, in metres: what the correction grid of RDNAPTRANS mends. */
export const RD_NAUWKEURIGHEID = 0.25;

/** Longitude and latitude (ETRS89) as metres of the Rijksdriehoek, within 25 centimetres. */
export function gradenNaarRd([lengte, breedte]: Punt): Punt {
  const [x = 0, y = 0] = omzetting.forward([lengte, breedte]);
  return [x, y];
}

/** The way back, as exact. */
export function rdNaarGraden([x, y]: Punt): Punt {
  const [lengte = 0, breedte = 0] = omzetting.inverse([x, y]);
  return [lengte, breedte];
}

/** X and Y in metres in the system of the Dutch triangulation (RD), or longitude and latitude. */
export type Punt = readonly [number, number];

// Amersfoort, the centre of the system: the polynomials are around it, in units of 10,000 seconds.
const LENGTE = 5.387_206_21;
const BREEDTE = 52.155_174_4;
const OOST = 155_000;
const NOORD = 463_000;
const EENHEID = 0.36;

/** [power of latitude, power of longitude, metres] */
type Term = readonly [number, number, number];

const NAAR_OOST: readonly Term[] = [
  [0, 1, 190_094.945],
  [1, 1, -11_832.228],
  [2, 1, -114.221],
  [0, 3, -32.391],
  [1, 0, -0.705],
  [3, 1, -2.34],
  [1, 3, -0.608],
  [0, 2, -0.008],
  [2, 3, 0.148],
];

const NAAR_NOORD: readonly Term[] = [
  [1, 0, 309_056.544],
  [0, 2, 3638.893],
  [2, 0, 73.077],
  [1, 2, -157.984],
  [3, 0, 59.788],
  [0, 1, 0.433],
  [2, 2, -6.439],
  [1, 1, -0.032],
  [0, 4, 0.092],
  [1, 4, -0.054],
];

/**
 * Degrees (WGS 84) as metres of the Rijksdriehoeksstelsel, within about a metre: enough to draw.
 *
 * Source: Schreutelkamp and Strang van Hees, Benaderingsformules voor de transformatie tussen RD-
 * en WGS84-kaartcoördinaten, Geodesia 2001.
 */
export function toRijksdriehoek([lengte, breedte]: Punt): Punt {
  const east = powersOf(EENHEID * (lengte - LENGTE));
  const north = powersOf(EENHEID * (breedte - BREEDTE));
  const sum = (terms: readonly Term[]) => {
    let total = 0;
    for (const [p, q, metres] of terms) total += metres * (north[p] ?? 0) * (east[q] ?? 0);
    return total;
  };
  return [OOST + sum(NAAR_OOST), NOORD + sum(NAAR_NOORD)];
}

/** From the power of nought to that of four. */
function powersOf(value: number): readonly number[] {
  const square = value * value;
  return [1, value, square, square * value, square * square];
}

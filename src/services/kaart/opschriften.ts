import type { Punt } from "./rijksdriehoek.ts";

type Opschrift = {
  readonly tekst: string;
  /** Degrees. */
  readonly plek: Punt;
  /** Only on a map that is at most so many kilometres wide. */
  readonly tot?: number;
};

/** Where the name of a water or a country can stand: words to know the map by. */
export const OPSCHRIFTEN: readonly Opschrift[] = [
  { tekst: "Noordzee", plek: [3.9, 52.6] },
  { tekst: "Noordzee", plek: [4.45, 52.55], tot: 150 },
  { tekst: "Noordzee", plek: [3.55, 51.85], tot: 150 },
  { tekst: "Waddenzee", plek: [5.15, 53.13] },
  { tekst: "Waddenzee", plek: [5.6, 53.37], tot: 150 },
  { tekst: "IJsselmeer", plek: [5.3, 52.82] },
  { tekst: "Markermeer", plek: [5.17, 52.53] },
  { tekst: "Oosterschelde", plek: [3.92, 51.6], tot: 150 },
  { tekst: "Westerschelde", plek: [3.8, 51.39], tot: 150 },
  { tekst: "Haringvliet", plek: [4.22, 51.78], tot: 80 },
  { tekst: "Duitsland", plek: [7.13, 52.42] },
  { tekst: "Duitsland", plek: [6.35, 51.55] },
  { tekst: "Duitsland", plek: [7.0, 51.87], tot: 150 },
  { tekst: "België", plek: [4.9, 51.27] },
  { tekst: "België", plek: [5.6, 51.08], tot: 150 },
  { tekst: "België", plek: [4.1, 51.15], tot: 150 },
];

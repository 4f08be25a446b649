const MB = 1024 * 1024;

/**
 * How much of a file is read at most; what is over is refused, never cut off.
 *
 * The largest figures that were seen stay a factor of ten below: a table of all gemeenten over
 * thirty years and fifty columns is half a million cells.
 */
export const WERKMAPGRENZEN = {
  /** The file as it came. */
  bytes: 32 * MB,
  /** All parts of a zip together, and each of them. */
  uitgepakt: 256 * MB,
  /** Unpacked ÷ packed, once more than `verhoudingVanaf` is unpacked. */
  verhouding: 200,
  verhoudingVanaf: 8 * MB,
  /** Parts of a zip: sheets, pictures, styles. */
  onderdelen: 5000,
  bladen: 200,
  rijen: 1_048_576,
  kolommen: 16_384,
  /** Places up to the last filled cell of each row, empty ones too. */
  cellen: 2_000_000,
  /** In one cell; what Excel itself holds. */
  tekens: 32_767,
  /** Merged blocks of cells in the whole file. */
  samenvoegingen: 20_000,
  /** How deep XML may be nested. */
  diepte: 200,
  /** From start to answer, in the worker. */
  seconden: 20,
  /** Of the worker, in MB. */
  geheugen: 1024,
} as const;

/** The same limits, of which a test or an installation sets some otherwise. */
export type Werkmapgrenzen = { readonly [naam in keyof typeof WERKMAPGRENZEN]: number };

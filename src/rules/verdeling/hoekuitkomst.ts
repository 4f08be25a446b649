import type { Breuk } from "#domain/breuk.ts";

/** What comes out in one corner, without rounding. */
export type Hoekuitkomst = {
  /** What stays open in all. */
  readonly openTotaal: Breuk;
  /** What a unit has, or a cell below it, in one onderdeel or in all. */
  readonly at: (pad: readonly string[], onderdeel?: string) => Breuk;
};

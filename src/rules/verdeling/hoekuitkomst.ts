import type { Breuk } from "#domain/breuk.ts";
import type { Hoek } from "#rules/cijfers/rekenvraag.ts";

/** What comes out in one corner, without rounding. */
export type Hoekuitkomst = {
  /** What stays open in all. */
  readonly openTotaal: Breuk;
  /** What a unit has, or a cell below it, in one onderdeel or in all. */
  readonly at: (pad: readonly string[], onderdeel?: string) => Breuk;
};

/**
 * Gives a corner without going through the step: `geen` where it has no outcome, undefined where it
 * must be gone through after all.
 */
export type LosseHoek = (hoek: Hoek) => Hoekuitkomst | "geen" | undefined;

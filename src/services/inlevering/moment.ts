import { zoekMoment } from "#rules/cijfers/inlezen/moment.ts";

/** A day or a periode as people write it, in the form of our own; undefined where it is none. */
export function leesMoment(tekst: string): string | undefined {
  return zoekMoment(tekst.trim());
}

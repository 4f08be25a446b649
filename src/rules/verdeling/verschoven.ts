import { type Breuk, NUL, sum } from "#domain/breuk.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";

/** What a bound moved to a unit (above zero) or away from it, and what of it found no place. */
export type Verschuiving = { readonly verschoven: Breuk; readonly open: Breuk };

/** In the last periode, over all steps together. */
export function shiftOf({ stappen, eenheden }: VerdelingUitkomst, eenheid: string): Verschuiving {
  const last = stappen.at(-1)?.periode;
  const own = stappen
    .filter(({ periode }) => periode === last)
    .flatMap(({ cellen }) => cellen.filter(({ pad }) => pad[0] === eenheid));
  return {
    verschoven: sum(own.map(({ verschoven }) => verschoven)),
    open: eenheden.find(({ id }) => id === eenheid)?.open ?? NUL,
  };
}

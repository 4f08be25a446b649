import { boundsOf, type Vak } from "#services/kaart/vlak.ts";
import type { Collectie } from "./collectie.ts";
import { CRS84 } from "./stelsel.ts";
import { dayFor } from "./zoeken.ts";

/** What space a collection takes in degrees, and whether its shapes are real borders. */
export type Omvang = { readonly bbox?: Vak; readonly schematisch: boolean };

const known = new WeakMap<Collectie, Omvang>();

/** Worked out once for each collection: it asks the shape of everything in it. */
export function measureCollectie(collectie: Collectie, peildag: string): Omvang {
  const found = known.get(collectie) ?? measure(collectie, peildag);
  known.set(collectie, found);
  return found;
}

function measure(collectie: Collectie, peildag: string): Omvang {
  const vormen = collectie
    .list()
    .flatMap((gebied) => gebied.vorm(dayFor(gebied, undefined, peildag)) ?? []);
  const hoeken = vormen.flatMap((vorm) => {
    const vak = vorm.vak(CRS84);
    if (!vak) return [];
    const [l, b, r, t] = vak;
    return [
      [
        [l, b],
        [r, t],
      ] as const,
    ];
  });
  const bbox = boundsOf(hoeken);
  return {
    ...(bbox ? { bbox } : {}),
    schematisch: vormen.some(({ soort }) => soort !== "grenzen"),
  };
}

import type { Rekeneenheid } from "#domain/gebied.ts";
import type { Loting, Rangorde } from "#domain/rangorde.ts";
import { createLezer, type Lezer } from "#rules/cijfers/lezer.ts";
import {
  type Hoek,
  MIDDEN,
  type Plek,
  plekVan,
  type Rekenvraag,
} from "#rules/cijfers/rekenvraag.ts";
import type { Eislezer } from "#rules/normen/eis.ts";

/** What a rangorde is asked: the candidates are units of the gebied, their kenmerken figures. */
export type Rangordevraag = Rekenvraag<Rangorde> & {
  /** Who is put in order, where that is not everyone in the gebied. */
  readonly kandidaten?: readonly Rekeneenheid[];
  readonly lotingen?: readonly Loting[];
};

/** What every part of the work reads with. */
export type Rangcontext = {
  readonly vraag: Rangordevraag;
  readonly hoek: Hoek;
  readonly lezer: Lezer;
};

export function createContext(
  vraag: Rangordevraag,
  hoek: Hoek = MIDDEN,
  lezer: Lezer = createLezer(vraag),
): Rangcontext {
  return { vraag, hoek, lezer };
}

/** The same question with a reader that has met nothing yet, to learn what one answer lacks. */
export function afresh({ vraag, hoek }: Rangcontext): Rangcontext {
  return createContext(vraag, hoek);
}

/** What an eis or waarde may ask about a candidate; there is no outcome so far to point to. */
export function eislezerVan({ vraag, hoek, lezer }: Rangcontext): Eislezer {
  return {
    lezer,
    hoek,
    uitkomst: () => undefined,
    evenredig: () => undefined,
    eenheden: (_as, plek) => vraag.gebied.eenheden.map(({ id }) => ({ ...plek, pad: [id] })),
    grenzen: (naam) => {
      const value = lezer.parameter(naam);
      return value && "soort" in value && value.soort === "woord" ? value.woord : undefined;
    },
  };
}

/** Everyone who is put in order; somebody who was named twice is one candidate. */
export function kandidatenIn({ gebied, kandidaten }: Rangordevraag): readonly Rekeneenheid[] {
  const units = kandidaten ?? gebied.eenheden;
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}

export function plekOfKandidaat(id: string): Plek {
  return plekVan([id]);
}

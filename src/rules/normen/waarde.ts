import { type Breuk, multiply } from "#domain/breuk.ts";
import type { Deel, Verwijzing, Waarde } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import type { Hoek, Plek } from "#rules/cijfers/rekenvraag.ts";

/**
 * How a waarde is worked out in a run: figures through the reader, and what only the job above
 * knows (an outcome so far, a part in proportion) through its own two functions.
 */
export type Waardelezer = {
  readonly lezer: Lezer;
  readonly hoek: Hoek;
  /** `uitkomst…` in a step; undefined where the document has none. */
  readonly uitkomst: (verwijzing: Verwijzing, plek: Plek) => Breuk | undefined;
  /** `evenredig aan …`: the part of the opgave by that figure. */
  readonly evenredig: (aan: Verwijzing, plek: Plek) => Breuk | undefined;
};

/** The number a waarde stands for at this place; undefined, and noted, where a part is missing. */
export function readWaarde(waarde: Waarde, plek: Plek, context: Waardelezer): Breuk | undefined {
  switch (waarde.soort) {
    case "getal":
      return waarde.getal;
    case "band":
      return halfway(waarde, context.hoek);
    case "verwijzing":
      return readVerwijzing(waarde.verwijzing, plek, context);
    case "deel-van": {
      const deel = readDeel(waarde.deel, plek, context);
      const van = readVerwijzing(waarde.van, plek, context);
      return deel && van ? multiply(deel, van) : undefined;
    }
    case "evenredig":
      return context.evenredig(waarde.aan, plek);
    case "per": {
      const part = partFor(waarde.is, plek);
      return part && readWaarde(part, plek, context);
    }
    case "duur":
    case "datum":
      return undefined;
  }
}

/** The figure, parameter or outcome so far that a verwijzing points to. */
export function readVerwijzing(
  verwijzing: Verwijzing,
  plek: Plek,
  context: Waardelezer,
): Breuk | undefined {
  if (verwijzing.naam === "uitkomst") return context.uitkomst(verwijzing, plek);
  return context.lezer.getal(verwijzing, plek, context.hoek);
}

/** The entry of an `is` map for this place: its own name on the axis, else `rest`. */
export function partFor<T>(is: Readonly<Record<string, T>>, plek: Plek): T | undefined {
  const names = [plek.onderdeel, ...plek.pad.toReversed()];
  for (const name of names) {
    const found = is[name];
    if (found !== undefined) return found;
  }
  return is.rest;
}

function readDeel(deel: Deel, plek: Plek, context: Waardelezer): Breuk | undefined {
  if (deel.soort === "getal") return deel.getal;
  return context.lezer.getal({ naam: deel.naam, pad: [] }, plek, context.hoek);
}

function halfway(band: { readonly van: Breuk; readonly tot: Breuk }, hoek: Hoek): Breuk {
  if (hoek.totaal === "laag") return band.van;
  if (hoek.totaal === "hoog") return band.tot;
  const { van, tot } = band;
  return multiply(
    { teller: van.teller * tot.noemer + tot.teller * van.noemer, noemer: van.noemer * tot.noemer },
    { teller: 1n, noemer: 2n },
  );
}

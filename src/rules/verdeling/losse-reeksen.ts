import { add, type Breuk, isNegative, NUL } from "#domain/breuk.ts";
import { RuleError } from "#domain/errors.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import { type Hoek, type Kant, type Plek, plekVan } from "#rules/cijfers/rekenvraag.ts";
import type { Hoekuitkomst } from "./hoekuitkomst.ts";
import { type Opgavegetal, readOpgave } from "./opgave.ts";
import { LEGE_STAND } from "./pas.ts";
import { eislezerFor, type Pas, type Verdelingsvraag } from "./stapcontext.ts";

/** A figure of all units on one side, with what they have together. */
type Reeks = {
  readonly waarden: readonly Breuk[];
  readonly som: Breuk;
  readonly negatief: boolean;
};

export type Reeksen = {
  readonly unitOf: ReadonlyMap<string, number>;
  /** The places of all units in one onderdeel. */
  readonly plekken: (onderdeel: string) => readonly Plek[];
  readonly read: (
    van: Verwijzing,
    onderdeel: string,
    kant: Kant,
    parameters: Hoek["parameters"],
  ) => Reeks | undefined;
};

/** Figures per side, each read once from the reader of the run. */
export function createReeksen({ document, gebied }: Verdelingsvraag, lezer: Lezer): Reeksen {
  const names = Object.keys(document.opgave.is);
  const assen = new Set(names);
  const plekken = new Map<string, readonly Plek[]>();
  const known = new Map<Verwijzing, Map<string, Reeks | undefined>>();
  const plekkenIn = (onderdeel: string) => {
    const made =
      plekken.get(onderdeel) ?? gebied.eenheden.map(({ id }) => plekVan([id], onderdeel, assen));
    plekken.set(onderdeel, made);
    return made;
  };
  return {
    unitOf: new Map(gebied.eenheden.map(({ id }, unit) => [id, unit])),
    plekken: plekkenIn,
    read: (van, onderdeel, kant, parameters) => {
      const own = known.get(van) ?? new Map<string, Reeks | undefined>();
      known.set(van, own);
      const key = `${onderdeel}|${kant}|${JSON.stringify(parameters)}`;
      if (own.has(key)) return own.get(key);
      const hoek: Hoek = { eigenKant: kant, anderen: kant, totaal: "midden", parameters };
      const found = toReeks(plekkenIn(onderdeel).map((plek) => lezer.getal(van, plek, hoek)));
      own.set(key, found);
      return found;
    },
  };
}

function toReeks(figures: readonly (Breuk | undefined)[]): Reeks | undefined {
  const waarden: Breuk[] = [];
  let som = NUL;
  for (const figure of figures) {
    if (!figure) return undefined;
    waarden.push(figure);
    som = add(som, figure);
  }
  return { waarden, som, negatief: waarden.some(isNegative) };
}

/** What is divided in a corner; undefined where that makes no sense. */
export function opgaveIn(pas: Pas): Opgavegetal | undefined {
  try {
    const lezer = eislezerFor(pas, LEGE_STAND, () => undefined);
    return readOpgave(pas.vraag.document.opgave, lezer, false);
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}

/**
 * A corner of which the part of every unit in every onderdeel is worked out when it is asked.
 *
 * @throws RangeError where what is asked is not a unit of the region.
 */
export function uitkomstIn(
  { onderdelen }: Opgavegetal,
  { unitOf }: Reeksen,
  openTotaal: Breuk,
  partOf: (kolom: number, unit: number) => Breuk,
): Hoekuitkomst {
  return {
    openTotaal,
    at: (pad, onderdeel) => {
      const unit = pad.length === 1 ? unitOf.get(pad[0] ?? "") : undefined;
      if (unit === undefined)
        throw new RangeError(`een losse hoek kent alleen eenheden: ${pad.join("/")}`);
      let total = NUL;
      for (const [kolom, naam] of onderdelen.entries()) {
        if (onderdeel !== undefined && onderdeel !== naam) continue;
        total = add(total, partOf(kolom, unit));
      }
      return total;
    },
  };
}

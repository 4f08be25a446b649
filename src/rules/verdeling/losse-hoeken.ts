import {
  add,
  type Breuk,
  divide,
  EEN,
  equals,
  isNegative,
  isPositive,
  multiply,
  NUL,
  subtract,
} from "#domain/breuk.ts";
import { RuleError } from "#domain/errors.ts";
import type { Sleutel } from "#domain/sleutel.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL, type Hoek, type Kant, type Plek, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { readWaarde } from "#rules/normen/waarde.ts";
import type { Hoekuitkomst } from "./hoekuitkomst.ts";
import { methodOf, type Opgavegetal, readOpgave } from "./opgave.ts";
import { createPas, LEGE_STAND } from "./pas.ts";
import { eislezerFor, type Pas, type Verdelingsvraag } from "./stapcontext.ts";

/** Gives a corner; undefined where it must be gone through step by step after all. */
export type LosseHoek = (hoek: Hoek) => Hoekuitkomst | undefined;

/**
 * Corners of a verdeling in one step without bounds, without going through the step.
 *
 * There the part of a unit in a corner is its own weight over the sum of all weights; and that sum
 * is the one with all figures on one side, but for the weight of the unit that stands on the other.
 * Exact, and the same as step by step; whatever is out of the ordinary in a corner is left to that.
 *
 * @returns undefined where the document is not of this kind.
 */
export function createLosseHoek(vraag: Verdelingsvraag, lezer: Lezer): LosseHoek | undefined {
  const [stap, ...others] = vraag.document.stappen;
  const sleutel = stap?.sleutel;
  const plain =
    stap !== undefined &&
    others.length === 0 &&
    vraag.document.ingroeipad === undefined &&
    stap.over?.wat === "gemeenten" &&
    stap.over.van === undefined &&
    !(stap.voor || stap.ruil || stap.optellen || stap.herverdeling) &&
    stap.voorwaarden.length === 0;
  if (!plain || !sleutel || !isPlainSleutel(sleutel) || !hasPlainUnits(vraag)) return undefined;
  const methode = methodOf(stap.afronding.methode, lezer);
  if (!methode || methode === "tweezijdig") return undefined;
  const reeksen = createReeksen(vraag, lezer);
  return (hoek) => readHoek(hoek, sleutel, vraag, lezer, reeksen);
}

/** Keys of which the share of one unit follows from its own figure and a sum. */
function isPlainSleutel(sleutel: Sleutel): boolean {
  if (sleutel.soort === "gelijk") return true;
  if (sleutel.soort === "gewogen")
    return sleutel.delen.every((deel) => isPlainSleutel(deel.sleutel));
  if (sleutel.soort !== "naar-rato-van" || sleutel.bijtrekken) return false;
  return sleutel.van.van === undefined && sleutel.van.naam !== "uitkomst";
}

function hasPlainUnits({ gebied }: Verdelingsvraag): boolean {
  const ids = new Set(gebied.eenheden.map(({ id }) => id));
  const { length } = gebied.eenheden;
  return (
    length > 0 && ids.size === length && !gebied.eenheden.some(({ id }) => id in gebied.deelregios)
  );
}

/** A figure of all units on one side, with what they have together. */
type Reeks = {
  readonly waarden: readonly Breuk[];
  readonly som: Breuk;
  readonly negatief: boolean;
};

type Reeksen = {
  readonly unitOf: ReadonlyMap<string, number>;
  readonly read: (
    van: Verwijzing,
    onderdeel: string,
    kant: Kant,
    parameters: Hoek["parameters"],
  ) => Reeks | undefined;
};

/** Figures per side, each read once from the reader of the run. */
function createReeksen({ document, gebied }: Verdelingsvraag, lezer: Lezer): Reeksen {
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

/** The share of any unit in one corner and onderdeel; undefined where that is out of the ordinary. */
type Aandeel = (unit: number) => Breuk;

function readHoek(
  hoek: Hoek,
  sleutel: Sleutel,
  vraag: Verdelingsvraag,
  lezer: Lezer,
  reeksen: Reeksen,
): Hoekuitkomst | undefined {
  const pas = createPas(vraag, hoek, () => undefined, lezer);
  const opgave = opgaveIn(pas);
  const aandelen = opgave?.onderdelen.map((onderdeel) =>
    aandeelIn(sleutel, onderdeel, pas, reeksen),
  );
  if (!opgave || !aandelen || aandelen.includes(undefined)) return undefined;
  return {
    openTotaal: NUL,
    at: (pad, onderdeel) => {
      const unit = pad.length === 1 ? reeksen.unitOf.get(pad[0] ?? "") : undefined;
      if (unit === undefined)
        throw new RangeError(`een losse hoek kent alleen eenheden: ${pad.join("/")}`);
      let total = NUL;
      for (const [kolom, naam] of opgave.onderdelen.entries()) {
        if (onderdeel !== undefined && onderdeel !== naam) continue;
        const deel = opgave.delen[kolom] ?? NUL;
        total = add(total, multiply(deel, aandelen[kolom]?.(unit) ?? NUL));
      }
      return total;
    },
  };
}

function opgaveIn(pas: Pas): Opgavegetal | undefined {
  try {
    const lezer = eislezerFor(pas, LEGE_STAND, () => undefined);
    return readOpgave(pas.vraag.document.opgave, lezer, false);
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}

function aandeelIn(
  sleutel: Sleutel,
  onderdeel: string,
  pas: Pas,
  reeksen: Reeksen,
): Aandeel | undefined {
  switch (sleutel.soort) {
    case "gelijk": {
      const share = divide(EEN, { teller: BigInt(reeksen.unitOf.size), noemer: 1n });
      return () => share;
    }
    case "naar-rato-van":
      return byFigure(sleutel.van, onderdeel, pas.hoek, reeksen);
    case "gewogen":
      return weighted(sleutel, onderdeel, pas, reeksen);
    default:
      return undefined;
  }
}

function byFigure(
  van: Verwijzing,
  onderdeel: string,
  { eigen, eigenKant, anderen, parameters }: Hoek,
  reeksen: Reeksen,
): Aandeel | undefined {
  const all = reeksen.read(van, onderdeel, anderen, parameters);
  if (!all || all.negatief) return undefined;
  const self = eigen?.length === 1 ? reeksen.unitOf.get(eigen[0] ?? "") : undefined;
  if (eigen !== undefined && self === undefined) return undefined;
  const own = self === undefined ? all : reeksen.read(van, onderdeel, eigenKant, parameters);
  if (!own || own.negatief) return undefined;
  const before = self === undefined ? NUL : (all.waarden[self] ?? NUL);
  const after = self === undefined ? NUL : (own.waarden[self] ?? NUL);
  const som = add(all.som, subtract(after, before));
  if (!isPositive(som)) return undefined;
  return (unit) => divide((unit === self ? own : all).waarden[unit] ?? NUL, som);
}

/** Parts with weights that are together one; in any other case the step says what is wrong. */
function weighted(
  { delen }: Extract<Sleutel, { soort: "gewogen" }>,
  onderdeel: string,
  pas: Pas,
  reeksen: Reeksen,
): Aandeel | undefined {
  const lezer = eislezerFor(pas, LEGE_STAND, () => undefined);
  const geheel: Plek = {
    ...HET_GEHEEL,
    onderdeel,
    assen: new Set(Object.keys(pas.vraag.document.opgave.is)),
  };
  const parts: { readonly gewicht: Breuk; readonly aandeel: Aandeel }[] = [];
  let together = NUL;
  for (const { gewicht, sleutel } of delen) {
    const weight = readWaarde(gewicht, geheel, lezer);
    const aandeel = aandeelIn(sleutel, onderdeel, pas, reeksen);
    if (!weight || !aandeel) return undefined;
    parts.push({ gewicht: weight, aandeel });
    together = add(together, weight);
  }
  if (!equals(together, EEN)) return undefined;
  return (unit) =>
    parts.reduce((total, part) => add(total, multiply(part.gewicht, part.aandeel(unit))), NUL);
}

import {
  add,
  type Breuk,
  divide,
  EEN,
  equals,
  isPositive,
  multiply,
  NUL,
  subtract,
} from "#domain/breuk.ts";
import type { Sleutel } from "#domain/sleutel.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL, type Hoek, type Plek } from "#rules/cijfers/rekenvraag.ts";
import { readWaarde } from "#rules/normen/waarde.ts";
import { createBegrensdeHoek } from "./begrensde-hoeken.ts";
import type { Hoekuitkomst, LosseHoek } from "./hoekuitkomst.ts";
import { createReeksen, opgaveIn, type Reeksen, uitkomstIn } from "./losse-reeksen.ts";
import { methodOf } from "./opgave.ts";
import { createPas, LEGE_STAND } from "./pas.ts";
import { eislezerFor, type Pas, type Verdelingsvraag } from "./stapcontext.ts";

/**
 * Corners of a verdeling in one step, without going through the step.
 *
 * Without bounds the part of a unit in a corner is its own weight over the sum of all weights; and that sum
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
    !(stap.voor || stap.ruil || stap.optellen || stap.herverdeling);
  if (!plain || !sleutel || !isPlainSleutel(sleutel) || !hasPlainUnits(vraag)) return undefined;
  const methode = methodOf(stap.afronding.methode, lezer);
  if (!methode || methode === "tweezijdig") return undefined;
  const reeksen = createReeksen(vraag, lezer);
  if (stap.voorwaarden.length > 0) {
    return createBegrensdeHoek({ stap, sleutel, methode, vraag, lezer, reeksen });
  }
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
  if (!opgave || opgave.wijktAf || !aandelen || aandelen.includes(undefined)) return undefined;
  return uitkomstIn(opgave, reeksen, NUL, (kolom, unit) =>
    multiply(opgave.delen[kolom] ?? NUL, aandelen[kolom]?.(unit) ?? NUL),
  );
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

import { type Breuk, compare, largest, smallest } from "#domain/breuk.ts";
import { RuleError } from "#domain/errors.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import type { Hoek, Kant } from "#rules/cijfers/rekenvraag.ts";
import type { Hoekuitkomst } from "./hoekuitkomst.ts";
import { runLoop } from "./loop.ts";
import { createLosseHoek } from "./losse-hoeken.ts";
import { totalAt } from "./stand.ts";
import type { Pas, Verdelingsvraag } from "./stapcontext.ts";

/** Beyond this many parameters not all corners are taken, but each parameter at its ends in turn. */
const MOST_PARAMETERS = 8;

const ENDS: readonly Kant[] = ["laag", "hoog"];

/** What in a run is not known exactly. */
export type Ruimte = {
  /** Units with a figure of their own that has a low and a high. */
  readonly eenheden: ReadonlySet<string>;
  /** Those among them of which a figure of a cell has. */
  readonly metCellen: ReadonlySet<string>;
  readonly totaal: boolean;
  readonly parameters: readonly string[];
};

/** Everything taken to be known exactly. */
export const GEEN_RUIMTE: Ruimte = {
  eenheden: new Set(),
  metCellen: new Set(),
  totaal: false,
  parameters: [],
};

/** What of the figures and parameters a reader has met leaves room. */
export function roomIn(vraag: Verdelingsvraag, lezer: Lezer): Ruimte {
  const { gebruikt, ruimeParameters } = lezer.verslag();
  const wide = gebruikt.filter(({ waarde }) => waarde && compare(waarde.laag, waarde.hoog) !== 0);
  const units = new Set(vraag.gebied.eenheden.map(({ id }) => id));
  const { aantal, behoefte } = vraag.document.opgave;
  const own = wide.filter(({ gebied }) => units.has(gebied));
  return {
    eenheden: new Set(own.map(({ gebied }) => gebied)),
    metCellen: new Set(own.flatMap(({ gebied, cel }) => (cel.length > 0 ? [gebied] : []))),
    totaal:
      aantal?.soort === "band" ||
      behoefte?.soort === "band" ||
      wide.some(({ gebied }) => !units.has(gebied)),
    parameters: ruimeParameters,
  };
}

export function hasRoom({ eenheden, totaal, parameters }: Ruimte): boolean {
  return eenheden.size > 0 || totaal || parameters.length > 0;
}

/**
 * The corners that matter to one unit, or to a cell below it (docs/taal.md 1.5): its own figure low
 * or high, against all others together low or high, the total low or high, each parameter at its
 * ends. To a cell the other cells of its unit are others too.
 *
 * @param pad Unit id first, then cells below it; empty for the whole.
 */
export function hoekenFor(pad: readonly string[], ruimte: Ruimte): readonly Hoek[] {
  const [unit] = pad;
  const own = unit !== undefined && ruimte.eenheden.has(unit) ? pad : undefined;
  const others = ruimte.eenheden.size > (own ? 1 : 0) || (own !== undefined && own.length > 1);
  const totals = endsOf(ruimte.totaal);
  return parameterHoeken(ruimte.parameters).flatMap((parameters) =>
    totals.flatMap((totaal) => figureHoeken(own, endsOf(others), totaal, parameters)),
  );
}

function figureHoeken(
  eigen: readonly string[] | undefined,
  others: readonly Kant[],
  totaal: Kant,
  parameters: Hoek["parameters"],
): readonly Hoek[] {
  const hoeken: Hoek[] = [];
  for (const anderen of others) {
    for (const eigenKant of endsOf(eigen !== undefined)) {
      const hoek = { eigenKant, anderen, totaal, parameters };
      hoeken.push(eigen ? { ...hoek, eigen } : hoek);
    }
  }
  return hoeken;
}

const MIDDLE: readonly Kant[] = ["midden"];

function endsOf(room: boolean): readonly Kant[] {
  return room ? ENDS : MIDDLE;
}

function parameterHoeken(names: readonly string[]): readonly Readonly<Record<string, Kant>>[] {
  if (names.length > MOST_PARAMETERS) {
    return names.flatMap((name) => ENDS.map((end) => ({ [name]: end })));
  }
  return names.reduce<Readonly<Record<string, Kant>>[]>(
    (corners, name) => corners.flatMap((corner) => ENDS.map((end) => ({ ...corner, [name]: end }))),
    [{}],
  );
}

/**
 * Runs corners of one verdeling; each only once, and all on figures that are read once.
 *
 * A document in one step, with bounds or without, is not gone through again for every corner.
 */
export function createHoekloper(
  vraag: Verdelingsvraag,
  andere: Pas["andere"],
  lezer: Lezer,
): (hoek: Hoek) => Hoekuitkomst | undefined {
  const known = new Map<string, Hoekuitkomst | undefined>();
  const los = createLosseHoek(vraag, lezer);
  return (hoek) => {
    const key = nameOf(hoek);
    if (!known.has(key)) {
      const found = los?.(hoek) ?? runHoek(vraag, andere, lezer, hoek);
      known.set(key, found === "geen" ? undefined : found);
    }
    return known.get(key);
  };
}

/** The same text for the same corner, to know it by. */
function nameOf({ eigen, eigenKant, anderen, totaal, parameters }: Hoek): string {
  let name = `${eigen ? eigen.join("/") : ""}|${eigenKant}|${anderen}|${totaal}`;
  for (const parameter of Object.keys(parameters)) name += `|${parameter}=${parameters[parameter]}`;
  return name;
}

/** Goes through all steps of a document in one corner; undefined where that has no outcome. */
export function runHoek(
  vraag: Verdelingsvraag,
  andere: Pas["andere"],
  lezer: Lezer,
  hoek: Hoek,
): Hoekuitkomst | undefined {
  try {
    const { kern } = runLoop(vraag, andere, { hoek, afgerond: false, lezer });
    if (kern.meldingen.length > 0) return undefined;
    const { stand, openTotaal } = kern;
    return { openTotaal, at: (pad, onderdeel) => totalAt(stand, pad, onderdeel) };
  } catch (error) {
    // A corner in which all weights are zero has no shares; the ordinary run does, and stands.
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}

/** The band of a number over corners, always around the middle. */
export function bandOver(
  midden: Breuk,
  values: readonly Breuk[],
  outwards: { readonly down: (n: Breuk) => Breuk; readonly up: (n: Breuk) => Breuk },
): Bandbreedte {
  const [first] = values;
  if (!first) return { laag: midden, midden, hoog: midden };
  const low = values.reduce(smallest, first);
  const high = values.reduce(largest, first);
  return {
    laag: smallest(midden, outwards.down(low)),
    midden,
    hoog: largest(midden, outwards.up(high)),
  };
}

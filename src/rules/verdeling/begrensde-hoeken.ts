import {
  add,
  type Breuk,
  breuk,
  compare,
  divide,
  EEN,
  isNegative,
  isPositive,
  largest,
  NUL,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Sleutel } from "#domain/sleutel.ts";
import type { Afrondingsmethode, Stap, Voorwaarde } from "#domain/verdeling.ts";
import type { Verwijzing, Waarde } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import type { Hoek, Kant } from "#rules/cijfers/rekenvraag.ts";
import { combineGrenzen, readGrenzen } from "./grenzen.ts";
import type { LosseHoek } from "./hoekuitkomst.ts";
import { opgaveIn, type Reeksen, uitkomstIn } from "./losse-reeksen.ts";
import { createPas, LEGE_STAND } from "./pas.ts";
import { grensmaatFor } from "./rondaf.ts";
import { eislezerFor, type Pas, type Verdelingsvraag } from "./stapcontext.ts";
import { keuzeOf } from "./voer-stap-uit.ts";
import { contentOf, createVulling, type Vat, type Vulling, type Wissel } from "./waterpeil.ts";

/** One step with bounds, in a document that has no other. */
type Begrensdestap = {
  readonly stap: Stap;
  readonly sleutel: Sleutel;
  readonly methode: Afrondingsmethode;
  readonly vraag: Verdelingsvraag;
  readonly lezer: Lezer;
  readonly reeksen: Reeksen;
};

/** All units with their figures on one side. */
type Rij = {
  readonly vaten: readonly Vat[];
  readonly gewicht: Breuk;
  /** Units whose bounds leave no number at all. */
  readonly leeg: number;
  readonly vulling: Vulling;
};

/** What one vak comes to in a corner: what stays open, and the part of every unit. */
type Hoekvak = { readonly open: Breuk; readonly partOf: (unit: number) => Breuk };

/**
 * Corners of a verdeling in one step with bounds, without going through the step.
 *
 * Every unit has one rate times its weight, within its bounds: the rate of the key as long as what
 * does not fit stays open, else the one at which all add up to the total. What all hold together at
 * a rate is laid out once per side; a corner exchanges one unit in that.
 *
 * @returns undefined where the weights follow no single figure, or a bound hangs on other units.
 */
export function createBegrensdeHoek(step: Begrensdestap): LosseHoek | undefined {
  const { stap, sleutel, vraag, lezer } = step;
  if (sleutel.soort !== "gelijk" && sleutel.soort !== "naar-rato-van") return undefined;
  if (!stap.voorwaarden.every(isPlainVoorwaarde)) return undefined;
  const rijen = createRijen(step, sleutel);
  return (hoek) => {
    const pas = createPas(vraag, hoek, () => undefined, lezer);
    const opgave = opgaveIn(pas);
    if (!opgave || opgave.wijktAf) return undefined;
    const vakken = opgave.onderdelen.map((onderdeel, kolom) =>
      readVak(onderdeel, opgave.delen[kolom] ?? NUL, pas, step, rijen),
    );
    if (vakken.includes(undefined) || hasObstacles(lezer)) return undefined;
    const known = vakken.filter((vak) => vak !== undefined && vak !== "geen");
    if (known.length < vakken.length) return "geen";
    const open = sum(known.map((vak) => vak.open));
    return uitkomstIn(
      opgave,
      step.reeksen,
      open,
      (kolom, unit) => known[kolom]?.partOf(unit) ?? NUL,
    );
  };
}

/** What is missing in one corner stops the steps in all that follow it. */
function hasObstacles(lezer: Lezer): boolean {
  const { ontbreekt, meldingen } = lezer.verslag();
  return ontbreekt.length > 0 || meldingen.length > 0;
}

/** A bound that follows from the unit's own figures and parameters. */
function isPlainVoorwaarde({ waarde, voor }: Voorwaarde): boolean {
  return voor?.waar === undefined && isPlainWaarde(waarde);
}

function isPlainWaarde(waarde: Waarde): boolean {
  switch (waarde.soort) {
    case "getal":
      return true;
    case "verwijzing":
      return isOwnFigure(waarde.verwijzing);
    case "deel-van":
      return isOwnFigure(waarde.van);
    case "per":
      return Object.values(waarde.is).every(isPlainWaarde);
    default:
      return false;
  }
}

function isOwnFigure({ naam, van }: Verwijzing): boolean {
  return van === undefined && naam !== "uitkomst";
}

type Rijen = (onderdeel: string, kant: Kant, hoek: Hoek) => Rij | undefined;

/** Units on one side, laid out once for each stand of the parameters. */
function createRijen(step: Begrensdestap, sleutel: Plainsleutel): Rijen {
  const known = new Map<string, Rij | undefined>();
  return (onderdeel, kant, { parameters }) => {
    const key = `${onderdeel}|${kant}|${JSON.stringify(parameters)}`;
    if (!known.has(key)) {
      const hoek = { eigenKant: kant, anderen: kant, totaal: "midden", parameters } as const;
      known.set(key, readRij(onderdeel, hoek, step, sleutel));
    }
    return known.get(key);
  };
}

type Plainsleutel = Extract<Sleutel, { soort: "gelijk" | "naar-rato-van" }>;

function readRij(
  onderdeel: string,
  hoek: Hoek,
  { stap, methode, vraag, lezer, reeksen }: Begrensdestap,
  sleutel: Plainsleutel,
): Rij | undefined {
  const plekken = reeksen.plekken(onderdeel);
  const weights =
    sleutel.soort === "gelijk"
      ? { waarden: plekken.map(() => EEN), som: breuk(plekken.length), negatief: false }
      : reeksen.read(sleutel.van, onderdeel, hoek.anderen, hoek.parameters);
  if (!weights || weights.negatief) return undefined;
  const { geteld } = grensmaatFor(methode, stap, false);
  const pas = createPas(vraag, hoek, () => undefined, lezer);
  const eislezer = eislezerFor(pas, LEGE_STAND, () => undefined);
  const vaten = plekken.map((plek, unit): Vat => {
    const regels = readGrenzen(stap.voorwaarden, plek, vraag, eislezer);
    const { onder = NUL, boven } = geteld(combineGrenzen(regels));
    const vat = { gewicht: weights.waarden[unit] ?? NUL, onder: largest(onder, NUL) };
    return boven ? { ...vat, boven } : vat;
  });
  const leeg = vaten.filter(isLeeg).length;
  return { vaten, gewicht: weights.som, leeg, vulling: createVulling(vaten) };
}

function isLeeg({ onder, boven }: Vat): boolean {
  return boven !== undefined && compare(onder, boven) > 0;
}

/** `geen` where the bounds have no room; undefined where it is out of the ordinary. */
function readVak(
  onderdeel: string,
  totaal: Breuk,
  pas: Pas,
  { stap, reeksen }: Begrensdestap,
  rijen: Rijen,
): Hoekvak | "geen" | undefined {
  const rij = rijen(onderdeel, pas.hoek.anderen, pas.hoek);
  const wissel = rij && readWissel(rij, onderdeel, pas.hoek, reeksen, rijen);
  if (!wissel || isNegative(totaal)) return undefined;
  const { self, weg, erbij } = wissel;
  const gewicht = add(rij.gewicht, subtract(erbij.gewicht, weg.gewicht));
  if (!isPositive(gewicht)) return undefined;
  if (rij.leeg - Number(isLeeg(weg)) + Number(isLeeg(erbij)) > 0) return "geen";
  if (rij.leeg > 0) return undefined;
  const byKey = divide(totaal, gewicht);
  const held = rij.vulling.heldAt(byKey, wissel);
  const divided = keuzeOf(stap, pas, false) === "anderen" || compare(held, totaal) > 0;
  const peil = divided ? rij.vulling.peilFor(totaal, wissel) : byKey;
  if (!peil) return "geen";
  return {
    open: divided ? NUL : subtract(totaal, held),
    partOf: (unit) => contentOf(unit === self ? erbij : (rij.vaten[unit] ?? weg), peil),
  };
}

/** The unit on its own side in place of itself among the others; the first by itself where none is. */
function readWissel(
  rij: Rij,
  onderdeel: string,
  hoek: Hoek,
  { unitOf }: Reeksen,
  rijen: Rijen,
): (Wissel & { readonly self: number }) | undefined {
  const self = hoek.eigen ? unitOf.get(hoek.eigen.join("/")) : 0;
  if (self === undefined) return undefined;
  const own = hoek.eigen ? rijen(onderdeel, hoek.eigenKant, hoek) : rij;
  const weg = rij.vaten[self];
  const erbij = own?.vaten[self];
  return weg && erbij && { self, weg, erbij };
}

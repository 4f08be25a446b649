import type { Rekeneenheid } from "#domain/gebied.ts";
import type { Ontheffingsbesluit } from "#domain/oordeel.ts";
import type { Fase, Toets } from "#domain/toets.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { MIDDEN, type Plek, plekVan, type Rekenvraag } from "#rules/cijfers/rekenvraag.ts";
import type { Toetslezer } from "./vergelijkingsverslag.ts";

/** Why one unit, or each of them, departs from an eis. */
export type Uitleg = { readonly eis: string; readonly eenheid?: string; readonly tekst: string };

/** A question to a toets: at which level, and what people brought with it. */
export type Toetsvraag = Rekenvraag<Toets> & {
  readonly niveau: string;
  /** What is judged where that is not a unit of the gebied: a plan, a locatie, a person. */
  readonly eenheden?: readonly Rekeneenheid[];
  /** The codes of each list that a `voor-elk` goes over. */
  readonly assen?: Readonly<Record<string, readonly string[]>>;
  /** What the figures are about; without it each fase that the document measures. */
  readonly fase?: Fase;
  readonly uitleg: readonly Uitleg[];
  readonly besluiten: readonly Ontheffingsbesluit[];
};

/** Levels at which the whole gebied is judged as one. */
const ALS_GEHEEL = ["regio", "provincie", "nederland"];

export function isWhole(niveau: string): boolean {
  return ALS_GEHEEL.includes(niveau);
}

/** One thing that is judged: a unit, or the whole. */
export type Beoordeelde = Rekeneenheid & { readonly pad: readonly string[] };

/**
 * What gets a verdict at the level asked: the whole, its deelregio's, or each unit.
 *
 * Where figures name no units there is one, the whole.
 */
export function judgedIn({ niveau, gebied, eenheden }: Toetsvraag): readonly Beoordeelde[] {
  const whole: Beoordeelde = { id: gebied.id, naam: gebied.titel, pad: [] };
  if (isWhole(niveau)) return [whole];
  if (niveau === "deelregio") {
    return Object.entries(gebied.deelregios).map(([id, naam]) => ({ id, naam, pad: [id] }));
  }
  const units = eenheden ?? gebied.eenheden;
  return units.length === 0 ? [whole] : units.map((unit) => ({ ...unit, pad: [unit.id] }));
}

const FASE_AXIS: ReadonlySet<string> = new Set(["programmering", "realisatie"]);

/** A figure split on fase gives its own cell here; one that is not split answers as it is. */
export function placeOf(pad: readonly string[], fase: Fase | undefined): Plek {
  return fase ? plekVan(pad, fase, FASE_AXIS) : plekVan(pad);
}

/** A fresh reader, with how an eis of a toets reads what is not a plain figure. */
export function createToetslezer(vraag: Toetsvraag): Toetslezer {
  const lezer = createLezer(vraag);
  return {
    lezer,
    hoek: MIDDEN,
    afgeleid: vraag.document.afgeleid,
    // The reserved names of a verdeling: a toets divides nothing.
    uitkomst: () => undefined,
    evenredig: () => undefined,
    eenheden: (as, plek) => placesIn(vraag, as, plek),
    grenzen: (naam) => wordOf(lezer, naam),
  };
}

/** The word that a parameter holds; undefined, and noted, where it is empty. */
export function wordOf(lezer: Lezer, naam: string): string | undefined {
  const value = lezer.parameter(naam);
  return value && "soort" in value && value.soort === "woord" ? value.woord : undefined;
}

/** The units below a place, or the cells of a code list; a unit itself has none below it. */
function placesIn(
  { gebied, eenheden, assen = {} }: Toetsvraag,
  as: string,
  plek: Plek,
): readonly Plek[] {
  const codes = assen[as];
  if (codes) {
    const names = new Set(codes);
    return codes.map((onderdeel) => ({ ...plek, onderdeel, assen: names }));
  }
  const at = (id: string): Plek => ({ ...plek, pad: [id] });
  const [unit] = plek.pad;
  if (as.startsWith("deelregio")) return Object.keys(gebied.deelregios).map(at);
  const gemeenten = as.startsWith("gemeente");
  if (!gemeenten && !ITEMS.some((item) => as.startsWith(item))) return [];
  const all = gemeenten ? gebied.eenheden : (eenheden ?? gebied.eenheden);
  if (unit === undefined) return all.map(({ id }) => at(id));
  return all.filter(({ deelregio }) => deelregio === unit).map(({ id }) => at(id));
}

const ITEMS = ["wijk", "plan", "locatie", "corporatie", "huishouden", "persoon", "personen"];

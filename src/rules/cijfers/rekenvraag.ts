import type { Bibliotheek } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Kop } from "#domain/kop.ts";
import type { Cijferbron } from "#domain/waarneming.ts";
import type { Gelezen } from "./leesgeheugen.ts";

/** Everything a run may look at; two runs with the same vraag give the same outcome. */
export type Rekenvraag<D extends Kop = Kop> = {
  readonly document: D;
  readonly gebied: Rekengebied;
  /** All gemeenten of the country, for `van nederland`, `van provincie` and `over … van nederland`. */
  readonly nederland?: Rekengebied;
  readonly cijfers: Cijferbron;
  /** The date or periode of the run; nothing reads a clock. */
  readonly op?: string;
  /** The periode that is worked out, where it is another than the moment of the figures. */
  readonly periode?: string;
  readonly bibliotheek: Bibliotheek;
  readonly ingevuld: Invulling;
  /** What runs before this one read; it changes nothing but how long this one takes. */
  readonly gelezen?: Gelezen;
};

/** Low or high end, or the middle. */
export type Kant = "laag" | "midden" | "hoog";

/**
 * One corner of what is not known exactly (docs/taal.md 1.5): the figures of one unit against
 * those of all others, the total, and the parameters.
 */
export type Hoek = {
  /** The unit whose own figures are at `eigenKant`; absent when all are at `anderen`. */
  readonly eigen?: readonly string[];
  readonly eigenKant: Kant;
  readonly anderen: Kant;
  readonly totaal: Kant;
  readonly parameters: Readonly<Record<string, Kant>>;
};

export const MIDDEN: Hoek = {
  eigenKant: "midden",
  anderen: "midden",
  totaal: "midden",
  parameters: {},
};

/** Where a number is asked: a unit, a cell below it, and the onderdeel of the opgave. */
export type Plek = {
  /** Unit id first, then cells below it; empty for the whole. */
  readonly pad: readonly string[];
  readonly onderdeel: string;
  /** Names of the cells of every axis in use, to tell a missing cell from a figure that is not split. */
  readonly assen: ReadonlySet<string>;
};

const NO_AXES: ReadonlySet<string> = new Set();

/** A place without onderdelen: a unit, a cell below it, or the whole. */
export function plekVan(pad: readonly string[], onderdeel = "", assen = NO_AXES): Plek {
  return { pad, onderdeel, assen };
}

export const HET_GEHEEL: Plek = plekVan([]);

/**
 * A figure is a unit's own when it is of that unit or of a cell inside it; and a cell's own when it
 * is of that cell, or of the unit that the cell lies in.
 */
export function isOwn(pad: readonly string[], eigen: readonly string[] | undefined): boolean {
  if (eigen === undefined || pad.length === 0) return false;
  const shared = Math.min(pad.length, eigen.length);
  for (let i = 0; i < shared; i += 1) if (pad[i] !== eigen[i]) return false;
  return true;
}

/** The side on which everything in a corner lies; undefined where it lies on both. */
export function sideOf({ eigen, eigenKant, anderen, totaal }: Hoek): Kant | undefined {
  const sides = new Set(eigen ? [eigenKant, anderen, totaal] : [anderen, totaal]);
  sides.delete("midden");
  if (sides.size > 1) return undefined;
  const [side = "midden"] = sides;
  return side;
}

/** The corner in which all figures lie on the other side; a parameter stays where it is. */
export function opposite(hoek: Hoek): Hoek {
  const { eigenKant, anderen, totaal } = hoek;
  return {
    ...hoek,
    eigenKant: OTHER[eigenKant],
    anderen: OTHER[anderen],
    totaal: OTHER[totaal],
  };
}

const OTHER: Readonly<Record<Kant, Kant>> = { laag: "hoog", midden: "midden", hoog: "laag" };

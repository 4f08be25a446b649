import type { Rekengebied } from "#domain/gebied.ts";
import type { Bandbreedte, GebruiktCijfer, Ontbrekend } from "#domain/uitkomst.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";

/** One figure as it was read: what it is, and all that was noted on the way to it, in order. */
export type Lezing = { band: Bandbreedte | undefined; readonly noten: Noot[] };

/** Something noted while reading, so that a later run that reads the same notes the same. */
export type Noot =
  | { readonly soort: "gebruikt"; readonly waarneming: Waarneming }
  | {
      readonly soort: "gemist";
      readonly naam: string;
      readonly ontbreekt: Ontbrekend;
      /** Said again with its sources, where it was said without them. */
      readonly metBronnen: boolean;
    }
  | { readonly soort: "parameter"; readonly naam: string }
  | { readonly soort: "indicator"; readonly naam: string }
  /** Asked, and nobody has it: asked again, for whoever listens what is asked. */
  | { readonly soort: "gevraagd"; readonly indicator: string; readonly gebied: string }
  | { readonly soort: "lezing"; readonly lezing: Lezing };

/** What an outcome says of a figure, with the name it is known by. */
export type Genoemd = { readonly naam: string; readonly gebruikt: GebruiktCijfer };

/** What was read before: by figure, and then by place and corner. */
export type Leesgeheugen = {
  readonly lezingen: Map<string, Map<string, Lezing>>;
  readonly genoemd: Map<Waarneming, Genoemd>;
};

/**
 * What runs read of the same figures over the same units, so that a next run need not read it
 * again: a change to what is divided changes no figure.
 *
 * Whoever keeps it makes a new one when an indicator is another; other figures or units it does
 * not answer for, and other parameters or formules it keeps apart.
 */
export type Gelezen = {
  readonly cijfers: Cijferbron;
  readonly gebied: Rekengebied;
  readonly nederland?: Rekengebied | undefined;
  readonly geheugens: Map<string, Leesgeheugen>;
};

/** Nothing read before. */
export function createLeesgeheugen(): Leesgeheugen {
  return { lezingen: new Map(), genoemd: new Map() };
}

/** What was read of one figure. */
export function lezingenOf({ lezingen }: Leesgeheugen, figure: string): Map<string, Lezing> {
  const known = lezingen.get(figure);
  if (known) return known;
  const made = new Map<string, Lezing>();
  lezingen.set(figure, made);
  return made;
}

/** A place, and where the parameters of a corner are; as `Plek` and `Hoek` say it. */
type Leesplek = {
  readonly pad: readonly string[];
  readonly onderdeel: string;
  readonly assen: ReadonlySet<string>;
};

/** The same text for the same place in the same corner; for a unit by itself simply its id. */
export function nameOf(
  { pad, onderdeel, assen }: Leesplek,
  at: Readonly<Record<string, string>> | undefined,
): string {
  const path = pad.length === 1 ? (pad[0] ?? "") : pad.join("/");
  if (onderdeel === "" && !at && assen.size === 0) return path;
  return `${path}|${onderdeel}|${at ? JSON.stringify(at) : ""}|${axesName(assen)}`;
}

/** Documents split on other axes read other cells of the same figure. */
function axesName(assen: ReadonlySet<string>): string {
  if (assen.size === 0) return "";
  const known = names.get(assen);
  if (known !== undefined) return known;
  const made = [...assen].join(" ");
  names.set(assen, made);
  return made;
}

const names = new WeakMap<ReadonlySet<string>, string>();

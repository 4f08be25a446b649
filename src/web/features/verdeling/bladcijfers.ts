import { toRekenjson } from "#contract/rekenblad/codec.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { type Cijferbron, createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { overlay, spread } from "#rules/cijfers/eigen-cijfers.ts";
import { createGelezen } from "#rules/cijfers/gelezen.ts";
import type { Gelezen } from "#rules/cijfers/leesgeheugen.ts";

/** The figures of a sheet with one's own before them, and what was read of them before. */
export type Bladcijfers = {
  readonly cijfers: Cijferbron;
  readonly gelezen: Gelezen;
  /** From now on what is asked and not there is put in this: gebieden by indicator. */
  readonly listen: (gemist: Gemist) => void;
  /** All of them, an own one in the place of what was delivered. */
  readonly waarnemingen: () => readonly Waarneming[];
};

export type Gemist = Map<string, Set<string>>;

type Kept = { readonly eigen: string; readonly gemaakt: Bladcijfers };

/** Of a sheet the figures it was last worked out with: most changes leave them as they are. */
const kept = new WeakMap<Rekenblad, Kept>();

/** The same figures for the same sheet and the same own ones, so that nothing is read twice. */
export function figuresFor(blad: Rekenblad, eigen: readonly Waarneming[]): Bladcijfers {
  const naam = toRekenjson(eigen);
  const known = kept.get(blad);
  if (known?.eigen === naam) return known.gemaakt;
  const gemaakt = makeFigures(blad, eigen);
  kept.set(blad, { eigen: naam, gemaakt });
  return gemaakt;
}

function makeFigures(blad: Rekenblad, eigen: readonly Waarneming[]): Bladcijfers {
  const documenten = [...blad.sleutels.map(({ document }) => document), ...blad.documenten];
  const own = spread(eigen, blad.gebied, createBibliotheek(documenten));
  const { find } = overlay(own, createCijferbron(blad.waarnemingen));
  let gemist: Gemist = new Map();
  const cijfers: Cijferbron = {
    find: (indicator, gebied) => {
      const found = find(indicator, gebied);
      if (found.length === 0) note(gemist, indicator, gebied);
      return found;
    },
  };
  let all: readonly Waarneming[] | undefined;
  return {
    cijfers,
    gelezen: createGelezen(cijfers, blad.gebied, blad.nederland),
    listen: (next) => {
      gemist = next;
    },
    waarnemingen: () => {
      all ??= own.length === 0 ? blad.waarnemingen : together(own, blad.waarnemingen, find);
      return all;
    },
  };
}

function note(gemist: Gemist, indicator: string, gebied: string): void {
  const known = gemist.get(indicator);
  if (known) known.add(gebied);
  else gemist.set(indicator, new Set([gebied]));
}

function together(
  own: readonly Waarneming[],
  delivered: readonly Waarneming[],
  find: Cijferbron["find"],
): readonly Waarneming[] {
  const asked = new Map(
    [...own, ...delivered].map(({ indicator, gebied }) => [
      `${indicator} ${gebied}`,
      [indicator, gebied] as const,
    ]),
  );
  return [...asked.values()].flatMap(([indicator, gebied]) => find(indicator, gebied));
}

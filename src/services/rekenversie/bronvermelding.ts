import { findNearest } from "#contract/kader/nearest.ts";
import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Waarneming } from "#domain/waarneming.ts";

/** Where each typed figure comes from, by its key on the sheet (`urgenten`, `inwoners@GM0505`). */
export type Bronnen = Readonly<Record<string, string>>;

/** Key paths in the document under which a number is a figure and not a rule. */
const CIJFERPAD = /^opgave\b/;

/**
 * The figures on a sheet that somebody typed and gave no source for, by their key (F223).
 *
 * A made-up figure has no source either. An opgave that was changed in the sentence is one of them.
 */
export function listOngebronde(blad: Blad, bronnen: Bronnen): readonly string[] {
  return listGetypte(blad).filter((key) => !bronnen[key]?.trim());
}

/** Sources that were given for something that nobody typed, each told with the nearest. */
export function refuseBronnen(blad: Blad, bronnen: Bronnen): readonly string[] {
  const typed = new Set(listGetypte(blad));
  return Object.keys(bronnen)
    .filter((key) => !typed.has(key))
    .map((key) => {
      const nearest = findNearest(key, typed);
      const hint = nearest ? ` Bedoelt u «${nearest}»?` : "";
      return `Bij «${key}» staat een bron, maar dat cijfer is op dit rekenblad niet ingevuld.${hint}`;
    });
}

/** The typed figures with the source that was given for each; they stand in the order of the sheet. */
export function withBronnen(
  blad: Blad,
  cijfers: readonly Waarneming[],
  bronnen: Bronnen,
): readonly Waarneming[] {
  const keys = [...blad.cijfers.keys()];
  return cijfers.map((waarneming, index) => {
    const bron = bronnen[keys[index] ?? ""]?.trim();
    return bron ? { ...waarneming, bron } : waarneming;
  });
}

function listGetypte({ cijfers, wijzigingen }: Blad): readonly string[] {
  const changed = [...wijzigingen].filter(
    ([pad, value]) => CIJFERPAD.test(pad) && /\d/.test(value),
  );
  return [...cijfers.keys(), ...changed.map(([pad]) => `wijzig.${pad}`)];
}

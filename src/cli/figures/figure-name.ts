import type { Indicator } from "#domain/indicator.ts";
import type { Basis } from "#services/basis.ts";
import { titel } from "../text/document-text.ts";
import { asWords, lowerFirst } from "../text/words.ts";

type Known = { readonly basis: Basis };

/** The indicator behind a figure's name, `woningen.sociale-huur` too. */
export function indicatorOf(cijfer: string, { basis }: Known): Indicator | undefined {
  const found = basis.bibliotheek.find(cijfer.split(".")[0] ?? "");
  return found?.soort === "indicator" ? found : undefined;
}

/** How a figure is called inside a sentence: by the title of its indicator, else by its own name. */
export function cijfernaam(cijfer: string, known: Known): string {
  const [naam = "", ...cellen] = cijfer.split(".");
  const indicator = indicatorOf(cijfer, known);
  const words = indicator ? lowerFirst(titel(indicator)) : asWords(naam);
  return [words, ...cellen.map(asWords)].join(", ");
}

import { listWords } from "#domain/notatie.ts";
import type { RijNa } from "./na-herindeling.ts";

/** How the number of a gemeente of after came about: out of which of before, and how sure that is. */
export function describeHerkomstNa(
  { soort, uit, buiten }: RijNa,
  naamVan: (code: string) => string,
): string {
  const names = listWords(uit.map(naamVan));
  const without = buiten.length > 0 ? `; zonder ${listWords(buiten.map(naamVan))}` : "";
  switch (soort) {
    case "gelijk":
      return "blijft zoals zij was";
    case "exact":
      return `${names}, exact${without}`;
    case "geschat":
      return `${names}, geschat${without}`;
    case "onbekend":
      return `een deel van ${names}; hoe groot dat is, is onbekend${without}`;
  }
}

import { type Breuk, compare, EEN, equals, subtract, sum } from "#domain/breuk.ts";
import { formatDeel } from "../scalar/getal.ts";

/** Parts that must be one together, each as it was written. */
export type Deel = { readonly deel: Breuk; readonly tekst: string };

/**
 * Why these parts are not exactly 100 % together; undefined where they are.
 *
 * With `rest` something else takes what remains, and less is no fault.
 */
export function checkHonderd(
  wat: string,
  delen: readonly Deel[],
  rest = false,
): string | undefined {
  const total = sum(delen.map(({ deel }) => deel));
  if (equals(total, EEN) || (rest && compare(total, EEN) < 0)) return undefined;
  const written = delen.map(({ tekst }) => tekst).join(" + ");
  const advice =
    compare(total, EEN) < 0
      ? `Verhoog er een met ${formatDeel(subtract(EEN, total))}.`
      : `Verlaag er een met ${formatDeel(subtract(total, EEN))}.`;
  return `${wat} zijn samen ${formatDeel(total)} (${written}). Ze moeten samen precies 100 % zijn. ${advice}`;
}

import { ZONDER_BRON } from "#contract/rekenblad/ingevuld.ts";
import type { Uitvoerblad, Uitvoercijfer } from "#services/uitvoer/uitvoerblad.ts";

/**
 * The figures of a sheet that somebody typed without saying where they come from (F223), as people
 * call them: such a paper does not go beyond the own circle.
 *
 * `ongebronde` are the keys of a sheet that were found so; a changed opgave stands in no figure.
 * `bronnen` are the texts that stand as source where nobody gave one.
 */
export function namesZonderBron(
  { cijfers }: Pick<Uitvoerblad, "cijfers">,
  ongebronde: readonly string[],
  bronnen: readonly string[] = ZONDER_BRON,
): readonly string[] {
  const typed = new Map<string, Uitvoercijfer[]>();
  for (const cijfer of cijfers.filter(({ bron }) => bronnen.includes(bron))) {
    const name = [cijfer.titel, ...cijfer.cel].join(", ");
    typed.set(name, [...(typed.get(name) ?? []), cijfer]);
  }
  const names = [...typed].map(([name, [first, ...others]]) => {
    if (others.length > 0) return `${name} (${others.length + 1} gemeenten)`;
    return first && first.gebied !== "*" ? `${name} (${first.gebiednaam})` : name;
  });
  const changed = ongebronde.some((key) => key.startsWith("wijzig."));
  return changed ? [...names, "de opgave in de zin"] : names;
}

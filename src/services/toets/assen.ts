import type { Eis } from "#domain/eis.ts";
import type { Toets } from "#domain/toets.ts";

/** The codes of each list that a question of this toets is put to, one by one. */
export function axesIn(
  { eisen }: Toets,
  codelijsten: ReadonlyMap<string, readonly string[]> | undefined,
): Readonly<Record<string, readonly string[]>> {
  const names = new Set(Object.values(eisen).flatMap(listsIn));
  const found = [...names].flatMap((naam) => {
    const codes = codelijsten?.get(naam);
    return codes ? [[naam, codes] as const] : [];
  });
  return Object.fromEntries(found);
}

function listsIn(eis: Eis): readonly string[] {
  switch (eis.soort) {
    case "voor-elk":
      return [eis.as, ...listsIn(eis.geldt)];
    case "alle":
    case "een-van":
      return eis.eisen.flatMap(listsIn);
    case "niet":
      return listsIn(eis.eis);
    case "als":
      return [eis.als, eis.dan, ...(eis.anders ? [eis.anders] : [])].flatMap(listsIn);
    case "vergelijking":
    case "aanwezig":
      return [];
  }
}

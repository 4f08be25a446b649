import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** Remarks about a gemeente of who asks that nobody of it has seen: nobody else sees them before. */
export function opmerkingenOngezien(feiten: readonly Aandachtsfeit[]): readonly Aandachtsregel[] {
  return onlyOf(feiten, "opmerking").map((feit) => ({
    soort: "opmerking",
    wat: `Lees de opmerking van ${feit.wie}`,
    over: feit.titel,
    ...termOf(feit),
    doe: "Lees",
    doel: { soort: "opmerking", id: feit.id },
  }));
}

/** Answers of gemeenten to remarks of one's own body, since one's previous visit. */
export function antwoordenOpOpmerkingen(
  feiten: readonly Aandachtsfeit[],
): readonly Aandachtsregel[] {
  return onlyOf(feiten, "antwoord").map((feit) => ({
    soort: "antwoord",
    wat: `${beginLarge(feit.wie)} antwoordde op uw opmerking`,
    over: feit.titel,
    ...termOf(feit),
    doe: "Lees",
    doel: { soort: "opmerking", id: feit.id },
  }));
}

function beginLarge(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

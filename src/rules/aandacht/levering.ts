import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** Deliveries of one's own body that still wait for what a person chooses or confirms. */
export function leveringenDieWachten(feiten: readonly Aandachtsfeit[]): readonly Aandachtsregel[] {
  return onlyOf(feiten, "levering").map((feit) => ({
    soort: "levering",
    wat: "Maak een levering af: zij wacht op uw keuze of bevestiging",
    over: `${feit.titel}, van ${feit.wie}`,
    ...termOf(feit),
    doe: "Ga verder",
    doel: { soort: "levering", id: feit.id },
  }));
}

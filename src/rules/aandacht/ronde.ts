import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** Rounds in which a gemeente of who asks has not said anything yet, with the day that was named. */
export function rondesZonderReactie(feiten: readonly Aandachtsfeit[]): readonly Aandachtsregel[] {
  return onlyOf(feiten, "ronde").map((feit) => ({
    soort: "ronde",
    wat: `Kijk de cijfers over ${feit.wie} na`,
    over: feit.titel,
    ...termOf(feit),
    doe: "Reageer",
    doel: { soort: "ronde", id: feit.id },
  }));
}

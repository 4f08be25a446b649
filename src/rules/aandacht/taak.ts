import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** What is fetched, by how the question calls its sort. */
const BRONNEN: Readonly<Record<string, string>> = {
  cbs: "een cijfer van CBS",
  "cbs-tabel": "wat er in een tabel van CBS staat",
  pdok: "gemeentegrenzen van PDOK",
  woningbouwkaart: "plancapaciteit uit de Nationale Woningbouwkaart",
};

/** What was fetched from a source and failed, for whoever may fetch. */
export function takenDieMislukten(feiten: readonly Aandachtsfeit[]): readonly Aandachtsregel[] {
  return onlyOf(feiten, "taak").map((feit) => ({
    soort: "taak",
    wat: "Ophalen bij een bron lukte niet",
    over: BRONNEN[feit.titel] ?? feit.titel,
    ...termOf(feit),
    doe: "Bekijk waarom",
    doel: { soort: "taak", id: feit.id },
  }));
}

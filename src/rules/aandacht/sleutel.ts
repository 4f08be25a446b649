import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import type { Datum } from "#domain/peildatum.ts";
import { endsSoon } from "./einde.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** Keys for programs of one's own body that end soon. */
export function sleutelsDieEindigen(
  feiten: readonly Aandachtsfeit[],
  dag: Datum,
): readonly Aandachtsregel[] {
  return onlyOf(feiten, "sleutel")
    .filter(({ uiterlijk }) => endsSoon(uiterlijk, dag))
    .map((feit) => ({
      soort: "sleutel",
      wat: `De sleutel «${feit.titel}» eindigt`,
      over: feit.wie,
      ...termOf(feit),
      doe: "Maak een nieuwe",
      doel: { soort: "sleutels", id: feit.id },
    }));
}

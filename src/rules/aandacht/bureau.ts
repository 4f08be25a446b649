import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import type { Datum } from "#domain/peildatum.ts";
import { endsSoon } from "./einde.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** Bureaus that work for one's own area and stop soon. */
export function bureausDieStoppen(
  feiten: readonly Aandachtsfeit[],
  dag: Datum,
): readonly Aandachtsregel[] {
  return onlyOf(feiten, "bureau")
    .filter(({ uiterlijk }) => endsSoon(uiterlijk, dag))
    .map((feit) => ({
      soort: "bureau",
      wat: `${feit.titel} werkt hier nog tot en met zijn einddatum`,
      over: feit.wie,
      ...termOf(feit),
      doe: "Uw organisatie",
      doel: { soort: "organisatie", id: feit.id },
    }));
}

import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import type { Datum } from "#domain/peildatum.ts";
import { endsSoon } from "./einde.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** Unsettled versions of one's own of which the content is gone soon. */
export function versiesDieVervallen(
  feiten: readonly Aandachtsfeit[],
  dag: Datum,
): readonly Aandachtsregel[] {
  return onlyOf(feiten, "versie verloopt")
    .filter(({ uiterlijk }) => endsSoon(uiterlijk, dag))
    .map((feit) => ({
      soort: "verloopt",
      wat: "Zet klaar voor bespreking, of laat vervallen",
      over: `${feit.titel}, ${feit.wie}`,
      ...termOf(feit),
      doe: "Open de versie",
      doel: { soort: "versie", id: feit.id },
    }));
}

import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** Webhooks of one's own body that the server switched off, because nothing arrived. */
export function webhooksDieUitgingen(feiten: readonly Aandachtsfeit[]): readonly Aandachtsregel[] {
  return onlyOf(feiten, "webhook").map((feit) => ({
    soort: "webhook",
    wat: `De webhook naar ${feit.titel} is uitgezet: er kwam niets aan`,
    over: feit.wie,
    ...termOf(feit),
    doe: "Bekijk waarom",
    doel: { soort: "webhooks", id: feit.id },
  }));
}

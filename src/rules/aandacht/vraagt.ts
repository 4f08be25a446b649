import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Wie } from "#domain/toegang.ts";
import { bureausDieStoppen } from "./bureau.ts";
import { watGedeeldWerd } from "./gedeeld.ts";
import { leveringenDieWachten } from "./levering.ts";
import { mandatenDieEindigen, mensenZonderMandaat } from "./mandaat.ts";
import { antwoordenOpOpmerkingen, opmerkingenOngezien } from "./opmerking.ts";
import { rondesZonderReactie } from "./ronde.ts";
import { sleutelsDieEindigen } from "./sleutel.ts";
import { takenDieMislukten } from "./taak.ts";
import { versiesDieVervallen } from "./verloopt.ts";
import { webhooksDieUitgingen } from "./webhook.ts";

/** Every line of somebody on a day, whatever they chose to see. */
export function vraagtAandacht(
  wie: Wie,
  feiten: readonly Aandachtsfeit[],
  dag: Datum,
): readonly Aandachtsregel[] {
  return [
    ...rondesZonderReactie(feiten),
    ...opmerkingenOngezien(feiten),
    ...antwoordenOpOpmerkingen(feiten),
    ...leveringenDieWachten(feiten),
    ...watGedeeldWerd(feiten),
    ...versiesDieVervallen(feiten, dag),
    ...takenDieMislukten(feiten),
    ...mandatenDieEindigen(wie, dag),
    ...sleutelsDieEindigen(feiten, dag),
    ...webhooksDieUitgingen(feiten),
    ...bureausDieStoppen(feiten, dag),
    ...mensenZonderMandaat(feiten),
  ];
}

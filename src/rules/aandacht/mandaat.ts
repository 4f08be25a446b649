import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import type { Datum } from "#domain/peildatum.ts";
import { type Mandaat, ROLNAMEN, type Wie } from "#domain/toegang.ts";
import { endsSoon } from "./einde.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** Mandates of who asks that end soon, by themselves or with their body. */
export function mandatenDieEindigen({ namens }: Wie, dag: Datum): readonly Aandachtsregel[] {
  return namens.flatMap((mandaat) => {
    const uiterlijk = endOf(mandaat);
    if (uiterlijk === undefined || !endsSoon(uiterlijk, dag)) return [];
    const { organisatie, rol, van } = mandaat;
    return [
      {
        soort: "mandaat" as const,
        wat: `Uw mandaat voor ${organisatie.naam} eindigt`,
        over: `als ${ROLNAMEN[rol]}; vraag de beheerder als u langer blijft`,
        ...{ sinds: van, uiterlijk },
        doe: "Uw account",
        doel: { soort: "account" as const, id: mandaat.id },
      },
    ];
  });
}

function endOf({ tot, organisatie }: Mandaat): Datum | undefined {
  return [tot, organisatie.tot].filter((day) => day !== undefined).toSorted()[0];
}

/** How many people acted for a body and do so no longer, for whoever manages that body; no names. */
export function mensenZonderMandaat(feiten: readonly Aandachtsfeit[]): readonly Aandachtsregel[] {
  return onlyOf(feiten, "zonder mandaat").map((feit) => ({
    soort: "zonder-mandaat",
    wat:
      feit.titel === "1"
        ? "1 account heeft geen mandaat meer"
        : `${feit.titel} accounts hebben geen mandaat meer`,
    over: feit.wie,
    ...termOf(feit),
    doe: "Bekijk wie",
    doel: { soort: "organisatie", id: feit.id },
  }));
}

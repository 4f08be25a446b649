import type { Eis, Waarheid } from "#domain/eis.ts";
import type { Datum, Duur } from "#domain/peildatum.ts";
import type { Waarde } from "#domain/waarde.ts";
import { createLezer, type Lezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL, MIDDEN, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { duurOf } from "#rules/normen/duur.ts";
import { type Eislezer, evaluateEis } from "#rules/normen/eis.ts";
import { listBetrokkenen } from "./eenheden.ts";
import type { Trajectvraag } from "./trajectvraag.ts";

/** What a traject reads on one day: terms, days, and the truth of its gates. */
export type Trajectlezing = {
  readonly duur: (waarde: Waarde) => Duur | undefined;
  readonly datum: (waarde: Waarde) => Datum | undefined;
  readonly waar: (eis: Eis) => Waarheid;
  readonly verslag: Lezer["verslag"];
};

/** Reads figures as they were known on that day; a new reading remembers only what it is asked. */
export function createLezing(vraag: Trajectvraag, dag: Datum | undefined): Trajectlezing {
  const lezer = createLezer(dag === undefined ? vraag : { ...vraag, op: dag });
  const eislezer: Eislezer = {
    lezer,
    hoek: MIDDEN,
    uitkomst: () => undefined,
    evenredig: () => undefined,
    eenheden: (as) => {
      const axis = as.replace(/(gemeente|provincie)n$|(?<=deelregio)s$/, "$1");
      // Where nobody knows who they are, a figure of each is missing; it is never true of nobody.
      const who = listBetrokkenen(axis, vraag) ?? [{ id: `elke ${axis}` }];
      return who.map(({ id }) => plekVan([id]));
    },
    grenzen: (naam) => {
      const value = lezer.parameter(naam);
      return value && "soort" in value && value.soort === "woord" ? value.woord : undefined;
    },
  };
  return {
    duur: (waarde) => duurOf(waarde, HET_GEHEEL, lezer),
    datum: (waarde) => datumOf(waarde, lezer),
    waar: (eis) => evaluateEis(eis, HET_GEHEEL, eislezer),
    verslag: lezer.verslag,
  };
}

function datumOf(waarde: Waarde, lezer: Lezer): Datum | undefined {
  if (waarde.soort === "datum") return waarde.datum;
  if (waarde.soort !== "verwijzing") return undefined;
  const { verwijzing } = waarde;
  if (!lezer.isParameter(verwijzing.naam)) {
    const inhoud = lezer.waarneming(verwijzing, HET_GEHEEL)?.inhoud;
    return inhoud?.soort === "datum" ? inhoud.datum : undefined;
  }
  const value = lezer.parameter(verwijzing.naam);
  return value && "soort" in value && value.soort === "datum" ? value.datum : undefined;
}

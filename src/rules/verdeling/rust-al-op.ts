import { subtract } from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { supplyOf } from "./opgave.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";

/** A claim on the same homes that come free; unknown without a band. */
export type Aanspraak = { readonly cijfer: string; readonly waarde?: Bandbreedte };

/** Who gets a home out of the same supply before regulier woningzoekenden do, each counted in homes. */
const AANSPRAKEN = [
  "toewijzingen-vergunninghouders",
  "plaatsingen-lokale-urgenten",
  "toewijzingen-doorstroming",
];

/**
 * What rests on the supply already, besides what is divided; nothing where there is no supply.
 *
 * Of one unit, or of the region together.
 *
 * @see Platform31 2025, hoofdstuk 3, Balans urgent en regulier woningzoekenden
 */
export function readRustAlOp(vraag: Verdelingsvraag, eenheid?: string): readonly Aanspraak[] {
  const { opgave, spoor } = vraag.document;
  if (!supplyOf(opgave, spoor)) return [];
  const lezer = createLezer(vraag);
  return AANSPRAKEN.map((cijfer) => {
    const plek = eenheid === undefined ? HET_GEHEEL : plekVan([eenheid]);
    const waarde = lezer.band({ naam: cijfer, pad: [] }, plek);
    return waarde ? { cijfer, waarde } : { cijfer };
  });
}

/**
 * What is left of the supply for regulier woningzoekenden: low against high, and the other way
 * round. Claims nobody knows are not taken off; whoever shows this says which those are.
 */
export function leftFor(
  aanbod: Bandbreedte,
  gevraagd: readonly Bandbreedte[],
): Pick<Bandbreedte, "laag" | "hoog"> {
  return gevraagd.reduce<Pick<Bandbreedte, "laag" | "hoog">>(
    (left, claim) => ({
      laag: subtract(left.laag, claim.hoog),
      hoog: subtract(left.hoog, claim.laag),
    }),
    aanbod,
  );
}

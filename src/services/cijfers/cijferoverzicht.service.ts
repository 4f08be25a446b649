import type { Rekengebied } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { Bandbreedte, GebruiktCijfer, Ontbrekend } from "#domain/uitkomst.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { between, withMarge } from "#rules/cijfers/band.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL, plekVan } from "#rules/cijfers/rekenvraag.ts";
import type { Basis } from "#services/basis.ts";

/** A figure as it was delivered, with the room its source or its indicator leaves. */
export type Geleverd = { readonly waarneming: Waarneming; readonly band?: Bandbreedte };

/** One indicator of a gemeente or region: what was delivered, or what follows from other figures. */
export type Cijferregel = {
  readonly indicator: Indicator;
  /** Newest first; none for a region, whose figures follow from its gemeenten. */
  readonly geleverd: readonly Geleverd[];
  /** The figure worked out by formule or as a sum, with the figures it rests on. */
  readonly afgeleid?: { readonly band: Bandbreedte; readonly uit: readonly GebruiktCijfer[] };
  /** Why there is no figure; empty where there is one. */
  readonly ontbreekt: readonly Ontbrekend[];
};

/** Every figure that is counted per gemeente, of this one; what nobody delivered is `ontbreekt`. */
export function listGemeentecijfers(
  basis: Basis,
  gemeente: string,
  op: string,
): readonly Cijferregel[] {
  const nederland = basis.nederland(op);
  const eenheden = nederland.eenheden.filter(({ id }) => id === gemeente);
  const gebied: Rekengebied = { ...nederland, id: gemeente, eenheden };
  return indicatorenPerGemeente(basis).map((indicator) => {
    const geleverd = delivered(basis, indicator, gemeente);
    if (geleverd.length > 0) return { indicator, geleverd, ontbreekt: [] };
    return { indicator, geleverd, ...derive(basis, indicator, gebied, op, [gemeente]) };
  });
}

/** The figures of a region as a whole: sums over its gemeenten, and formules over those sums. */
export function listRegiocijfers(
  basis: Basis,
  gebied: Rekengebied,
  op: string,
): readonly Cijferregel[] {
  return indicatorenPerGemeente(basis).map((indicator) => ({
    indicator,
    geleverd: [],
    ...derive(basis, indicator, gebied, op, []),
  }));
}

function indicatorenPerGemeente({ bibliotheek }: Basis): readonly Indicator[] {
  return bibliotheek
    .list()
    .filter((document) => document.soort === "indicator")
    .filter(({ niveau }) => niveau.includes("gemeente"))
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}

function delivered(basis: Basis, indicator: Indicator, gemeente: string): readonly Geleverd[] {
  return basis.cijfers
    .find(indicator.id, gemeente)
    .toSorted((a, b) => ((a.moment ?? "") < (b.moment ?? "") ? 1 : -1))
    .map((waarneming) => {
      const { inhoud } = waarneming;
      if (inhoud.soort !== "getal") return { waarneming };
      const { laag, hoog, waarde } = inhoud;
      const own = laag && hoog ? between(laag, hoog, waarde) : withMarge(waarde, indicator);
      return { waarneming, band: own };
    });
}

/** A lezer for each indicator, so that what it used or missed is of that one alone. */
function derive(
  basis: Basis,
  indicator: Indicator,
  gebied: Rekengebied,
  op: string,
  pad: readonly string[],
): Pick<Cijferregel, "afgeleid" | "ontbreekt"> {
  const lezer = createLezer({
    document: indicator,
    gebied,
    nederland: basis.nederland(op),
    cijfers: basis.cijfers,
    op,
    bibliotheek: basis.bibliotheek,
    ingevuld: NIETS_INGEVULD,
  });
  const plek = pad.length > 0 ? plekVan(pad) : HET_GEHEEL;
  const band = lezer.band({ naam: indicator.id, pad: [] }, plek);
  const { gebruikt, ontbreekt } = lezer.verslag();
  return band ? { afgeleid: { band, uit: gebruikt }, ontbreekt: [] } : { ontbreekt };
}

import type { Rekengebied } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { Bandbreedte, GebruiktCijfer, Ontbrekend } from "#domain/uitkomst.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { between, withMarge } from "#rules/cijfers/band.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { cijfersOp } from "./cijfers-op.ts";
import type { OpenbareBasis } from "./openbare-cijfers.ts";

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
  /** There are figures that are held back, because they count few people of a group (F224). */
  readonly dicht: boolean;
};

/** Every figure that is counted per gemeente, of this one; what nobody delivered is `ontbreekt`. */
export function listGemeentecijfers(
  basis: OpenbareBasis,
  gemeente: string,
  op: string,
): readonly Cijferregel[] {
  const nederland = basis.nederland(op);
  const eenheden = nederland.eenheden.filter(({ id }) => id === gemeente);
  const gebied: Rekengebied = { ...nederland, id: gemeente, eenheden };
  return indicatorenPerGemeente(basis).map((indicator) => {
    const geleverd = delivered(basis, indicator, gemeente, op);
    if (geleverd.length > 0) {
      return { indicator, geleverd, ontbreekt: [], dicht: basis.isDicht(indicator.id, gemeente) };
    }
    return { indicator, geleverd, ...derive(basis, indicator, gebied, op, [gemeente]) };
  });
}

/** The figures of a region as a whole: sums over its gemeenten, and formules over those sums. */
export function listRegiocijfers(
  basis: OpenbareBasis,
  gebied: Rekengebied,
  op: string,
): readonly Cijferregel[] {
  return indicatorenPerGemeente(basis).map((indicator) => ({
    indicator,
    geleverd: [],
    ...derive(basis, indicator, gebied, op, []),
  }));
}

function indicatorenPerGemeente({ bibliotheek }: OpenbareBasis): readonly Indicator[] {
  return bibliotheek
    .list()
    .filter((document) => document.soort === "indicator")
    .filter(({ niveau }) => niveau.includes("gemeente"))
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}

function delivered(
  basis: OpenbareBasis,
  indicator: Indicator,
  gemeente: string,
  op: string,
): readonly Geleverd[] {
  return cijfersOp(basis, op)
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
  basis: OpenbareBasis,
  indicator: Indicator,
  gebied: Rekengebied,
  op: string,
  pad: readonly string[],
): Pick<Cijferregel, "afgeleid" | "ontbreekt" | "dicht"> {
  const lezer = createLezer({
    document: indicator,
    gebied,
    nederland: basis.nederland(op),
    cijfers: cijfersOp(basis, op),
    op,
    bibliotheek: basis.bibliotheek,
    ingevuld: NIETS_INGEVULD,
  });
  const plek = pad.length > 0 ? plekVan(pad) : HET_GEHEEL;
  const band = lezer.band({ naam: indicator.id, pad: [] }, plek);
  const { gebruikt, ontbreekt } = lezer.verslag();
  if (band) return { afgeleid: { band, uit: gebruikt }, ontbreekt: [], dicht: false };
  return { ontbreekt, dicht: listHeldBack(basis, indicator, gebied, ontbreekt).length > 0 };
}

/** The gemeenten of which a missing figure, or one it would be made of, is there and held back. */
export function listHeldBack(
  { isDicht }: OpenbareBasis,
  { id: naam }: Indicator,
  { eenheden }: Rekengebied,
  ontbreekt: readonly Ontbrekend[],
): readonly string[] {
  const names = new Set([naam, ...ontbreekt.map(({ cijfer }) => cijfer.split(".")[0] ?? "")]);
  const ids = eenheden.map(({ id }) => id);
  return ids.filter((id) => [...names].some((name) => isDicht(name, id)));
}

import type { Indicator } from "#domain/indicator.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { Bandbreedte, GebruiktCijfer } from "#domain/uitkomst.ts";
import { exact } from "#rules/cijfers/band.ts";
import { createLezer, type Lezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL, plekVan } from "#rules/cijfers/rekenvraag.ts";
import type { Basis } from "#services/basis.ts";
import { listHeldBack } from "#services/cijfers/cijferoverzicht.service.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import type { Pakketgrond } from "./lezing.ts";
import { type Kolomvorm, PAKKET, type Tabelvorm } from "./onderdelen.ts";
import { isOpenFigure, opennessOf } from "./openbaar.ts";

/** A figure with the room it has, that sources contradict each other, or that it is told of the region only. */
export type Pakketcel =
  | { readonly soort: "bekend"; readonly band: Bandbreedte }
  | { readonly soort: "botst" }
  | { readonly soort: "alleen-regio" };

export type Pakketkolom = Kolomvorm & {
  readonly document: Indicator;
  /** Gemeente → its figure; who is not in it is unknown, and never nought. */
  readonly cellen: ReadonlyMap<string, Pakketcel>;
  /** Counts of people that are too small to tell per gemeente. */
  readonly dicht: boolean;
  /** The region as a whole, where every gemeente has a figure. */
  readonly samen?: Bandbreedte;
  /** The figures it rests on, of all gemeenten. */
  readonly gebruikt: readonly GebruiktCijfer[];
};

export type Pakkettabel = Omit<Tabelvorm, "kolommen"> & {
  readonly kolommen: readonly Pakketkolom[];
};

/** Everything that each gemeente of the region does or takes on already, by subject. */
export function readPakket(basis: OpenbareBasis, grond: Pakketgrond): readonly Pakkettabel[] {
  return PAKKET.map((vorm) => {
    const kolommen = vorm.kolommen.flatMap((kolom) => readKolom(basis, grond, kolom) ?? []);
    // One decision for all that a subject shows: else one column is what is left of the others.
    const gebruikt = kolommen.flatMap((kolom) => kolom.gebruikt);
    return {
      ...vorm,
      kolommen: kolommen.map((kolom) => closeKolom(basis, grond, kolom, gebruikt)),
    };
  });
}

/** The region instead of its gemeenten, where a count of people of a group is too small. */
function closeKolom(
  basis: Basis,
  { gebied }: Pakketgrond,
  kolom: Pakketkolom,
  gebruikt: readonly GebruiktCijfer[],
): Pakketkolom {
  const names = new Set(kolom.gebruikt.map(({ indicator }) => indicator));
  const own = gebruikt.filter(({ indicator }) => names.has(indicator));
  if (isOpenFigure(basis, own, gebied)) return kolom;
  const { samen: _, ...rest } = kolom;
  const totaal = opennessOf(kolom.document, own, gebied).totaal(kolom.cel);
  return {
    ...rest,
    dicht: true,
    cellen: new Map([...kolom.cellen.keys()].map((id) => [id, { soort: "alleen-regio" }])),
    ...(totaal ? { samen: exact(totaal) } : {}),
  };
}

function readKolom(
  basis: OpenbareBasis,
  grond: Pakketgrond,
  vorm: Kolomvorm,
): Pakketkolom | undefined {
  const document = basis.bibliotheek.find(vorm.indicator);
  if (document?.soort !== "indicator") return undefined;
  const lezer = lezerFor(basis, grond, document);
  const asked = { naam: vorm.indicator, pad: vorm.cel };
  const known = grond.gebied.eenheden.flatMap(({ id }): (readonly [string, Pakketcel])[] => {
    const band = lezer.band(asked, plekVan([id]));
    return band ? [[id, { soort: "bekend", band }]] : [];
  });
  const { ontbreekt, gebruikt } = lezer.verslag();
  const contradicted = ontbreekt.flatMap(({ van, botst }): (readonly [string, Pakketcel])[] =>
    van && botst?.length ? [[van, { soort: "botst" }]] : [],
  );
  const closed = listHeldBack(basis, document, grond.gebied, ontbreekt).map(
    (id): readonly [string, Pakketcel] => [id, { soort: "alleen-regio" }],
  );
  const samen = lezerFor(basis, grond, document).band(asked, HET_GEHEEL);
  return {
    ...vorm,
    document,
    dicht: closed.length > 0,
    cellen: new Map([...contradicted, ...closed, ...known]),
    ...(samen ? { samen } : {}),
    gebruikt,
  };
}

/** A reader of one indicator over the region of the package. */
export function lezerFor(basis: Basis, grond: Pakketgrond, document: Indicator): Lezer {
  const { vraag, gebied, cijfers } = grond;
  return createLezer({
    document,
    gebied,
    nederland: basis.nederland(dayOf(vraag.op)),
    cijfers,
    op: vraag.op,
    bibliotheek: basis.bibliotheek,
    ingevuld: NIETS_INGEVULD,
  });
}

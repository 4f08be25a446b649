import type { Herindelingsgebeurtenis } from "#domain/herindeling.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { between, combine, withMarge } from "#rules/cijfers/band.ts";
import { groupGebeurtenissen, overgangenOp } from "#rules/cijfers/herindeling/gebeurtenissen.ts";
import {
  compareGrondslagen,
  type Grondslagcijfer,
} from "#rules/cijfers/herindeling/grondslagen.ts";
import type { Overzettingsoort } from "#rules/cijfers/herindeling/met-herindelingen.ts";
import type { Basis } from "#services/basis.ts";
import type { OpenbareBasis } from "./openbare-cijfers.ts";

/** A gemeente as it is called on the side of the herindeling where it stands. */
export type GenoemdeGemeente = { readonly code: string; readonly naam: string };

/** A herindeling in words: what goes over in what, and how sure that is. */
export type Herindelingsbeeld = Omit<Herindelingsgebeurtenis, "van" | "naar"> & {
  readonly van: readonly GenoemdeGemeente[];
  readonly naar: readonly GenoemdeGemeente[];
};

/** Every herindeling that is known, by date. */
export function listHerindelingen({ herindelingen }: Basis): readonly Herindelingsbeeld[] {
  const name = (code: string) => ({ code, naam: herindelingen.naamVan(code) });
  return groupGebeurtenissen(herindelingen.overgangen).map((gebeurtenis) => ({
    ...gebeurtenis,
    van: gebeurtenis.van.map(name),
    naar: gebeurtenis.naar.map(name),
  }));
}

/** A figure of one gemeente; without a band it is there, and is no number. */
export type Kant = GenoemdeGemeente & {
  readonly band?: Bandbreedte;
  readonly soort?: Overzettingsoort;
  readonly bron: string;
  readonly opmerking?: string;
};

export type Grondslag = {
  readonly moment: string;
  readonly cel: readonly string[];
  readonly oud: readonly Kant[];
  readonly nieuw: readonly Kant[];
  /** Both sides together, only of what may be added and where nobody is missing. */
  readonly totaalOud?: Bandbreedte;
  readonly totaalNieuw?: Bandbreedte;
};

/**
 * An indicator before and after a herindeling, side by side.
 *
 * An announced one is reckoned with here because a person asks for it; nothing else does.
 */
export function layGrondslagen(
  basis: OpenbareBasis,
  beeld: Herindelingsbeeld,
  indicator: Indicator,
  op: Datum,
): readonly Grondslag[] {
  const { herindelingen, cijfers, bibliotheek } = basis;
  const own = groupGebeurtenissen(herindelingen.overgangen).find(({ id }) => id === beeld.id);
  if (!own) return [];
  const regels = compareGrondslagen(indicator.id, {
    cijfers,
    bibliotheek,
    herindelingen,
    overgangen: overgangenOp(herindelingen.overgangen, op).filter(
      (overgang) => !own.overgangen.includes(overgang),
    ),
    gebeurtenis: own,
  });
  return regels.map(({ moment, cel, oud, nieuw }) => {
    const side = (list: readonly Grondslagcijfer[]) =>
      list.map((cijfer) => toKant(cijfer, indicator, herindelingen.naamVan));
    const [before, after] = [side(oud), side(nieuw)];
    const totaalOud = totalOf(before, own.van.length, indicator);
    const totaalNieuw = totalOf(after, own.naar.length, indicator);
    return {
      moment,
      cel,
      oud: before,
      nieuw: after,
      ...(totaalOud ? { totaalOud } : {}),
      ...(totaalNieuw ? { totaalNieuw } : {}),
    };
  });
}

function toKant(
  { code, waarneming, soort }: Grondslagcijfer,
  indicator: Indicator,
  naamVan: (code: string) => string,
): Kant {
  const { inhoud, bron, opmerking } = waarneming;
  const head = {
    code,
    naam: naamVan(code),
    bron,
    ...(soort ? { soort } : {}),
    ...(opmerking ? { opmerking } : {}),
  };
  if (inhoud.soort !== "getal") return head;
  const { waarde, laag, hoog } = inhoud;
  return {
    ...head,
    band: laag && hoog ? between(laag, hoog, waarde) : withMarge(waarde, indicator),
  };
}

function totalOf(
  side: readonly Kant[],
  expected: number,
  { optelbaar }: Indicator,
): Bandbreedte | undefined {
  if (!optelbaar || side.length !== expected) return undefined;
  return side.reduce<Bandbreedte | undefined>(
    (total, { band }, i) => (i === 0 ? band : total && band && combine("+", total, band)),
    undefined,
  );
}

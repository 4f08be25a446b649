import type { Breuk } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { Datum } from "#domain/peildatum.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { layReeks, measureDoel, type Reekspunt, type Reeksregel } from "#rules/cijfers/reeks.ts";
import { HET_GEHEEL } from "#rules/cijfers/rekenvraag.ts";
import { cijfersOp } from "./cijfers-op.ts";
import type { OpenbareBasis } from "./openbare-cijfers.ts";

type Reeksvraag = {
  readonly gebied: Rekengebied;
  readonly gerealiseerd: Indicator;
  readonly raming?: Indicator;
  /** What must be there in the end, over all years together. */
  readonly doel?: Breuk;
  readonly op: Datum;
};

export type Reeks = {
  readonly regels: readonly Reeksregel[];
  /** Where a target was given and every year of the series is known. */
  readonly voortgang?: {
    readonly doel: Breuk;
    readonly gerealiseerd: Breuk;
    readonly deel: Breuk;
    readonly gat: Breuk;
  };
};

/**
 * The years of a region: what was expected beside what was realised, and how far that is on the
 * way to a target. A year between two others that nobody delivered stands there without a number.
 */
export function readReeks(basis: OpenbareBasis, vraag: Reeksvraag): Reeks {
  const { gerealiseerd, raming, doel } = vraag;
  const realised = yearsOf(basis, vraag, gerealiseerd);
  const expected = raming ? yearsOf(basis, vraag, raming) : new Map<string, Breuk>();
  const regels = layReeks(
    everyYear([...realised.keys(), ...expected.keys()]).map((periode): Reekspunt => {
      const [own, other] = [realised.get(periode), expected.get(periode)];
      return {
        periode,
        ...(own ? { gerealiseerd: own } : {}),
        ...(other ? { raming: other } : {}),
      };
    }),
  );
  const together = regels.findLast(({ gerealiseerd: own }) => own)?.opgeteld;
  const measured = doel && together && measureDoel(doel, together);
  if (!doel || !together || !measured) return { regels };
  return { regels, voortgang: { doel, gerealiseerd: together, ...measured } };
}

/** The figure of the whole region per year, where all of it is known. */
function yearsOf(
  basis: OpenbareBasis,
  { gebied, op }: Reeksvraag,
  indicator: Indicator,
): ReadonlyMap<string, Breuk> {
  const cijfers = cijfersOp(basis, op);
  const places = [gebied.id, ...gebied.eenheden.map(({ id }) => id)];
  const years = new Set(
    places
      .flatMap((id) => cijfers.find(indicator.id, id))
      .map(({ moment = "" }) => moment.slice(0, 4))
      .filter((year) => /^\d{4}$/.test(year)),
  );
  const lezer = createLezer({
    document: indicator,
    gebied,
    nederland: basis.nederland(op),
    cijfers,
    op,
    bibliotheek: basis.bibliotheek,
    ingevuld: NIETS_INGEVULD,
  });
  return new Map(
    [...years].flatMap((periode) => {
      const tijd = { soort: "in", periode } as const;
      const band = lezer.band({ naam: indicator.id, pad: [], tijd }, HET_GEHEEL);
      return band ? [[periode, band.midden] as const] : [];
    }),
  );
}

function everyYear(years: readonly string[]): readonly string[] {
  if (years.length === 0) return [];
  const numbers = years.map(Number);
  const first = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, i) => String(first + i));
}

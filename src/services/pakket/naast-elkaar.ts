import { NUL } from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { combine, exact } from "#rules/cijfers/band.ts";
import { HET_GEHEEL, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { compareRegionaalLokaal, type RegionaalLokaal } from "#rules/programmering/index.ts";
import {
  computeMismatch,
  computeOvername,
  type Overname,
  type Woonzorgcijfers,
} from "#rules/zorg/index.ts";
import type { Basis } from "#services/basis.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import type { Pakketgrond } from "./lezing.ts";
import { type Openheid, opennessOf } from "./openbaar.ts";
import { lezerFor } from "./pakket.service.ts";

/** The figure of each gemeente, by its id. */
type Cijfers = ReadonlyMap<string, Bandbreedte>;

export type Programmas = RegionaalLokaal & {
  readonly regionaal?: Bandbreedte;
  readonly programma: Cijfers;
  readonly gevraagd: Cijfers;
};

/** The social homes of the regional programma beside those of the gemeenten (F213). */
export function readProgrammas(basis: Basis, grond: Pakketgrond): Programmas {
  const regionaal = readRegion(basis, grond, "sociale-huur-in-regionaal-programma");
  const programma = readEach(basis, grond, "sociale-huur-in-programma");
  const gevraagd = readEach(basis, grond, "sociale-huur-gevraagd-door-regio");
  const regels = grond.gebied.eenheden.map(({ id, naam }) => {
    const [own, asked] = [programma.get(id), gevraagd.get(id)];
    return { naam, ...(own ? { programma: own } : {}), ...(asked ? { gevraagd: asked } : {}) };
  });
  const compared = compareRegionaalLokaal(regionaal, regels);
  return { ...compared, ...(regionaal ? { regionaal } : {}), programma, gevraagd };
}

export type Overnamestand = Overname & { readonly behoefte: Bandbreedte };

/** The standplaatsen that are needed beside what gemeenten offer; nothing where no need was told (F188). */
export function readOvername(basis: Basis, grond: Pakketgrond): Overnamestand | undefined {
  const behoefte = readRegion(basis, grond, "behoefte-standplaatsen");
  if (!behoefte) return undefined;
  const aanbod = readEach(basis, grond, "aangeboden-standplaatsen");
  const offers = grond.gebied.eenheden.map(({ id, naam }) => {
    const aantal = aanbod.get(id);
    return { id, naam, ...(aantal ? { aantal } : {}) };
  });
  return { behoefte, ...computeOvername(behoefte, offers) };
}

/** What a gemeente lacks for one group in one form of housing; parts that are unknown are absent. */
export type Mismatchregel = {
  /** The gemeente, or the region where a count of people is too small to tell per gemeente. */
  readonly gebied: string;
  /** The group, and after it what the home can bear of care where figures say so. */
  readonly cel: readonly string[];
  readonly delen: Woonzorgcijfers;
  readonly mismatch?: Bandbreedte;
};

export type Mismatchstand = {
  readonly regels: readonly Mismatchregel[];
  /** The region is told instead of its gemeenten, or nothing where figures are held back. */
  readonly dicht: boolean;
};

const WOONZORG = {
  behoefte: "woonbehoefte-aandachtsgroepen",
  bestaand: "huidig-aanbod-aandachtsgroepen",
  gepland: "gepland-aanbod-aandachtsgroepen",
} as const;

type Lezing = (cel: readonly string[], id: string) => Bandbreedte | undefined;

/** Need less existing and planned supply, per group, form and gemeente, where any of them is known (F091). */
export function readMismatches(basis: OpenbareBasis, grond: Pakketgrond): Mismatchstand {
  const { gebied } = grond;
  const parts = Object.entries(WOONZORG).flatMap(([deel, naam]) => {
    const found = readSplit(basis, grond, naam);
    return found ? [{ deel, ...found }] : [];
  });
  if (parts.every(({ open }) => open.perGemeente)) {
    const regels = gebied.eenheden.flatMap(({ id, naam }) =>
      cellsOf(grond, [id]).map((cel) => toRegel(naam, cel, parts, ({ lees }) => lees(cel, id))),
    );
    return { regels, dicht: isHeldBack(basis, grond) };
  }
  const ids = gebied.eenheden.map(({ id }) => id);
  const regels = cellsOf(grond, ids).map((cel) =>
    toRegel(gebied.titel, cel, parts, ({ open, lees }) => {
      const told = open.perGemeente ? sumOf(ids.map((id) => lees(cel, id))) : open.totaal(cel);
      return told && ("midden" in told ? told : exact(told));
    }),
  );
  return { regels, dicht: true };
}

function isHeldBack({ isDicht }: OpenbareBasis, { gebied }: Pakketgrond): boolean {
  return Object.values(WOONZORG).some((naam) =>
    gebied.eenheden.some(({ id }) => isDicht(naam, id)),
  );
}

type Deel = { readonly deel: string; readonly lees: Lezing; readonly open: Openheid };

function toRegel(
  gebied: string,
  cel: readonly string[],
  parts: readonly Deel[],
  read: (part: Deel) => Bandbreedte | undefined,
): Mismatchregel {
  const found = parts.flatMap((part) => {
    const band = read(part);
    return band ? [[part.deel, band] as const] : [];
  });
  const delen: Woonzorgcijfers = Object.fromEntries(found);
  const mismatch = computeMismatch(delen);
  return { gebied, cel, delen, ...(mismatch ? { mismatch } : {}) };
}

/** One of the three figures in every cell that has any, with whether it may be told per gemeente. */
function readSplit(basis: Basis, grond: Pakketgrond, naam: string) {
  const document = basis.bibliotheek.find(naam);
  if (document?.soort !== "indicator") return undefined;
  const ids = grond.gebied.eenheden.map(({ id }) => id);
  const lezer = lezerFor(basis, grond, document);
  const lees: Lezing = (cel, id) => lezer.band({ naam, pad: cel }, plekVan([id]));
  for (const cel of cellsOf(grond, ids)) for (const id of ids) lees(cel, id);
  return { lees, open: opennessOf(document, lezer.verslag().gebruikt, grond.gebied) };
}

function sumOf(bands: readonly (Bandbreedte | undefined)[]): Bandbreedte | undefined {
  return bands.reduce((a, b) => a && b && combine("+", a, b), exact(NUL));
}

/** Every group, with its form where figures say one, of which these gemeenten have any figure. */
function cellsOf(
  { cijfers }: Pakketgrond,
  gemeenten: readonly string[],
): readonly (readonly string[])[] {
  const cells = Object.values(WOONZORG)
    .flatMap((indicator) => gemeenten.flatMap((id) => cijfers.find(indicator, id)))
    .map(({ cel }) => cel)
    .filter((cel) => cel.length > 0);
  return [...new Map(cells.map((cel) => [cel.join("."), cel])).values()].toSorted((a, b) =>
    a.join(".").localeCompare(b.join("."), "nl"),
  );
}

function readEach(basis: Basis, grond: Pakketgrond, indicator: string): Cijfers {
  const document = basis.bibliotheek.find(indicator);
  if (document?.soort !== "indicator") return new Map();
  const lezer = lezerFor(basis, grond, document);
  return new Map(
    grond.gebied.eenheden.flatMap(({ id }) => {
      const band = lezer.band({ naam: indicator, pad: [] }, plekVan([id]));
      return band ? [[id, band] as const] : [];
    }),
  );
}

function readRegion(basis: Basis, grond: Pakketgrond, indicator: string): Bandbreedte | undefined {
  const document = basis.bibliotheek.find(indicator);
  if (document?.soort !== "indicator") return undefined;
  return lezerFor(basis, grond, document).band({ naam: indicator, pad: [] }, HET_GEHEEL);
}

import { add, type Breuk, breuk, multiply, NUL, sum } from "#domain/breuk.ts";
import type { Selectie } from "#domain/selectie.ts";
import type { Sleutel } from "#domain/sleutel.ts";
import type { Stap } from "#domain/verdeling.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { type Plek, plekVan } from "#rules/cijfers/rekenvraag.ts";
import type { Eislezer } from "#rules/normen/eis.ts";
import { readVerwijzing } from "#rules/normen/waarde.ts";
import {
  combineGrenzen,
  evenredigDeel,
  type Grensregel,
  isSelected,
  readGrenzen,
} from "./grenzen.ts";
import { explainVolgorde, readVolgorde, type Vulvolgorde } from "./op-volgorde.ts";
import { partsOf, type Sleuteldeel, sharesOf } from "./sleutel.ts";
import { explainSleutel, type Sleuteluitleg } from "./sleutelverslag.ts";
import type { Sleutelvraag } from "./sleutelvraag.ts";
import { type Stand, valueAt } from "./stand.ts";
import { eislezerFor, type Pas } from "./stapcontext.ts";
import type { Vak } from "./vak.ts";

/** A vak in its step: which cells it fills, and what its account needs. */
export type Stapvak = Vak & {
  /** Group and onderdeel, the same in every periode of a path. */
  readonly sleutelnaam: string;
  readonly onderdeel: string;
  readonly kolom: number;
  /** Row numbers in the stand of the step, as `ids`. */
  readonly rijen: readonly number[];
  readonly regels: readonly (readonly Grensregel[])[];
  /** Set where the step fills up in an order, and not in proportion. */
  readonly volgorde?: Vulvolgorde;
  /** Parts of a `gewogen` sleutel that are made whole one by one. */
  readonly sleuteldelen?: readonly Sleuteldeel[];
  readonly opmerkingen: readonly string[];
  /** Set on a path, where running totals are made whole and not this vak alone. */
  readonly lopend?: boolean;
  /** How the sleutel came to each share; worked out when the account asks. */
  readonly uitleg: () => Sleuteluitleg;
  /** Lays another sleutel over the same cells: the start of an ingroeipad. */
  readonly aandelenVolgens: (sleutel: Sleutel) => readonly Breuk[] | undefined;
};

type Vakvraag = {
  readonly stap: Stap;
  readonly index: number;
  readonly groep: string;
  readonly kolom: number;
  readonly onderdeel: string;
  readonly cells: readonly number[];
  /** Absent where the step divides again what its cells already hold. */
  readonly totaal: Breuk | undefined;
  readonly stand: Stand;
  /** What stood before the step: `uitkomst` means that. */
  readonly base: Stand;
  readonly pas: Pas;
};

/** The key of a step that only adjusts: everyone keeps the share they have. */
const UITKOMST: Sleutel = { soort: "naar-rato-van", van: { naam: "uitkomst", pad: [] } };

/** The vak of one group and onderdeel; undefined where nobody takes part or something is missing. */
export function vakFor(vraag: Vakvraag): Stapvak | undefined {
  const { stap, cells, stand, pas, kolom, onderdeel } = vraag;
  if (cells.length === 0) return undefined;
  const read = readSleutel(vraag);
  const { asked, aandelen } = read;
  const { plekken, lezer, totaal } = asked;
  const regels = plekken.map((plek) => readGrenzen(stap.voorwaarden, plek, pas.vraag, lezer));
  const herverdeelgewichten = weightsInHerverdeling(stap, plekken, aandelen, pas, lezer);
  if (!aandelen || !herverdeelgewichten) return undefined;
  const { sleutel, volgorde } = read;
  const perDeel = stap.afronding.per === "sleuteldeel" ? partsOf(sleutel, asked) : undefined;
  return {
    sleutelnaam: `${vraag.groep}|${onderdeel}`,
    onderdeel,
    kolom,
    rijen: cells,
    ids: cells.map((rij) => stand.rijen[rij]?.pad.at(-1) ?? ""),
    totaal,
    delen: aandelen.map((aandeel) => multiply(totaal, aandeel)),
    gewichten: aandelen,
    grenzen: regels.map(combineGrenzen),
    regels,
    herverdeelgewichten,
    wacht: cells.map(() => NUL),
    opmerkingen: asked.opmerkingen,
    uitleg: () => (volgorde ? explainVolgorde(volgorde) : explainSleutel(sleutel, asked)),
    aandelenVolgens: (other) => sharesOf(other, asked),
    ...(perDeel ? { sleuteldelen: perDeel } : {}),
    ...(volgorde ? { volgorde } : {}),
  };
}

/** Lays the sleutel of the step over these cells; what it misses is noted on the pass. */
export function readSleutel(vraag: Vakvraag): {
  readonly sleutel: Sleutel;
  readonly asked: Sleutelvraag;
  readonly aandelen: readonly Breuk[] | undefined;
  readonly volgorde?: Vulvolgorde;
} {
  const { stap, cells, stand, kolom, pas, onderdeel, groep, index } = vraag;
  const totaal = vraag.totaal ?? sum(cells.map((rij) => valueAt(stand, rij, kolom)));
  const plekken = cells.map((rij) => plekOf(stand, rij, onderdeel));
  const asked: Sleutelvraag = {
    pas,
    lezer: lezerFor(vraag, plekken, totaal),
    plekken,
    geheel: plekVan(groep ? groep.split("/") : [], onderdeel, axesOf(stand)),
    totaal,
    pad: `stappen[${index}].sleutel`,
    opmerkingen: [],
  };
  const sleutel = stap.sleutel ?? UITKOMST;
  const volgorde = readVolgorde(sleutel, asked);
  if (!volgorde) return { sleutel, asked, aandelen: sharesOf(sleutel, asked) };
  // Nobody has a share of their own; alike, so that everyone can take what others leave.
  return { sleutel, asked, aandelen: plekken.map(() => breuk(1, plekken.length)), volgorde };
}

/** Whether a cell takes part in a step with `voor`. */
export function participates(
  voor: Selectie,
  stand: Stand,
  rij: number,
  kolom: number,
  onderdeel: string,
  pas: Pas,
): boolean {
  const lezer = eislezerFor(pas, stand, () => valueAt(stand, rij, kolom));
  return isSelected(voor, plekOf(stand, rij, onderdeel), pas.vraag, lezer);
}

function lezerFor(vraag: Vakvraag, plekken: readonly Plek[], totaal: Breuk): Eislezer {
  const lezer: Eislezer = eislezerFor(vraag.pas, vraag.base, (aan: Verwijzing, plek: Plek) =>
    evenredigDeel(aan, plek, plekken, totaal, lezer),
  );
  return lezer;
}

/**
 * Who gives and takes: by the step's own sleutel, or by the figure of the herverdeling, and only
 * those it names.
 */
function weightsInHerverdeling(
  stap: Stap,
  plekken: readonly Plek[],
  aandelen: readonly Breuk[] | undefined,
  pas: Pas,
  lezer: Eislezer,
): readonly Breuk[] | undefined {
  const { naarRatoVan, onder } = stap.herverdeling ?? {};
  const own = naarRatoVan
    ? plekken.map((plek) => readVerwijzing(naarRatoVan, plek, lezer))
    : aandelen;
  const known = own?.filter((weight) => weight !== undefined);
  if (!known || known.length < plekken.length) return undefined;
  if (!onder) return known;
  return known.map((weight, i) => {
    const plek = plekken[i];
    return plek && isSelected(onder, plek, pas.vraag, lezer) ? weight : NUL;
  });
}

export function plekOf(stand: Stand, rij: number, onderdeel: string): Plek {
  return plekVan(stand.rijen[rij]?.pad ?? [], onderdeel, axesOf(stand));
}

const axes = new WeakMap<Stand, ReadonlySet<string>>();

/** Names of all cells in use; worked out once per stand. */
function axesOf(stand: Stand): ReadonlySet<string> {
  const known = axes.get(stand);
  if (known) return known;
  const names = new Set([...stand.onderdelen, ...stand.rijen.flatMap(({ pad }) => pad.slice(1))]);
  names.delete("");
  axes.set(stand, names);
  return names;
}

/** The whole numbers of a composed sleutel that rounds each part first, then adds. */
export function roundByParts(
  vak: Stapvak,
  round: (delen: readonly Breuk[], totaal: Breuk) => readonly Breuk[],
): readonly Breuk[] {
  const start: readonly Breuk[] = vak.ids.map(() => NUL);
  return (vak.sleuteldelen ?? []).reduce((numbers, { gewicht, aandelen }) => {
    const totaal = multiply(vak.totaal, gewicht);
    const part = round(
      aandelen.map((aandeel) => multiply(totaal, aandeel)),
      totaal,
    );
    return numbers.map((number, i) => add(number, part[i] ?? NUL));
  }, start);
}

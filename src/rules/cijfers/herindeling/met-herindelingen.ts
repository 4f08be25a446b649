import type { Bibliotheek } from "#domain/document.ts";
import type { Herindelingen } from "#domain/herindeling.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import { goesBefore, rivalsOf } from "../voorrang.ts";
import { findOldLeveringen, leveringOf, listEnded } from "./leveringen.ts";
import { composeGemeente, isUnchanged, type Stuk } from "./samenstelling.ts";
import { carryWaarneming, type Deel, type Overzettingsoort } from "./waarneming.ts";

export type { Overzettingsoort } from "./waarneming.ts";

/** Figures as they were delivered, and the changes of gemeenten that hold for whoever asks. */
export type Herindelingsbron = {
  readonly cijfers: Cijferbron;
  readonly bibliotheek: Pick<Bibliotheek, "find">;
  readonly herindelingen: Herindelingen;
};

/** Figures, of which is known how those came about that nobody delivered so. */
export type Overgezettebron = Cijferbron & {
  /** Undefined where it was delivered as it is. */
  readonly soortVan: (waarneming: Waarneming) => Overzettingsoort | undefined;
};

/**
 * The figures in the gemeenten after these overgangen: where a figure of the new gemeente lacks, it
 * is made of those of the gemeenten that it came from, and its `opmerking` says how.
 *
 * What was delivered goes first. A figure of a gemeente that took another in, out of a delivery
 * that still counts that other apart, is not a figure of the new gemeente, and is not given as one.
 * Whatever is missing in one of the parts stays missing in the whole.
 */
export function withHerindelingen({
  cijfers,
  bibliotheek,
  herindelingen,
}: Herindelingsbron): Overgezettebron {
  const { overgangen, naamVan } = herindelingen;
  if (overgangen.length === 0) return { find: cijfers.find, soortVan: () => undefined };
  const soorten = new WeakMap<Waarneming, Overzettingsoort>();
  const touched = new Set(overgangen.map(({ naar }) => naar));
  const ended = listEnded(overgangen);
  const oldOf = remember((naam: string) => findOldLeveringen(cijfers, naam, ended));
  const composed = remember((key: string) => {
    const [code = "", vanaf = ""] = key.split(" ");
    return composeGemeente(code, overgangen, vanaf);
  });
  return {
    soortVan: (waarneming) => soorten.get(waarneming),
    find: (naam, gebied) => {
      const own = cijfers.find(naam, gebied);
      if (!touched.has(gebied)) return own;
      const old = oldOf(naam);
      if (old.size === 0) return own;
      const document = bibliotheek.find(naam);
      const indicator = document?.soort === "indicator" ? document : undefined;
      return carryOver(own, {
        gebied,
        naam,
        indicator,
        cijfers,
        old,
        naamVan,
        soorten,
        compose: (vanaf) => composed(`${gebied} ${vanaf}`),
      });
    },
  };
}

type Zoeking = {
  readonly gebied: string;
  readonly naam: string;
  readonly indicator: Indicator | undefined;
  readonly cijfers: Cijferbron;
  readonly old: ReadonlyMap<string, Datum>;
  readonly naamVan: Herindelingen["naamVan"];
  readonly soorten: WeakMap<Waarneming, Overzettingsoort>;
  readonly compose: (vanaf: Datum) => readonly Stuk[];
};

function carryOver(own: readonly Waarneming[], zoeking: Zoeking): readonly Waarneming[] {
  const { gebied, old, compose } = zoeking;
  const kept = own.filter((waarneming) => {
    const vanaf = old.get(leveringOf(waarneming));
    return vanaf === undefined || isUnchanged(gebied, compose(vanaf));
  });
  const answered = new Set(kept.map(cellAt));
  const carried = [...old].flatMap(([levering, vanaf]) => {
    const stukken = compose(vanaf);
    if (isUnchanged(gebied, stukken)) return [];
    return carryCells(zoeking, stukken, (waarneming) => leveringOf(waarneming) === levering);
  });
  const added = carried.filter((waarneming) => !answered.has(cellAt(waarneming)));
  for (const waarneming of added) answered.add(cellAt(waarneming));
  const apart = carryApart(zoeking).filter((waarneming) => !answered.has(cellAt(waarneming)));
  return added.length + apart.length === 0 && kept.length === own.length
    ? own
    : [...kept, ...added, ...apart];
}

/** Each gemeente may have delivered by itself; only where the new one is nobody's old code. */
function carryApart(zoeking: Zoeking): readonly Waarneming[] {
  const first = [...zoeking.old.values()].toSorted()[0] ?? "";
  const stukken = zoeking.compose(first);
  if (stukken.some(({ code }) => code === zoeking.gebied)) return [];
  return carryCells(zoeking, stukken, () => true);
}

/** Every cell and moment of which there is a figure of each part, among these figures. */
function carryCells(
  { cijfers, naam, indicator, gebied, naamVan, soorten }: Zoeking,
  stukken: readonly Stuk[],
  counts: (waarneming: Waarneming) => boolean,
): readonly Waarneming[] {
  const tables = stukken.map((stuk) => ({
    stuk,
    cellen: groupCells(cijfers.find(naam, stuk.code).filter(counts)),
  }));
  const [first] = tables;
  return [...(first?.cellen.keys() ?? [])].flatMap((cell) => {
    const delen = tables.flatMap(({ stuk, cellen }): readonly Deel[] => {
      const only = pickOne(cellen.get(cell) ?? []);
      return only ? [{ stuk, waarneming: only }] : [];
    });
    if (delen.length < stukken.length) return [];
    const carried = carryWaarneming({ gebied, delen, indicator, cijfers, naamVan });
    if (!carried) return [];
    soorten.set(carried.waarneming, carried.soort);
    return [carried.waarneming];
  });
}

function groupCells(
  waarnemingen: readonly Waarneming[],
): ReadonlyMap<string, readonly Waarneming[]> {
  const cells = new Map<string, Waarneming[]>();
  for (const waarneming of waarnemingen) {
    const known = cells.get(cellAt(waarneming));
    if (known) known.push(waarneming);
    else cells.set(cellAt(waarneming), [waarneming]);
  }
  return cells;
}

/** The one that counts; none where sources contradict each other, for the system does not choose. */
function pickOne(found: readonly Waarneming[]): Waarneming | undefined {
  const [first, ...others] = found;
  const best = others.reduce((one, other) => (one && goesBefore(other, one) ? other : one), first);
  return best && rivalsOf(best, found).length === 0 ? best : undefined;
}

function cellAt({ cel, moment }: Waarneming): string {
  return `${moment ?? ""}|${cel.join(".")}`;
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

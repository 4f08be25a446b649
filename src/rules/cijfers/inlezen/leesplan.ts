import type { Indicator } from "#domain/indicator.ts";
import {
  type Inleverkop,
  isWaardekolom,
  type Kolomkoppeling,
  type Koppeling,
  type Waardekolom,
} from "#domain/inlevering.ts";
import type { Werkblad } from "#domain/werkmap.ts";
import { celOp, waardeVan } from "./celtekst.ts";
import { createGebiedzoeker, type Gebiedzoeker } from "./gebied.ts";
import { type Notatie, notatieVan } from "./getal.ts";
import { zoekIndicator } from "./indicator-zoeken.ts";
import type { Inleeskennis } from "./kennis.ts";
import { eersteRij } from "./kop.ts";
import { zoekMoment } from "./moment.ts";

/** One figure in a row: its number, with the columns that say how low and how high. */
export type Slot = {
  readonly waarde?: Waardekolom;
  readonly laag?: Waardekolom;
  readonly hoog?: Waardekolom;
};

/** All that reading the rows of one sheet stands on. */
export type Leesplan = {
  readonly blad: Werkblad;
  readonly eerste: number;
  readonly gebied: number | undefined;
  readonly totaalregels: ReadonlySet<number>;
  readonly slots: readonly Slot[];
  /** The columns of a role, from left to right. */
  readonly kolommen: (rol: Kolomkoppeling["rol"]) => readonly number[];
  /** How the numbers of a column are written. */
  readonly notatie: (kolom: number) => Notatie;
  /** The figure that a cell names. */
  readonly zoekCijfer: (tekst: string) => ReturnType<typeof zoekIndicator>;
  /** The moment that a cell names. */
  readonly zoekMoment: (tekst: string) => string | undefined;
  readonly kop: Inleverkop;
  readonly kennis: Inleeskennis;
  readonly zoekGebied: Gebiedzoeker;
};

export function maakLeesplan(
  blad: Werkblad,
  { kolommen, kopregels, totaalregels = [] }: Koppeling,
  kop: Inleverkop,
  kennis: Inleeskennis,
): Leesplan {
  const of = remembered((rol: Kolomkoppeling["rol"]) =>
    kolommen.filter((item) => item.rol === rol).map(({ kolom }) => kolom),
  );
  const eerste = eersteRij(kopregels);
  return {
    blad,
    eerste,
    gebied: of("gebied")[0],
    totaalregels: new Set(totaalregels),
    slots: toSlots(kolommen.filter(isWaardekolom)),
    kolommen: of,
    notatie: remembered((kolom) => notatieVan(textsIn(blad, kolom, eerste))),
    zoekMoment: remembered(zoekMoment),
    zoekCijfer: remembered((tekst) => zoekIndicator(tekst, kennis)),
    kop,
    kennis,
    zoekGebied: createGebiedzoeker(kennis),
  };
}

/** Asked many times, worked out once. */
function remembered<K, T>(find: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}

function* textsIn(blad: Werkblad, kolom: number, eerste: number): Generator<string> {
  for (let rij = eerste; rij < blad.rijen.length; rij += 1) {
    const waarde = waardeVan(celOp(blad, rij, kolom));
    if (waarde?.soort === "tekst") yield waarde.tekst;
  }
}

/** A low and a high column belong to the number of the same figure, moment and cell. */
function toSlots(kolommen: readonly Waardekolom[]): readonly Slot[] {
  const slots: { key: string; slot: Slot }[] = kolommen
    .filter(({ rol }) => rol === "waarde")
    .map((waarde) => ({ key: keyOf(waarde), slot: { waarde } }));
  for (const kant of kolommen.filter(({ rol }) => rol !== "waarde")) {
    const key = keyOf(kant);
    const own = slots.find((item) => item.key === key && !item.slot[kant.rol]);
    if (own) own.slot = { ...own.slot, [kant.rol]: kant };
    else slots.push({ key, slot: { [kant.rol]: kant } });
  }
  return slots.map(({ slot }) => slot);
}

function keyOf({ indicator = "", moment = "", cel = [] }: Waardekolom): string {
  return [indicator, moment, ...cel].join("|");
}

/** The column that a slot is told by: its number, or where it has none its low end. */
export function hoofdkolom({ waarde, laag, hoog }: Slot): Waardekolom {
  const kolom = waarde ?? laag ?? hoog;
  if (!kolom) throw new RangeError("a slot has at least one column");
  return kolom;
}

/** The figure that an id names among those that are told per gemeente. */
export function indicatorVan(id: string | undefined, kennis: Inleeskennis): Indicator | undefined {
  return id === undefined ? undefined : kennis.indicatoren.get(id);
}

import { isZero, NUL } from "#domain/breuk.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Stap } from "#domain/verdeling.ts";
import { celNamenFor } from "./celnamen.ts";
import type { Opgavegetal } from "./opgave.ts";
import { collapse, type Stand, valueAt } from "./stand.ts";
import type { Pas } from "./stapcontext.ts";
import { participates, readSleutel, type Stapvak, vakFor } from "./stapvak.ts";
import { emptyStand, layOut, type Vorm } from "./vorm.ts";

/** A step laid out: what stands before it, and the vakken in which it divides. */
export type Stapopzet = {
  readonly stap: Stap;
  readonly index: number;
  /** Rows of the step; cells that take no part already hold what they keep. */
  readonly stand: Stand;
  readonly vakken: readonly Stapvak[];
};

/**
 * Lays out one step: which rows it divides over, what there is to divide in each group and
 * onderdeel, the shares and the bounds.
 *
 * Missing figures and open choices are noted on the pass; the vakken are then incomplete and the
 * step must not be carried out.
 */
export function prepareStap(
  stap: Stap,
  index: number,
  before: Stand,
  opgave: Opgavegetal,
  pas: Pas,
): Stapopzet {
  const base = stap.optellen ? collapse(before, stap.optellen) : before;
  const namen = celNamenFor(stap, pas.vraag);
  const vorm = stap.over && layOut(stap.over, base, pas.vraag, namen);
  const anew = vorm && vorm.rijen !== base.rijen;
  const rows = anew ? withoutLosing(vorm, base, stap, pas) : base;
  if (rows.rijen.length === 0) noteNobody(stap, index, rows, base, pas);
  const groups = [...new Set(rows.rijen.map(({ groep }) => groep))];
  const vakken = groups.flatMap((groep) =>
    rows.onderdelen.map((onderdeel, kolom) => {
      const cells = cellsOf(rows, groep, kolom, onderdeel, stap, pas);
      const totaal = anew ? totalFor(vorm, groep, kolom, base, opgave) : undefined;
      return vakFor({
        stap,
        index,
        groep,
        kolom,
        onderdeel,
        cells,
        totaal,
        stand: rows,
        base,
        pas,
      });
    }),
  );
  return { stap, index, stand: rows, vakken: vakken.filter((vak) => vak !== undefined) };
}

/**
 * The new rows, and beside them every old row that has nothing below it: what it holds must not
 * be lost. One that has something to divide and nobody to divide it over is named as missing.
 */
function withoutLosing(vorm: Vorm, base: Stand, stap: Stap, pas: Pas): Stand {
  const parents = new Set(vorm.rijen.map(({ groep }) => groep));
  const kept = base.rijen.flatMap((rij, i) => (parents.has(rij.pad.join("/")) ? [] : [i]));
  const fresh = emptyStand(vorm, base.onderdelen);
  for (const i of kept) {
    const holds = base.onderdelen.some((_, j) => !isZero(valueAt(base, i, j)));
    if (holds) noteChildless(base.rijen[i]?.pad ?? [], stap, pas);
  }
  return {
    ...fresh,
    rijen: [...fresh.rijen, ...kept.map((i) => ({ pad: base.rijen[i]?.pad ?? [], groep: KEPT }))],
    waarden: [...fresh.waarden, ...kept.map((i) => base.waarden[i] ?? [])],
  };
}

/** Without anybody to divide over, what the sleutel still asks of people is named all the same. */
function noteNobody(stap: Stap, index: number, stand: Stand, base: Stand, pas: Pas): void {
  noteChildless([], stap, pas);
  for (const [kolom, onderdeel] of stand.onderdelen.entries()) {
    readSleutel({
      stap,
      index,
      groep: "",
      kolom,
      onderdeel,
      cells: [],
      totaal: NUL,
      stand,
      base,
      pas,
    });
  }
}

/** The group of rows that a step leaves as they are. */
const KEPT = "\u0000";

function noteChildless(pad: readonly string[], stap: Stap, pas: Pas): void {
  const { sleutel } = stap;
  const cijfer = sleutel?.soort === "naar-rato-van" ? sleutel.van.naam : (stap.over?.wat ?? "");
  const melding: Melding = {
    soort: "onvolledig",
    ontbreekt: [{ cijfer, ...(pad.length > 0 ? { van: pad.join(", ") } : {}) }],
  };
  pas.meldingen.push(melding);
}

function cellsOf(
  stand: Stand,
  groep: string,
  kolom: number,
  onderdeel: string,
  stap: Stap,
  pas: Pas,
): readonly number[] {
  if (groep === KEPT) return [];
  const rows = stand.rijen.flatMap((rij, i) => (rij.groep === groep ? [i] : []));
  if (!stap.voor) return rows;
  const { voor } = stap;
  return rows.filter((rij) => participates(voor, stand, rij, kolom, onderdeel, pas));
}

function totalFor(vorm: Vorm, groep: string, kolom: number, base: Stand, opgave: Opgavegetal) {
  const parent = vorm.ouder(groep);
  if (parent !== undefined) return valueAt(base, parent, kolom);
  return opgave.delen[kolom] ?? NUL;
}

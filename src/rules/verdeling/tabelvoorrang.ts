import { type Breuk, compare, NUL } from "#domain/breuk.ts";
import type { Standregel } from "#domain/verdeling.ts";

/** A cell of a table as rules for equal claims see it. */
export type Tabelcel = {
  readonly eenheid: string;
  readonly onderdeel: string;
  /** Its weight in the sleutel. */
  readonly basis: Breuk;
  /** Its part before it was made whole. */
  readonly deel: Breuk;
};

/**
 * What each cell weighs where more than one table is right (docs/adr/0015): the right one is the
 * table in which the first cells of the order hold the most, then the next, and so on.
 *
 * `grootste-basis` and `kleinste-basis` order cells by their weight in the sleutel. A written
 * `volgorde` orders them by unit, and inside a unit by the onderdelen it names, then by the largest
 * part. Cells that a rule holds equal count together, and the next rule tells them apart.
 *
 * @returns per cell a number, so that their sums compare as the order does.
 */
export function voorrangOf(
  cellen: readonly Tabelcel[],
  regels: readonly Standregel[],
): readonly bigint[] {
  // Equally right tables differ by one in a cell, so that a level never weighs up to the one before.
  const bits = BigInt((2 * cellen.length + 1).toString(2).length);
  const voorrang: bigint[] = cellen.map(() => 0n);
  let height = 0n;
  for (const regel of regels.toReversed()) {
    const levels = levelsOf(cellen, orderBy(regel)).toReversed();
    for (const level of levels) {
      for (const cel of level) voorrang[cel] = (voorrang[cel] ?? 0n) + (1n << height);
      height += bits;
    }
  }
  return voorrang;
}

type Volgorde = (a: Tabelcel, b: Tabelcel) => number;

/** Cells in order, those that are level together. */
function levelsOf(cellen: readonly Tabelcel[], order: Volgorde): readonly (readonly number[])[] {
  const by = (a: number, b: number) => order(cellen[a] as Tabelcel, cellen[b] as Tabelcel);
  const levels: number[][] = [];
  for (const cel of [...cellen.keys()].sort(by)) {
    const last = levels.at(-1);
    if (last && by(last[0] as number, cel) === 0) last.push(cel);
    else levels.push([cel]);
  }
  return levels;
}

function orderBy(regel: Standregel): Volgorde {
  if (regel.soort !== "volgorde") {
    const sign = regel.soort === "grootste-basis" ? -1 : 1;
    return (a, b) => sign * compare(a.basis, b.basis);
  }
  const { eenheden } = regel;
  const rank = (naam: string) => {
    const place = eenheden.indexOf(naam);
    return place === -1 ? eenheden.length : place;
  };
  // Between units that nobody put in order, nothing is told apart by how large they are.
  const part = ({ eenheid, deel }: Tabelcel) => (eenheden.includes(eenheid) ? deel : NUL);
  return (a, b) =>
    rank(a.eenheid) - rank(b.eenheid) ||
    rank(a.onderdeel) - rank(b.onderdeel) ||
    compare(part(b), part(a));
}

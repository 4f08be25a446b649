import { breuk, compare, isPositive, sum } from "#domain/breuk.ts";
import type { Standregel } from "#domain/verdeling.ts";
import { type Cel, schrijfBereik, waarde } from "./cellen.ts";
import type { Rekentabel, Tabelkolom } from "./tabel.ts";
import { order, type Schrijfwijze, type Uitdrukking } from "./uitdrukking.ts";

/** What tells equal claims apart: the rules of the document, the ids, and the weight of each. */
export type Standgegevens = {
  readonly standregels: readonly Standregel[];
  readonly ids: readonly string[];
  readonly basis: Tabelkolom;
};

type Standkolom = { readonly cellen: readonly Cel[]; readonly grootsteEerst: boolean };

/** Columns with what tells equal claims apart, in the order of the document. */
export function standkolommen(tabel: Rekentabel, stand: Standgegevens): readonly Standkolom[] {
  return stand.standregels.map((regel) => keyColumn(regel, tabel, stand));
}

function keyColumn(
  regel: Standregel,
  tabel: Rekentabel,
  { ids, basis }: Standgegevens,
): Standkolom {
  if (regel.soort !== "volgorde") {
    return { cellen: basis.cellen, grootsteEerst: regel.soort === "grootste-basis" };
  }
  const place = (id: string) => {
    const found = regel.eenheden.indexOf(id);
    return found === -1 ? regel.eenheden.length : found;
  };
  const column = tabel.kolom("volgorde", (i) => waarde(breuk(place(ids[i] ?? "") + 1)), {
    stijl: "invoer",
  });
  return { cellen: column.cellen, grootsteEerst: false };
}

/**
 * Per unit how many go before it, and how many stand level with it, itself among them.
 *
 * Only those with something in the first column count; `voorSamen` adds up a column over who goes before.
 */
export function rankBy(rest: readonly Cel[], keys: readonly Standkolom[]) {
  const columns: readonly Standkolom[] = [{ cellen: rest, grootsteEerst: true }, ...keys];
  const counts = lazyCounts(columns);
  return {
    voor: (i: number): Uitdrukking => ({
      schrijf: (wijze) => `SUMPRODUCT(${ahead(columns, i, wijze)}*${positive(rest, wijze)})`,
      waarde: () => breuk(counts()[i]?.voor ?? 0),
    }),
    voorSamen: (i: number, wat: Tabelkolom): Uitdrukking => ({
      schrijf: (wijze) =>
        `SUMPRODUCT(${ahead(columns, i, wijze)}*${positive(rest, wijze)}*${schrijfBereik(wat.cellen, wijze)})`,
      waarde: () =>
        sum(
          [...rest.keys()]
            .filter(
              (j) => isPositive((rest[j] as Cel).waarde()) && orderIn(columns, j, i, order) < 0,
            )
            .map((j) => (wat.cellen[j] as Cel).waarde()),
        ),
    }),
    gelijk: (i: number): Uitdrukking => ({
      schrijf: (wijze) =>
        `SUMPRODUCT(${columns.map((column) => same(column, i, wijze)).join("*")})`,
      waarde: () => breuk(counts()[i]?.gelijk ?? 0),
    }),
  };
}

function ahead(columns: readonly Standkolom[], i: number, wijze: Schrijfwijze): string {
  const [first, ...others] = columns;
  if (!first) return "0";
  const own = (first.cellen[i] as Cel).schrijf(wijze);
  const range = schrijfBereik(first.cellen, wijze);
  const before = first.grootsteEerst ? `(${range}>${own}+1E-9)` : `(${range}<${own}-1E-9)`;
  if (others.length === 0) return `(${before}*1)`;
  return `(${before}+${same(first, i, wijze)}*${ahead(others, i, wijze)})`;
}

function same({ cellen }: Standkolom, i: number, wijze: Schrijfwijze): string {
  return `(ABS(${schrijfBereik(cellen, wijze)}-${(cellen[i] as Cel).schrijf(wijze)})<=1E-9)`;
}

function positive(cellen: readonly Cel[], wijze: Schrijfwijze): string {
  return `(${schrijfBereik(cellen, wijze)}>1E-9)`;
}

/** Sorted once; only neighbours need be told apart for certain. */
function lazyCounts(columns: readonly Standkolom[]) {
  let known: readonly { readonly voor: number; readonly gelijk: number }[] | undefined;
  return () => {
    known ??= countAll(columns);
    return known;
  };
}

function countAll(columns: readonly Standkolom[]) {
  const rest = columns[0]?.cellen ?? [];
  const all = [...rest.keys()];
  const sorted = all.toSorted((a, b) => orderIn(columns, a, b, compare));
  const result: { voor: number; gelijk: number }[] = all.map(() => ({ voor: 0, gelijk: 0 }));
  const positives = all.filter((i) => isPositive((rest[i] as Cel).waarde())).length;
  let start = 0;
  for (let place = 1; place <= sorted.length; place += 1) {
    const [a, b] = [sorted[place - 1], sorted[place]];
    const level = a !== undefined && b !== undefined && orderIn(columns, a, b, order) === 0;
    if (level) continue;
    for (const unit of sorted.slice(start, place)) {
      result[unit] = { voor: Math.min(start, positives), gelijk: place - start };
    }
    start = place;
  }
  return result;
}

function orderIn(columns: readonly Standkolom[], a: number, b: number, by: typeof compare): number {
  for (const { cellen, grootsteEerst } of columns) {
    const found = by((cellen[a] as Cel).waarde(), (cellen[b] as Cel).waarde());
    if (found !== 0) return grootsteEerst ? -found : found;
  }
  return 0;
}

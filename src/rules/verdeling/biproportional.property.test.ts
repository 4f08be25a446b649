import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Breuk,
  breuk,
  compare,
  divide,
  EEN,
  isZero,
  multiply,
  NUL,
  smallest,
} from "#domain/breuk.ts";
import type { Standregel } from "#domain/verdeling.ts";
import { allocateTabel, type Tabelvraag } from "./biproportional.ts";
import { type Tabelcel, voorrangOf } from "./tabelvoorrang.ts";

type Cellen = readonly (readonly number[])[];

const VRIJ = Number.POSITIVE_INFINITY;

/** A table that people filled in somehow; its sums are the margins, so that mostly a table exists. */
function tabel(weight: fc.Arbitrary<bigint>, bounds: boolean): fc.Arbitrary<Tabelvraag> {
  return fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) => {
      const grid = <T>(cell: fc.Arbitrary<T>) => {
        const row = fc.array(cell, { minLength: columns, maxLength: columns });
        return fc.array(row, { minLength: rows, maxLength: rows });
      };
      return fc.record({
        gewichten: grid(weight),
        geteld: grid(fc.integer({ min: 0, max: 3 })),
        onder: grid(fc.integer({ min: 0, max: bounds ? 2 : 0 })),
        ruimte: grid(fc.integer({ min: 0, max: 4 })),
        geschoven: fc.constantFrom(0, 0, 0, 1),
      });
    })
    .map(({ gewichten, geteld, onder, ruimte, geschoven }) => {
      const rijen = geteld.map((row) => row.reduce((sum, number) => sum + number, 0));
      const kolommen = (geteld[0] ?? []).map((_, g) =>
        geteld.reduce((sum, row) => sum + (row[g] ?? 0), 0),
      );
      // One unit moved between two rows keeps the sums equal, and sometimes leaves no table.
      if (rijen.length > 1 && (rijen[0] ?? 0) >= geschoven) {
        rijen[0] = (rijen[0] ?? 0) - geschoven;
        rijen[1] = (rijen[1] ?? 0) + geschoven;
      }
      return {
        gewichten: gewichten.map((row) => row.map((w) => breuk(w))),
        rijen,
        kolommen,
        onder,
        boven: onder.map((row, i) =>
          row.map((low, g) => (bounds ? low + (ruimte[i]?.[g] ?? 0) : VRIJ)),
        ),
      };
    });
}

const klein = fc.bigInt(1n, 6n);
const metNul = fc.oneof({ weight: 4, arbitrary: klein }, { weight: 1, arbitrary: fc.constant(0n) });
const groot = fc.bigInt(1n, 1_000_003n);
const vraag = fc.oneof(tabel(klein, false), tabel(metNul, true), tabel(groot, true));

/** Every table with these sums inside these bounds; a cell without weight stays on its lower bound. */
function allTables({ gewichten, rijen, kolommen, onder, boven }: Tabelvraag): Cellen[] {
  const rowChoices = rijen.map((total, i) =>
    rowsOf(
      total,
      kolommen.map((_, g) => {
        const low = onder[i]?.[g] ?? 0;
        const idle = isZero(gewichten[i]?.[g] ?? NUL);
        return { low, high: idle ? low : Math.min(boven[i]?.[g] ?? VRIJ, total) };
      }),
    ),
  );
  let tables: Cellen[] = [[]];
  for (const choices of rowChoices) {
    tables = tables.flatMap((table) => choices.map((row) => [...table, row]));
  }
  return tables.filter((table) =>
    kolommen.every((total, g) => table.reduce((sum, row) => sum + (row[g] ?? 0), 0) === total),
  );
}

function rowsOf(
  total: number,
  cells: readonly { readonly low: number; readonly high: number }[],
): number[][] {
  const [first, ...rest] = cells;
  if (!first) return total === 0 ? [[]] : [];
  const found: number[][] = [];
  for (let number = first.low; number <= Math.min(first.high, total); number += 1) {
    for (const row of rowsOf(total - number, rest)) found.push([number, ...row]);
  }
  return found;
}

/** Π (2t − 1) ÷ w over all that is given above the lower bounds: least for the right table. */
function cost({ gewichten, onder }: Tabelvraag, table: Cellen): Breuk {
  let product = EEN;
  for (const [i, row] of table.entries()) {
    for (const [g, number] of row.entries()) {
      for (let t = (onder[i]?.[g] ?? 0) + 1; t <= number; t += 1) {
        const price = divide(breuk(2 * t - 1), gewichten[i]?.[g] ?? EEN);
        product = multiply(product, price);
      }
    }
  }
  return product;
}

function rightTables(asked: Tabelvraag): Cellen[] {
  const all = allTables(asked).map((table) => ({ table, cost: cost(asked, table) }));
  const least = all.reduce<Breuk | undefined>(
    (best, item) => (best && compare(best, item.cost) <= 0 ? best : item.cost),
    undefined,
  );
  return all.filter((item) => least && compare(item.cost, least) === 0).map(({ table }) => table);
}

describe("a table with both its margins exact", () => {
  it("adds up along every row and every column, inside every bound", () => {
    fc.assert(
      fc.property(vraag, (asked) => {
        const outcome = allocateTabel(asked);
        fc.pre(outcome.soort === "verdeeld");
        const { cellen } = outcome;
        expect(cellen.map((row) => row.reduce((sum, n) => sum + n, 0))).toEqual(asked.rijen);
        expect(
          asked.kolommen.map((_, g) => cellen.reduce((sum, row) => sum + (row[g] ?? 0), 0)),
        ).toEqual(asked.kolommen);
        for (const [i, row] of cellen.entries()) {
          for (const [g, number] of row.entries()) {
            expect(number).toBeGreaterThanOrEqual(asked.onder[i]?.[g] ?? 0);
            expect(number).toBeLessThanOrEqual(asked.boven[i]?.[g] ?? VRIJ);
          }
        }
      }),
    );
  });

  it("is the best of all tables there are", () => {
    fc.assert(
      fc.property(vraag, (asked) => {
        const outcome = allocateTabel(asked);
        fc.pre(outcome.soort === "verdeeld");
        expect(rightTables(asked)).toContainEqual(outcome.cellen);
      }),
      { numRuns: 300 },
    );
  });

  it("does not exist exactly when no table meets the sums and bounds", () => {
    fc.assert(
      fc.property(vraag, (asked) => {
        const exists = allTables(asked).length > 0;
        expect(allocateTabel(asked).soort === "verdeeld").toBe(exists);
      }),
      { numRuns: 300 },
    );
  });

  it("names a row, or columns, that cannot come out, where there is no table", () => {
    fc.assert(
      fc.property(tabel(metNul, true), (asked) => {
        const outcome = allocateTabel(asked);
        fc.pre(outcome.soort !== "verdeeld");
        const all = asked.kolommen.map((_, g) => g);
        if (outcome.soort === "rij") {
          const asks = asked.rijen[outcome.rij] ?? 0;
          const low = lowest(asked, outcome.rij, all);
          const high = highest(asked, outcome.rij, all);
          expect(low <= asks && asks <= high).toBe(false);
          return;
        }
        // However the rows are filled, these columns get more than they may hold together.
        const others = all.filter((g) => !outcome.kolommen.includes(g));
        const least = asked.rijen.map((total, i) =>
          Math.max(lowest(asked, i, outcome.kolommen), total - highest(asked, i, others)),
        );
        const hold = outcome.kolommen.reduce((sum, g) => sum + (asked.kolommen[g] ?? 0), 0);
        expect(least.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(hold);
      }),
    );
  });

  it("names every row whose numbers differ between two tables that are equally right", () => {
    const tied = fc.oneof(tabel(fc.bigInt(1n, 2n), false), tabel(fc.bigInt(0n, 2n), true));
    fc.assert(
      fc.property(tied, (asked) => {
        const outcome = allocateTabel(asked);
        fc.pre(outcome.soort === "verdeeld");
        const tables = rightTables(asked);
        const differs = asked.rijen.flatMap((_, i) => {
          const rows = new Set(tables.map((table) => JSON.stringify(table[i])));
          return rows.size > 1 ? [i] : [];
        });
        expect(outcome.gelijk.rijen).toEqual(differs);
      }),
      { numRuns: 300 },
    );
  });

  it("is, of all that are equally right, the one in which the first cells of the order hold the most", () => {
    const tied = fc.oneof(tabel(fc.constant(1n), false), tabel(fc.bigInt(0n, 2n), true));
    const regel: fc.Arbitrary<Standregel> = fc.oneof(
      fc.constantFrom<Standregel>({ soort: "grootste-basis" }, { soort: "kleinste-basis" }),
      fc
        .shuffledSubarray(["u0", "u1", "u2", "s0", "s1", "s2"])
        .map((eenheden): Standregel => ({ soort: "volgorde", eenheden })),
    );
    const settled = { one: 0, more: 0 };
    fc.assert(
      fc.property(tied, fc.array(regel, { maxLength: 3 }), (asked, regels) => {
        const cellen = asked.gewichten.flatMap((row, i) =>
          row.map((w, g) => ({ eenheid: `u${i}`, onderdeel: `s${g}`, basis: w, deel: w })),
        );
        const outcome = allocateTabel({ ...asked, voorrang: () => voorrangOf(cellen, regels) });
        fc.pre(outcome.soort === "verdeeld");
        const best = firstTables(rightTables(asked), cellen, regels);
        const differs = asked.rijen.flatMap((_, i) =>
          new Set(best.map((table) => JSON.stringify(table[i]))).size > 1 ? [i] : [],
        );
        expect(outcome.gelijk.rijen).toEqual(differs);
        expect(best).toContainEqual(outcome.cellen);
        settled[best.length === 1 ? "one" : "more"] += 1;
      }),
      { numRuns: 500 },
    );
    expect(Math.min(settled.one, settled.more)).toBeGreaterThan(15);
  });

  it("does not look at the order of rows or columns, nor at the measure of a row's or column's weights", () => {
    const factor = fc.bigInt(1n, 50n);
    fc.assert(
      fc.property(vraag, factor, factor, (asked, f, h) => {
        const outcome = allocateTabel(asked);
        fc.pre(outcome.soort === "verdeeld" && outcome.gelijk.rijen.length === 0);
        const flip = <T>(grid: readonly (readonly T[])[]) =>
          grid.toReversed().map((row) => row.toReversed());
        const other = allocateTabel({
          gewichten: flip(
            asked.gewichten.map((row, i) =>
              row.map((w, g) => multiply(w, breuk((i === 0 ? f : 1n) * (g === 0 ? h : 1n)))),
            ),
          ),
          rijen: asked.rijen.toReversed(),
          kolommen: asked.kolommen.toReversed(),
          onder: flip(asked.onder),
          boven: flip(asked.boven),
        });
        expect(other).toEqual({ ...outcome, cellen: flip(outcome.cellen) });
      }),
    );
  });

  it("leaves a cell without weight on its lower bound", () => {
    fc.assert(
      fc.property(tabel(metNul, true), (asked) => {
        const outcome = allocateTabel(asked);
        fc.pre(outcome.soort === "verdeeld");
        for (const [i, row] of asked.gewichten.entries()) {
          for (const [g, w] of row.entries()) {
            const stays = !isZero(w) || outcome.cellen[i]?.[g] === asked.onder[i]?.[g];
            expect(stays).toBe(true);
          }
        }
      }),
    );
  });
});

/** Tables that stay when one rule after the other keeps those that give most to its first cells. */
function firstTables(
  tables: Cellen[],
  cellen: readonly Tabelcel[],
  regels: readonly Standregel[],
): Cellen[] {
  let left = tables;
  for (const level of regels.flatMap((regel) => levels(cellen, regel))) {
    const given = (table: Cellen) => {
      const flat = table.flat();
      return level.reduce((sum, k) => sum + (flat[k] ?? 0), 0);
    };
    const most = Math.max(...left.map(given));
    left = left.filter((table) => given(table) === most);
  }
  return left;
}

/** Cells by rule, in words that can be sorted: first by the rule's own order, level ones together. */
function levels(cellen: readonly Tabelcel[], regel: Standregel): number[][] {
  const groups = new Map<string, number[]>();
  for (const [k, cel] of cellen.entries()) {
    const name = levelOf(cel, regel);
    groups.set(name, [...(groups.get(name) ?? []), k]);
  }
  return [...groups.keys()].sort().map((name) => groups.get(name) ?? []);
}

function levelOf({ eenheid, onderdeel, basis, deel }: Tabelcel, regel: Standregel): string {
  const low = (n: Breuk) => String(Number(n.teller)).padStart(9, "0");
  const high = (n: Breuk) => String(999_999_999 - Number(n.teller)).padStart(9, "0");
  if (regel.soort === "kleinste-basis") return low(basis);
  if (regel.soort === "grootste-basis") return high(basis);
  if (regel.soort !== "volgorde") return "";
  const place = (name: string) => String((regel.eenheden.indexOf(name) + 10) % 10);
  const own = regel.eenheden.includes(eenheid) ? high(deel) : "";
  return `${place(eenheid)} ${place(onderdeel)} ${own}`;
}

function lowest({ onder }: Tabelvraag, row: number, columns: readonly number[]): number {
  return columns.reduce((sum, g) => sum + (onder[row]?.[g] ?? 0), 0);
}

function highest(
  { gewichten, onder, boven }: Tabelvraag,
  row: number,
  columns: readonly number[],
): number {
  return columns.reduce((sum, g) => {
    const idle = isZero(gewichten[row]?.[g] ?? NUL);
    return sum + ((idle ? onder : boven)[row]?.[g] ?? 0);
  }, 0);
}

describe("a region of many units", () => {
  it("ends with multipliers that prove the table: no round of moves is worth it", () => {
    const grote = fc.record({
      cellen: fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 5 }), {
        minLength: 12,
        maxLength: 12,
      }),
      gewichten: fc.array(fc.array(groot, { minLength: 5, maxLength: 5 }), {
        minLength: 12,
        maxLength: 12,
      }),
    });
    fc.assert(
      fc.property(grote, ({ cellen, gewichten }) => {
        const outcome = allocateTabel({
          gewichten: gewichten.map((row) => row.map((w) => breuk(w))),
          rijen: cellen.map((row) => row.reduce((sum, n) => sum + n, 0)),
          kolommen: [0, 1, 2, 3, 4].map((g) => cellen.reduce((sum, r) => sum + (r[g] ?? 0), 0)),
          onder: cellen.map((row) => row.map(() => 0)),
          boven: cellen.map((row) => row.map(() => VRIJ)),
        });
        const found = outcome.soort === "verdeeld" ? outcome.cellen : [];
        expect(found.length).toBe(12);
        expect(shortestRound(found, gewichten)).toBe("none below one");
      }),
      { numRuns: 25 },
    );
  });
});

/** Exact Floyd–Warshall over moves between columns; a round trip below one would be a better table. */
function shortestRound(found: Cellen, gewichten: readonly (readonly bigint[])[]): string {
  const columns = [0, 1, 2, 3, 4];
  let step = columns.map((a) => columns.map((b) => cheapest(found, gewichten, a, b)));
  for (const via of columns) {
    step = columns.map((a) =>
      columns.map((b) => {
        const [first, second] = [step[a]?.[via], step[via]?.[b]];
        return cheaper(step[a]?.[b], first && second && multiply(first, second));
      }),
    );
  }
  const below = columns.some((a) => compare(step[a]?.[a] ?? EEN, EEN) < 0);
  return below ? "a round below one" : "none below one";
}

function cheaper(a: Breuk | undefined, b: Breuk | undefined): Breuk | undefined {
  return a && b ? smallest(a, b) : (a ?? b);
}

function cheapest(
  found: Cellen,
  gewichten: readonly (readonly bigint[])[],
  a: number,
  b: number,
): Breuk | undefined {
  if (a === b) return undefined;
  const ratios = found.flatMap((row, i) => {
    const [xa = 0, xb = 0] = [row[a], row[b]];
    const [wa = 1n, wb = 1n] = [gewichten[i]?.[a], gewichten[i]?.[b]];
    return xa === 0 ? [] : [breuk(BigInt(2 * xb + 1) * wa, BigInt(2 * xa - 1) * wb)];
  });
  return ratios.reduce<Breuk | undefined>(cheaper, undefined);
}

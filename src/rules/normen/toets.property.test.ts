import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, compare, multiply, parseBreuk } from "#domain/breuk.ts";
import type { Oordeel } from "#domain/oordeel.ts";
import { eenToets, type Kaart, oordeelVan, toets } from "#test/toetsproef.ts";

const LIMITS = ["30 %", "1/3", "2/3", "40 %", "0", "1", "7/9"];
const limit = fc.constantFrom(...LIMITS);
const comparison = fc.constantFrom("minstens", "meer-dan", "hoogstens", "minder-dan");
const count = fc.integer({ min: 0, max: 60 });

function asking(vergelijking: string, grens: string, extra = "") {
  return eenToets(`eisen: { e: { aandeel: x, van: n, ${vergelijking}: ${grens} } }${extra}`);
}

function judge(document: ReturnType<typeof eenToets>, x: number | string, n: number | string) {
  return oordeelVan(toets(document, { x: { A: x }, n: { A: n } }));
}

/** A tree of questions over three figures, as a document writes it. */
const figure = fc.constantFrom("a", "b", "c");
const boom: fc.Arbitrary<string> = fc.letrec<{ eis: string }>((tie) => ({
  eis: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(figure, fc.constantFrom("minstens", "hoogstens", "meer-dan", "minder-dan"), count)
      .map(([naam, soort, n]) => `{ aantal: ${naam}, ${soort}: ${n} }`),
    fc
      .tuple(
        fc.constantFrom("alle", "een-van"),
        fc.array(tie("eis"), { minLength: 1, maxLength: 3 }),
      )
      .map(([soort, eisen]) => `{ ${soort}: [${eisen.join(", ")}] }`),
    tie("eis").map((eis) => `{ niet: ${eis} }`),
  ),
})).eis;

const figures = fc.record({ a: count, b: count, c: count });

function run(eis: string, cijfers: Readonly<Record<string, number | string>>) {
  const kaart: Kaart = Object.fromEntries(
    Object.entries(cijfers).map(([naam, getal]) => [naam, { A: getal }]),
  );
  return oordeelVan(toets(eenToets(`eisen: { e: ${eis} }`), kaart));
}

describe("a verdict", () => {
  it("is never a pass or a fail where the figure it is about is missing", () => {
    const missing = fc.constantFrom(["onbekend", 10], [10, "onbekend"], ["onbekend", "onbekend"]);
    fc.assert(
      fc.property(comparison, limit, missing, (soort, grens, [x = "", n = ""]) => {
        expect(judge(asking(soort, grens), x, n).oordeel).toBe("onvolledig");
      }),
    );
  });

  it("is not made worse by one home more that meets", () => {
    const rank: Readonly<Partial<Record<Oordeel, number>>> = { "voldoet-niet": 0, voldoet: 1 };
    fc.assert(
      fc.property(
        fc.constantFrom("minstens", "meer-dan"),
        limit,
        count,
        count,
        (soort, grens, x, n) => {
          const before = judge(asking(soort, grens), x, n).oordeel;
          const after = judge(asking(soort, grens), x + 1, n).oordeel;
          expect(rank[after]).toBeGreaterThanOrEqual(rank[before] ?? -1);
        },
      ),
    );
  });

  it("is the crosswise comparison, exactly", () => {
    fc.assert(
      fc.property(limit, count, count, (grens, x, n) => {
        const bound = multiply(parseBreuk(grens.replace(" %", "%")) ?? breuk(0n), breuk(n));
        const holds = compare(breuk(x), bound) >= 0;
        expect(judge(asking("minstens", grens), x, n).oordeel).toBe(
          holds ? "voldoet" : "voldoet-niet",
        );
      }),
    );
  });

  it("never blocks under apply or explain", () => {
    const document = (soort: string, grens: string) =>
      asking(soort, grens, "\nbeginsel: pas-toe-of-leg-uit");
    fc.assert(
      fc.property(comparison, limit, count, count, (soort, grens, x, n) => {
        expect(judge(document(soort, grens), x, n).oordeel).not.toBe("voldoet-niet");
      }),
    );
  });

  it("does not depend on the order of the units", () => {
    const document = asking("minstens", "30 %");
    const units = fc.uniqueArray(fc.constantFrom<string[]>("A", "B", "C", "D", "E"), {
      minLength: 1,
    });
    fc.assert(
      fc.property(units, fc.array(count, { minLength: 5, maxLength: 5 }), (names, numbers) => {
        const verdicts = (order: readonly string[]) => {
          const own = (by: number) =>
            Object.fromEntries(order.map((id) => [id, (numbers[names.indexOf(id)] ?? 0) * by]));
          const { eenheden } = toets(document, { x: own(1), n: own(3) });
          return Object.fromEntries(eenheden.map(({ id, oordelen }) => [id, oordelen[0]?.oordeel]));
        };
        expect(verdicts(names.toReversed())).toEqual(verdicts(names));
      }),
    );
  });

  it("obeys De Morgan: not all is one of the opposites, and not one is all of them", () => {
    fc.assert(
      fc.property(boom, boom, figures, fc.option(figure), (p, q, cijfers, gone) => {
        const known = gone ? { ...cijfers, [gone]: "onbekend" } : cijfers;
        const same = (a: string, b: string) =>
          expect(run(a, known).verslag.waarheid).toBe(run(b, known).verslag.waarheid);
        same(`{ niet: { alle: [${p}, ${q}] } }`, `{ een-van: [{ niet: ${p} }, { niet: ${q} }] }`);
        same(`{ niet: { een-van: [${p}, ${q}] } }`, `{ alle: [{ niet: ${p} }, { niet: ${q} }] }`);
        same(`{ niet: { niet: ${p} } }`, p);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a number short", () => {
  it("is exact on a share: one less is not enough, and so many are", () => {
    fc.assert(
      fc.property(comparison, limit, count, count, (soort, grens, x, n) => {
        const document = asking(soort, grens);
        const { oordeel, gat } = judge(document, x, n);
        if (oordeel === "voldoet") {
          expect(gat).toBeUndefined();
          return;
        }
        if (!gat) {
          // Less than nothing cannot be.
          expect([soort, grens === "0" || n === 0]).toEqual(["minder-dan", true]);
          return;
        }
        const way = gat.richting === "erbij" ? 1 : -1;
        const moved = (step: bigint) => judge(document, x + way * Number(step), n).oordeel;
        expect(moved(gat.aantal)).toBe("voldoet");
        expect(moved(gat.aantal - 1n)).toBe("voldoet-niet");
      }),
    );
  });

  it("is the smallest of any single figure, in whatever questions are joined", () => {
    fc.assert(
      fc.property(boom, figures, (eis, cijfers) => {
        const { verslag, gat } = run(eis, cijfers);
        if (verslag.waarheid !== "nee") {
          expect(gat).toBeUndefined();
          return;
        }
        const mends = (naam: "a" | "b" | "c", step: number) =>
          cijfers[naam] + step >= 0 &&
          run(eis, { ...cijfers, [naam]: cijfers[naam] + step }).verslag.waarheid === "ja";
        const smallest = Array.from({ length: 130 }, (_, i) => i + 1).find((step) =>
          (["a", "b", "c"] as const).some((naam) => mends(naam, step) || mends(naam, -step)),
        );
        expect(gat === undefined ? undefined : Number(gat.aantal)).toBe(smallest);
      }),
      { numRuns: 60 },
    );
  });
});

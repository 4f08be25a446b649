import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, breuk, divide, isPositive, multiply, NUL, sum } from "#domain/breuk.ts";
import { redistributeInFractions } from "./herverdeling.ts";
import { contentOf, createVulling, type Vat } from "./waterpeil.ts";

const part = fc
  .tuple(fc.bigInt(0n, 30n), fc.bigInt(1n, 3n))
  .map(([teller, noemer]) => breuk(teller, noemer));

/** Zero and equal weights, no room at all and no bound at all come often. */
const vat: fc.Arbitrary<Vat> = fc
  .record({
    gewicht: fc.oneof(fc.constantFrom(NUL, breuk(5n)), part),
    onder: fc.oneof(fc.constant(NUL), part),
    ruimte: fc.option(fc.oneof(fc.constant(NUL), part), { freq: 3 }),
  })
  .map(({ gewicht, onder, ruimte }) => ({
    gewicht,
    onder,
    ...(ruimte ? { boven: add(onder, ruimte) } : {}),
  }));

const proef = fc.record({
  vaten: fc.array(vat, { minLength: 1, maxLength: 6 }),
  erbij: vat,
  totaal: part.map((n) => multiply(n, breuk(3n))),
});

/** The units with the last of them exchanged. */
function exchange(vaten: readonly Vat[], erbij: Vat) {
  const weg = vaten.at(-1) ?? erbij;
  return { list: [...vaten.slice(0, -1), erbij], wissel: { weg, erbij } };
}

describe("the peil that units share", () => {
  it("puts everyone where a herverdeling by the same weights puts them, after an exchange too", () => {
    const seen = { found: 0, none: 0 };
    fc.assert(
      fc.property(proef, ({ vaten, erbij, totaal }) => {
        const { list, wissel } = exchange(vaten, erbij);
        const weight = sum(list.map(({ gewicht }) => gewicht));
        fc.pre(isPositive(weight));
        const outcome = redistributeInFractions(
          list.map((item) => ({
            ...item,
            stand: divide(multiply(totaal, item.gewicht), weight),
          })),
        );
        const peil = createVulling(vaten).peilFor(totaal, wissel);
        const standen = peil && list.map((item) => contentOf(item, peil));
        expect(standen).toEqual(outcome.soort === "gelukt" ? outcome.standen : undefined);
        seen[peil ? "found" : "none"] += 1;
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.found, seen.none)).toBeGreaterThan(100);
  });

  it("gives together what each holds by itself", () => {
    fc.assert(
      fc.property(proef, part, ({ vaten, erbij }, peil) => {
        const { list, wissel } = exchange(vaten, erbij);
        const vulling = createVulling(vaten);
        const held = (items: readonly Vat[]) => sum(items.map((item) => contentOf(item, peil)));
        expect(vulling.heldAt(peil)).toEqual(held(vaten));
        expect(vulling.heldAt(peil, wissel)).toEqual(held(list));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSchaal, makeVerschilschaal } from "./kaartschaal.ts";

const procent = (getal: number) => `${getal}%`;
const getallen = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 400 });
const texts = (schaal: ReturnType<typeof makeSchaal>) => schaal.klassen.map(({ tekst }) => tekst);

describe("makeSchaal", () => {
  it("takes round bounds of equal width", () => {
    expect(texts(makeSchaal([12, 22, 25, 38], procent))).toEqual([
      "minder dan 20%",
      "20% tot 30%",
      "30% of meer",
    ]);
  });

  it("puts a number on a bound in the class that starts there, as the legend says", () => {
    const schaal = makeSchaal([12, 22, 25, 38], procent);
    expect(schaal.klasseVan(20)?.tekst).toBe("20% tot 30%");
    expect(schaal.klasseVan(19.99)?.tekst).toBe("minder dan 20%");
    expect(schaal.klasseVan(30)?.tekst).toBe("30% of meer");
  });

  it("holds bounds of parts without a rest of binary arithmetic", () => {
    const schaal = makeSchaal([0.1, 0.2, 0.3, 0.4], procent);
    expect(texts(schaal)).toEqual([
      "minder dan 0.2%",
      "0.2% tot 0.3%",
      "0.3% tot 0.4%",
      "0.4% of meer",
    ]);
    expect(schaal.klasseVan(0.3)?.tekst).toBe("0.3% tot 0.4%");
  });

  it("lets one that lies far from all others not take the colours of the rest", () => {
    const all = [...Array(40).keys()].map((i) => 20 + (i % 8));
    expect(texts(makeSchaal([...all, 400], procent))).toEqual(texts(makeSchaal(all, procent)));
  });

  it("has one class where all are the same, and none where nothing is known", () => {
    expect(texts(makeSchaal([7, 7], procent))).toEqual(["7% tot 7.01%"]);
    expect(makeSchaal([], procent).klassen).toEqual([]);
  });

  it("gives at most five classes, and a darker one never to a smaller number", () => {
    fc.assert(
      fc.property(getallen, (list) => {
        const schaal = makeSchaal(list, String);
        expect(schaal.klassen.length).toBeLessThanOrEqual(5);
        const tints = list.toSorted((a, b) => a - b).map((n) => schaal.klasseVan(n)?.tint ?? 0);
        expect(tints).toEqual(tints.toSorted((a, b) => a - b));
        expect(Math.min(...tints)).toBeGreaterThan(0);
      }),
    );
  });
});

describe("makeVerschilschaal", () => {
  it("stripes what becomes less and keeps no change apart", () => {
    const schaal = makeVerschilschaal([-5, 0, 1, 4], procent);
    const classes = [-5, -2, 0, 2, 4].map((n) => schaal.klasseVan(n));
    expect(classes.map((klasse) => klasse?.tekst)).toEqual([
      "meer dan 2% minder",
      "tot en met 2% minder",
      "hetzelfde",
      "tot en met 2% meer",
      "meer dan 2% meer",
    ]);
    expect(classes.map((klasse) => klasse?.gestreept)).toEqual([true, true, false, false, false]);
  });

  it("makes as dark what lies as far from nought, on either side", () => {
    fc.assert(
      fc.property(getallen, fc.integer({ min: 1, max: 100_000 }), (list, n) => {
        const schaal = makeVerschilschaal(list, String);
        expect(schaal.klasseVan(-n)?.tint).toBe(schaal.klasseVan(n)?.tint);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  type Breuk,
  breuk,
  compare,
  isWhole,
  multiply,
  NUL,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Bandbreedte, VerdelingUitkomst } from "#domain/uitkomst.ts";
import { type Cijfer, eenVerdeling } from "#test/builders.ts";

// Each run reads and carries out whole documents; fewer of them keep the tests quick.
fc.configureGlobal({ numRuns: 50 });

/** A figure known only to lie within `marge` of its middle. */
type Ruw = { readonly midden: bigint; readonly marge: bigint };
type Regio = { readonly opgave: Ruw; readonly eenheden: readonly Ruw[] };

const ruw: fc.Arbitrary<Ruw> = fc
  .tuple(fc.bigInt(1n, 60n), fc.bigInt(0n, 100n))
  .map(([midden, percent]) => ({ midden, marge: ((midden - 1n) * percent) / 100n }));

const regio: fc.Arbitrary<Regio> = fc.record({
  opgave: ruw,
  eenheden: fc.array(ruw, { minLength: 1, maxLength: 4 }),
});

const METHODEN = ["grootste-rest", "sainte-lague", "omhoog", "geen"] as const;
const methode = fc.constantFrom(...METHODEN);

function band({ midden, marge }: Ruw): Cijfer {
  return marge === 0n ? midden : { van: midden - marge, tot: midden + marge };
}

function kaart<T>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((item, i) => [`u${i}`, item]));
}

function divide(
  figures: Readonly<Record<string, Cijfer>>,
  opgave: Cijfer,
  afronding: string,
  bounds = "",
): VerdelingUitkomst {
  return eenVerdeling(`
      opgave: { aantal: te-bouwen, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          ${bounds}
          afronding: ${afronding}
          gelijke-standen: [{ volgorde: [u0, u1, u2, u3] }]`)
    .metGeheel("te-bouwen", opgave)
    .met("inwoners", figures)
    .verdeel();
}

function rough({ opgave, eenheden }: Regio, afronding: string, bounds?: string): VerdelingUitkomst {
  return divide(kaart(eenheden.map(band)), band(opgave), afronding, bounds);
}

function bandsOf({ eenheden }: VerdelingUitkomst): readonly Bandbreedte[] {
  return eenheden.map(({ aantal }) => aantal);
}

function holds({ laag, hoog }: Bandbreedte, number: Breuk): boolean {
  return compare(laag, number) <= 0 && compare(number, hoog) <= 0;
}

const grens = `voorwaarden: [{ hoogstens: 12 }]
          wat-niet-past: open`;

describe("the band of an outcome", () => {
  it("always holds the middle, which is the ordinary run", () => {
    fc.assert(
      fc.property(regio, methode, fc.constantFrom("", grens), (region, how, bounds) => {
        const ordinary = divide(
          kaart(region.eenheden.map(({ midden }) => midden)),
          region.opgave.midden,
          how,
          bounds,
        );
        const bands = bandsOf(rough(region, how, bounds));
        expect(bands.map(({ midden }) => midden)).toEqual(
          bandsOf(ordinary).map(({ midden }) => midden),
        );
        expect(bands.every((item) => holds(item, item.midden))).toBe(true);
      }),
    );
  });

  it("is whole, outwards, unless the document keeps fractions", () => {
    fc.assert(
      fc.property(regio, methode, (region, how) => {
        const ends = bandsOf(rough(region, how)).flatMap(({ laag, hoog }) => [laag, hoog]);
        fc.pre(how !== "geen");
        expect(ends.every(isWhole)).toBe(true);
      }),
    );
  });

  it("holds what comes out wherever the figures lie within their margins", () => {
    const waar = fc.array(fc.bigInt(-100n, 100n), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(regio, methode, waar, (region, how, places) => {
        // Without any margin there is no band, and the outcome is what was made whole.
        fc.pre([region.opgave, ...region.eenheden].some(({ marge }) => marge > 0n));
        const at = ({ midden, marge }: Ruw, i: number) =>
          add(breuk(midden), multiply(breuk(marge), breuk(places[i] ?? 0n, 100n)));
        const real = divide(kaart(region.eenheden.map(at)), at(region.opgave, 4), "geen");
        const bands = bandsOf(rough(region, how));
        for (const [i, { aantal }] of real.eenheden.entries()) {
          const inside = holds(bands[i] as Bandbreedte, aantal.midden);
          expect(inside).toBe(true);
        }
      }),
    );
  });

  it("is never narrowed by a larger margin", () => {
    fc.assert(
      fc.property(regio, methode, fc.integer({ min: 0, max: 4 }), (region, how, which) => {
        const widen = (figure: Ruw): Ruw => ({ ...figure, marge: figure.midden - 1n });
        const wider: Regio = {
          opgave: which === 4 ? widen(region.opgave) : region.opgave,
          eenheden: region.eenheden.map((unit, i) => (i === which ? widen(unit) : unit)),
        };
        const bands = bandsOf(rough(wider, how));
        for (const [i, { laag, hoog }] of bandsOf(rough(region, how)).entries()) {
          expect(holds(bands[i] as Bandbreedte, laag)).toBe(true);
          expect(holds(bands[i] as Bandbreedte, hoog)).toBe(true);
        }
      }),
    );
  });

  it("is no band at all where every figure is known", () => {
    fc.assert(
      fc.property(regio, methode, fc.constantFrom("", grens), (region, how, bounds) => {
        const known = {
          opgave: { ...region.opgave, marge: 0n },
          eenheden: region.eenheden.map((unit) => ({ ...unit, marge: 0n })),
        };
        const uitkomst = rough(known, how, bounds);
        for (const { laag, midden, hoog } of [...bandsOf(uitkomst), uitkomst.open]) {
          expect([laag, hoog]).toEqual([midden, midden]);
        }
      }),
    );
  });

  it("stays within the bounds, and what stays open gets a band too", () => {
    fc.assert(
      fc.property(regio, fc.constantFrom("grootste-rest", "geen"), (region, how) => {
        const uitkomst = rough(region, how, grens);
        for (const { hoog } of bandsOf(uitkomst)) {
          expect(compare(hoog, breuk(12))).toBeLessThanOrEqual(0);
        }
        const { laag, midden, hoog } = uitkomst.open;
        expect(compare(laag, midden) <= 0 && compare(midden, hoog) <= 0).toBe(true);
        const placed = sum(bandsOf(uitkomst).map((item) => item.midden));
        expect(add(placed, midden)).toEqual(breuk(region.opgave.midden));
        // At most all of the highest opgave stays open, at least what 12 for each cannot hold.
        const { opgave, eenheden } = region;
        const top = breuk(opgave.midden + opgave.marge);
        const over = subtract(top, breuk(12 * eenheden.length));
        expect(compare(hoog, compare(over, NUL) > 0 ? over : NUL)).toBeGreaterThanOrEqual(0);
        expect(compare(hoog, top)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

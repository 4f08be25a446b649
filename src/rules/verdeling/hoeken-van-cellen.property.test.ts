import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, compare } from "#domain/breuk.ts";
import type { Bandbreedte, VerdelingUitkomst } from "#domain/uitkomst.ts";
import { type Cijfer, eenVerdeling } from "#test/builders.ts";

// Each run reads and carries out whole documents; fewer of them keep the tests quick.
fc.configureGlobal({ numRuns: 50 });

/** A figure known only to lie within `marge` of its middle, and where it really lies. */
type Ruw = { readonly midden: bigint; readonly marge: bigint; readonly waar: bigint };

const ruw: fc.Arbitrary<Ruw> = fc
  .tuple(fc.bigInt(1n, 60n), fc.bigInt(0n, 100n), fc.bigInt(-100n, 100n))
  .map(([midden, percent, where]) => {
    const marge = ((midden - 1n) * percent) / 100n;
    return { midden, marge, waar: midden + (marge * where) / 100n };
  });

const CORPORATIES = ["noord", "oost", "zuid"] as const;

const regio = fc.array(
  fc.record({ inwoners: ruw, bezit: fc.array(ruw, { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 3 },
);
type Regio = typeof regio extends fc.Arbitrary<infer T> ? T : never;

function band({ midden, marge }: Ruw): Cijfer {
  return { van: midden - marge, tot: midden + marge };
}

function divide(region: Regio, of: (figure: Ruw) => Cijfer, afronding: string): VerdelingUitkomst {
  const units = region.map((unit, i) => [`u${i}`, unit] as const);
  return eenVerdeling(`
      opgave: { aantal: 100, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          afronding: geen
        - over: corporaties
          sleutel: { naar-rato-van: bezit }
          afronding: ${afronding}`)
    .met("inwoners", Object.fromEntries(units.map(([id, { inwoners }]) => [id, of(inwoners)])))
    .met(
      "bezit",
      Object.fromEntries(
        units.map(([id, { bezit }]) => [
          id,
          Object.fromEntries(bezit.map((figure, c) => [CORPORATIES[c] ?? "", of(figure)])),
        ]),
      ),
    )
    .verdeel();
}

function bandsOf({ eenheden }: VerdelingUitkomst): ReadonlyMap<string, Bandbreedte> {
  return new Map(
    eenheden.flatMap(({ id, aantal, cellen }) => [
      [id, aantal] as const,
      ...cellen.map((cel) => [[id, ...cel.pad].join("/"), cel.aantal] as const),
    ]),
  );
}

function expectInside(bands: ReadonlyMap<string, Bandbreedte>, real: VerdelingUitkomst): void {
  for (const [name, { midden }] of bandsOf(real)) {
    const { laag, hoog } = bands.get(name) ?? { laag: breuk(1), hoog: breuk(0) };
    expect(compare(laag, midden)).toBeLessThanOrEqual(0);
    expect(compare(midden, hoog)).toBeLessThanOrEqual(0);
  }
}

describe("the band of a cell below a unit", () => {
  it("holds what comes out wherever the figures of cells and units lie within their margins", () => {
    fc.assert(
      fc.property(regio, (region) => {
        const bands = bandsOf(divide(region, band, "geen"));
        expectInside(
          bands,
          divide(region, ({ waar }) => waar, "geen"),
        );
      }),
    );
  });

  it("takes the cell's own figure against those of the other cells", () => {
    const uitkomst = eenVerdeling(`
        opgave: { aantal: 100, eenheid: woningen }
        stappen:
          - { over: gemeenten, sleutel: gelijk }
          - { over: corporaties, sleutel: { naar-rato-van: bezit } }`)
      .met("bezit", { A: { x: { van: 40, tot: 60 }, y: { van: 40, tot: 60 } } })
      .verdeel();
    expect(bandsOf(uitkomst).get("A/x")).toEqual({
      laag: breuk(40),
      midden: breuk(50),
      hoog: breuk(60),
    });
  });
});

describe("the band of a unit with cells", () => {
  it("has the figures of its cells on the side of its own", () => {
    const uitkomst = eenVerdeling(`
        opgave: { aantal: 100, eenheid: woningen }
        stappen:
          - { over: gemeenten, sleutel: { naar-rato-van: inwoners } }
          - over: corporaties
            sleutel: { naar-rato-van: bezit }
            voorwaarden: [{ hoogstens: bezit }]
            wat-niet-past: open`)
      .met("inwoners", { A: { van: 40, tot: 60 }, B: { van: 40, tot: 60 } })
      .met("bezit", { A: { x: { van: 30, tot: 60 } }, B: { x: { van: 30, tot: 60 } } })
      .verdeel();
    // Most where many live and much is owned in A, and few and little in B.
    expect(bandsOf(uitkomst).get("A")).toEqual({
      laag: breuk(30),
      midden: breuk(45),
      hoog: breuk(60),
    });
  });
});

describe("the band of an opgave that is worked out over the units", () => {
  const vrij = (formule: string, woningen: Readonly<Record<string, Cijfer>>) =>
    eenVerdeling(`
        afgeleid: { vrij: ${formule} }
        opgave: { aantal: vrij, eenheid: woningen, heel: geen }
        stappen: [{ over: gemeenten, sleutel: { naar-rato-van: woningen }, afronding: geen }]`)
      .met("woningen", woningen)
      .met("sloop", Object.fromEntries(Object.keys(woningen).map((id) => [id, 10])))
      .verdeel();

  it("follows the figures of the units into their corners", () => {
    const uitkomst = vrij("woningen * 0.1", { A: { van: 100, tot: 200 }, B: 300 });
    const { opgave, eenheden } = uitkomst;
    expect(opgave?.aantal).toEqual({ laag: breuk(40), midden: breuk(45), hoog: breuk(50) });
    expect(eenheden.map(({ aantal }) => aantal)).toEqual([
      { laag: breuk(10), midden: breuk(15), hoog: breuk(20) },
      { laag: breuk(30), midden: breuk(30), hoog: breuk(30) },
    ]);
  });

  it("holds what comes out wherever these figures lie", () => {
    const formule = fc.constantFrom("woningen * 0.1", "woningen / 7 + sloop", "woningen");
    fc.assert(
      fc.property(formule, fc.array(ruw, { minLength: 1, maxLength: 4 }), (how, units) => {
        const kaart = (of: (figure: Ruw) => Cijfer) =>
          Object.fromEntries(units.map((figure, i) => [`u${i}`, of(figure)]));
        const bands = bandsOf(vrij(how, kaart(band)));
        expectInside(
          bands,
          vrij(
            how,
            kaart(({ waar }) => waar),
          ),
        );
      }),
    );
  });

  it("is high where what is taken away, or divided by, is low", () => {
    const { opgave } = eenVerdeling(`
        afgeleid: { vrij: woningen - sloop, deel: vrij / sloop }
        opgave: { aantal: deel, eenheid: woningen, heel: geen }
        stappen: [{ over: gemeenten, sleutel: { naar-rato-van: woningen }, afronding: geen }]`)
      .met("woningen", { A: 50, B: 50 })
      .met("sloop", { A: { van: 10, tot: 30 }, B: 20 })
      .verdeel();
    expect(opgave?.aantal).toEqual({ laag: breuk(1), midden: breuk(3, 2), hoog: breuk(7, 3) });
  });
});

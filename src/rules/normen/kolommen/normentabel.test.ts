import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Breuk, breuk } from "#domain/breuk.ts";
import type { Kern } from "./kern.ts";
import { createJsKern } from "./kern-js.ts";
import { createWasmKern } from "./kern-wasm.ts";
import { createKolommen, type Kolommen, type Kolomplaats } from "./kolommen.ts";
import { createNormentabel } from "./normentabel.ts";
import { JA, niet, type Vraag } from "./programma.ts";
import { type Kant, minstens } from "./vergelijking.ts";
import { vormVan } from "./vorm.ts";

const nergens = { namen: new Set<string>(), breed: false };

function kolomVan(
  kolommen: Kolommen,
  naam: string,
  lees: (gemeente: number, jaar: number) => Breuk | undefined,
): Kolomplaats {
  const kolom = kolommen.kolom(naam, { lees, herkomst: nergens });
  if (!kolom) throw new Error(`${naam} past niet in een kolom`);
  return kolom;
}

function keer(kolommen: Kolommen, maal: Breuk, kolom?: Kolomplaats): Kant {
  const years = Array.from({ length: kolommen.vorm.jaren }, () => maal);
  return { maal: years, ...(kolom ? { kolom } : {}) };
}

function vraagOver(kolommen: Kolommen, links: Kant, rechts: Kant): Vraag {
  const vraag = minstens(links, rechts, kolommen.schrijver);
  if (vraag === undefined) throw new Error("geen vergelijking over kolommen");
  return vraag;
}

/** Whether part is at least this share of whole, in one gemeente and one year. */
function deelIsMinstens(deel: Breuk, geheel: Breuk, grens: Breuk) {
  const kolommen = createKolommen(vormVan(1, 1));
  const x = kolomVan(kolommen, "deel", () => deel);
  const y = kolomVan(kolommen, "geheel", () => geheel);
  const eis = vraagOver(kolommen, keer(kolommen, breuk(1), x), keer(kolommen, grens, y));
  const tabel = createNormentabel([{ eis, toepassing: JA }], kolommen);
  return { oordeel: tabel.verdict(0, 0, 0), buitenKern: tabel.omvang.buitenKern };
}

describe("a share on its limit", () => {
  it.each([
    [666, "voldoet-niet"],
    [667, "voldoet"],
  ])("of two thirds of 1,000: %i is %s", (aantal, oordeel) => {
    expect(deelIsMinstens(breuk(aantal), breuk(1000), breuk(2, 3)).oordeel).toBe(oordeel);
  });

  it("is met where it is two thirds exactly, also of figures that are themselves no whole numbers", () => {
    expect(deelIsMinstens(breuk(2, 7), breuk(3, 7), breuk(2, 3)).oordeel).toBe("voldoet");
    expect(deelIsMinstens(breuk(1999, 7000), breuk(3, 7), breuk(2, 3)).oordeel).toBe(
      "voldoet-niet",
    );
  });

  it("is met on its limit below zero too, as a saldo can be", () => {
    expect(deelIsMinstens(breuk(-2), breuk(-3), breuk(2, 3)).oordeel).toBe("voldoet");
    expect(deelIsMinstens(breuk(-1), breuk(-1), breuk(1)).oordeel).toBe("voldoet");
    expect(deelIsMinstens(breuk(-3), breuk(-3), breuk(2, 3)).oordeel).toBe("voldoet-niet");
  });

  it("is told apart where a product is past 2^53, and then in BigInt", () => {
    const half = breuk(2n ** 52n + 1n, 2n ** 53n + 1n);
    const geheel = breuk(2n ** 52n);
    expect(deelIsMinstens(breuk(2n ** 51n), geheel, half)).toEqual({
      oordeel: "voldoet-niet",
      buitenKern: 1,
    });
    expect(deelIsMinstens(breuk(2n ** 51n + 1n), geheel, half)).toEqual({
      oordeel: "voldoet",
      buitenKern: 1,
    });
  });
});

describe("a table over 342 gemeenten and 10 years", () => {
  const vorm = vormVan(342, 10);

  it("counts each of them once, and never what its columns are made up with", () => {
    const kolommen = createKolommen(vorm);
    const x = kolomVan(kolommen, "nul", () => breuk(0));
    const eis = vraagOver(kolommen, keer(kolommen, breuk(1), x), keer(kolommen, breuk(0)));
    const gegeven = kolommen.antwoorden("nooit", { lees: () => "nee", herkomst: nergens });
    const tabel = createNormentabel(
      [
        { eis, toepassing: JA },
        { eis: niet(eis), toepassing: JA },
        { eis, toepassing: gegeven },
        { eis, toepassing: niet(JA) },
        { eis: JA, toepassing: JA },
      ],
      kolommen,
    );
    const none = { voldoet: 0, "voldoet-niet": 0, "niet-van-toepassing": 0, onbekend: 0 };
    expect([0, 1, 2, 3, 4].map(tabel.counts)).toEqual([
      { ...none, voldoet: 3420 },
      { ...none, "voldoet-niet": 3420 },
      { ...none, "niet-van-toepassing": 3420 },
      { ...none, "niet-van-toepassing": 3420 },
      { ...none, voldoet: 3420 },
    ]);
  });

  it("counts what is not known apart, whatever the eis and whether it applies", () => {
    const kolommen = createKolommen(vorm);
    const x = kolomVan(kolommen, "x", (gemeente) => (gemeente === 341 ? undefined : breuk(5)));
    const eis = vraagOver(kolommen, keer(kolommen, breuk(1), x), keer(kolommen, breuk(5)));
    const tabel = createNormentabel(
      [
        { eis, toepassing: JA },
        { eis: JA, toepassing: eis },
      ],
      kolommen,
    );
    expect(tabel.counts(0)).toMatchObject({ voldoet: 3410, onbekend: 10 });
    expect(tabel.counts(1)).toMatchObject({ voldoet: 3410, onbekend: 10 });
    expect(tabel.verdict(0, 341, 9)).toBe("onbekend");
  });

  it("refuses a figure that its column cannot hold, and stays as it was", () => {
    const kolommen = createKolommen(vorm);
    const x = kolomVan(kolommen, "x", () => breuk(5));
    const eis = vraagOver(kolommen, keer(kolommen, breuk(1), x), keer(kolommen, breuk(5)));
    const tabel = createNormentabel([{ eis, toepassing: JA }], kolommen);
    expect(tabel.change(x.nummer, 0, 0, breuk(1, 3))).toBe(false);
    expect(tabel.change(x.nummer, 0, 0, breuk(2n ** 53n))).toBe(false);
    expect(tabel.counts(0).voldoet).toBe(3420);
    expect(tabel.change(x.nummer, 0, 0, breuk(4))).toBe(true);
    expect(tabel.counts(0)).toMatchObject({ voldoet: 3419, "voldoet-niet": 1 });
  });
});

/** A table with figures, limits and combinations of every sort, over so many gemeenten. */
function grabbelton(getallen: readonly number[], gemeenten: number, maak: (b: number) => Kern) {
  const kolommen = createKolommen(vormVan(gemeenten, 3));
  const at = (i: number): number => getallen[i % getallen.length] ?? 0;
  const figure = (i: number) => (at(i) < -90 ? undefined : breuk(at(i)));
  const kolom = [0, 1, 2].map((k) =>
    kolomVan(kolommen, `k${k}`, (gemeente, jaar) => figure(7 * gemeente + 3 * jaar + k)),
  );
  const [x, y, z] = kolom.map((one) => keer(kolommen, breuk(at(one.nummer + 1), 7), one));
  if (!x || !y || !z) throw new Error("geen kolommen");
  const kruis = vraagOver(kolommen, x, y);
  const grens = vraagOver(
    kolommen,
    keer(kolommen, breuk(3), kolom[2]),
    keer(kolommen, breuk(at(9))),
  );
  const both = kolommen.schrijver.en(niet(kruis), vraagOver(kolommen, z, x));
  const normen = [
    { eis: kruis, toepassing: grens },
    { eis: both, toepassing: niet(kruis) },
    { eis: grens, toepassing: JA },
  ];
  const kernen: Kern[] = [];
  const tabel = createNormentabel(normen, kolommen, (bytes) => {
    kernen.push(maak(bytes));
    return kernen[0] ?? maak(bytes);
  });
  tabel.change(0, gemeenten - 1, 2, breuk(at(4)));
  tabel.evaluate();
  return new Uint8Array(kernen[0]?.buffer ?? new ArrayBuffer(0));
}

describe("the kernel", () => {
  it("leaves the same bytes with WebAssembly as without", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 10, maxLength: 40 }),
        fc.integer({ min: 1, max: 400 }),
        (getallen, gemeenten) => {
          const js = grabbelton(getallen, gemeenten, createJsKern);
          const wasm = grabbelton(getallen, gemeenten, (bytes) => {
            const kern = createWasmKern(bytes);
            if (!kern) throw new Error("geen WebAssembly met vectoren");
            return kern;
          });
          expect(Buffer.compare(wasm.subarray(0, js.length), js)).toBe(0);
          expect(js.some((byte) => byte !== 0)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

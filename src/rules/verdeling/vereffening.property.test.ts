import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Breuk, breuk, compare, isWhole, NUL, subtract, sum } from "#domain/breuk.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import { aantallen, eenVerdeling } from "#test/builders.ts";

// Each run reads and carries out whole documents; fewer of them keep the tests quick.
fc.configureGlobal({ numRuns: 50 });

type Zaak = {
  readonly opgave: bigint;
  readonly tegen: string;
  readonly drempel: bigint;
  readonly eenheden: readonly {
    readonly inwoners: bigint;
    readonly geplaatst: bigint;
    readonly eerder: bigint;
    readonly ruimte: bigint;
  }[];
};

const zaak: fc.Arbitrary<Zaak> = fc.record({
  opgave: fc.bigInt(0n, 90n),
  tegen: fc.constantFrom("werkelijk-totaal", "eigen-opgave"),
  drempel: fc.bigInt(0n, 4n),
  eenheden: fc.array(
    fc.record({
      inwoners: fc.bigInt(1n, 20n),
      geplaatst: fc.bigInt(0n, 40n),
      eerder: fc.bigInt(-5n, 5n),
      ruimte: fc.bigInt(0n, 60n),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

function kaart<T>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((item, i) => [`u${i}`, item]));
}

function settle(case_: Zaak, stap = "", withReal = true): VerdelingUitkomst {
  const { opgave, tegen, drempel, eenheden } = case_;
  const proef = eenVerdeling(`
      opgave: { aantal: te-plaatsen, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          ${stap}
          gelijke-standen: [{ volgorde: [u0, u1, u2, u3] }]
      vereffening: { werkelijk: geplaatst, tegen: ${tegen}${tegen === "eigen-opgave" ? ", tegenrekening: rijk" : ""}, drempel: ${drempel}, wijze: volgende-periode }`)
    .metGeheel("te-plaatsen", opgave)
    .met("inwoners", kaart(eenheden.map(({ inwoners }) => inwoners)))
    .met("ruimte", kaart(eenheden.map(({ ruimte }) => ruimte)));
  return (withReal ? proef.met("geplaatst", kaart(eenheden.map((unit) => unit.geplaatst))) : proef)
    .verloop({ saldoVorigePeriode: kaart(eenheden.map(({ eerder }) => breuk(eerder))) })
    .verdeel();
}

function saldi({ eenheden }: VerdelingUitkomst): readonly Breuk[] {
  return eenheden.map(({ saldo }) => saldo ?? NUL);
}

function counter({ tegenrekeningen }: VerdelingUitkomst): Breuk {
  return sum(Object.values(tegenrekeningen));
}

describe("a settlement afterwards", () => {
  const openLaten = "voorwaarden: [{ hoogstens: ruimte }]\n          wat-niet-past: compenseren";

  it("leaves all accounts together at zero", () => {
    fc.assert(
      fc.property(zaak, fc.constantFrom("", openLaten), fc.boolean(), (case_, stap, withReal) => {
        const uitkomst = settle(case_, stap, withReal);
        expect(sum([...saldi(uitkomst), counter(uitkomst)])).toEqual(NUL);
      }),
    );
  });

  it("against what was really done needs no counter account, when nothing is left over from before", () => {
    fc.assert(
      fc.property(zaak, (given) => {
        const eenheden = given.eenheden.map((unit) => ({ ...unit, eerder: 0n }));
        const case_ = { ...given, eenheden, drempel: 0n, tegen: "werkelijk-totaal" };
        fc.pre(given.opgave > 0n);
        const uitkomst = settle(case_);
        expect(sum(saldi(uitkomst))).toEqual(NUL);
        expect(uitkomst.tegenrekeningen).toEqual({});
        expect(saldi(uitkomst).every(isWhole)).toBe(true);
      }),
    );
  });

  it("against the own opgave is what was done less what was agreed, and what was left from before", () => {
    fc.assert(
      fc.property(zaak, (given) => {
        const uitkomst = settle({ ...given, tegen: "eigen-opgave", drempel: 0n });
        for (const [i, { aantal, saldo }] of uitkomst.eenheden.entries()) {
          const { geplaatst = 0n, eerder = 0n } = given.eenheden[i] ?? {};
          expect(saldo).toEqual(subtract(breuk(geplaatst + eerder), aantal.midden));
        }
      }),
    );
  });

  it("leaves saldi below the threshold alone, and books them on an account of their own", () => {
    fc.assert(
      fc.property(zaak, (case_) => {
        const all = saldi(settle({ ...case_, drempel: 0n }));
        const uitkomst = settle(case_);
        const threshold = breuk(case_.drempel);
        const small = (saldo: Breuk) =>
          compare(saldo, threshold) < 0 && compare(breuk(-case_.drempel), saldo) < 0;
        expect(saldi(uitkomst)).toEqual(all.map((saldo) => (small(saldo) ? NUL : saldo)));
        const waived = sum(all.filter(small));
        expect(uitkomst.tegenrekeningen["onder-de-drempel"] ?? NUL).toEqual(waived);
      }),
    );
  });

  it("books at once what a unit could not take, with its counter-entry on open", () => {
    fc.assert(
      fc.property(zaak, (given) => {
        const case_ = { ...given, drempel: 0n, tegen: "eigen-opgave" };
        const before = { ...case_, eenheden: given.eenheden.map((u) => ({ ...u, eerder: 0n })) };
        const uitkomst = settle(before, openLaten, false);
        fc.pre(uitkomst.meldingen.length === 0 && compare(uitkomst.open.midden, NUL) > 0);
        for (const { open, saldo } of uitkomst.eenheden) {
          expect(saldo).toEqual(subtract(NUL, open));
        }
        expect(uitkomst.tegenrekeningen).toEqual({ open: uitkomst.open.midden });
      }),
    );
  });

  it("waits for its figures: without any report there is no saldo", () => {
    fc.assert(
      fc.property(zaak, (case_) => {
        const uitkomst = settle(case_, "", false);
        expect(uitkomst.eenheden.every(({ saldo }) => saldo === undefined)).toBe(true);
        expect(uitkomst.meldingen).toEqual([]);
      }),
    );
  });
});

describe("a region that placed 26, 18 and 16 where 20 each were agreed", () => {
  const proef = (extra: string) =>
    eenVerdeling(`
      opgave: { aantal: 60, eenheid: woningen }
      stappen: [{ over: gemeenten, sleutel: gelijk }]
      vereffening: { werkelijk: geplaatst, ${extra} }`).met("geplaatst", { A: 26, B: 18, C: 16 });

  it("F140 settles six more, two fewer and four fewer", () => {
    const uitkomst = proef("wijze: volgende-periode").verdeel();
    expect(aantallen(uitkomst)).toEqual({ A: "20", B: "20", C: "20" });
    expect(saldi(uitkomst)).toEqual([breuk(6), breuk(-2), breuk(-4)]);
  });

  it("in money at 1,000 euro each pays 6,000 and asks 2,000 and 4,000", () => {
    const uitkomst = proef("wijze: geld, bedrag: 1000").verdeel();
    expect(uitkomst.eenheden.map(({ bedrag }) => bedrag)).toEqual([
      breuk(6000),
      breuk(-2000),
      breuk(-4000),
    ]);
  });
});

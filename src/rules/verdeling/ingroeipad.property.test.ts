import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  type Breuk,
  breuk,
  compare,
  formatBreuk,
  isNegative,
  NUL,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Jaaruitkomst, VerdelingUitkomst } from "#domain/uitkomst.ts";
import { eenVerdeling } from "#test/builders.ts";

// Each run reads and carries out whole documents; fewer of them keep the tests quick.
fc.configureGlobal({ numRuns: 50 });

type Pad = {
  readonly opgave: bigint;
  readonly jaren: number;
  readonly verloop: string;
  readonly methode: string;
  readonly eenheden: readonly {
    readonly nu: bigint;
    readonly inwoners: bigint;
    readonly ruimte: bigint;
    readonly beloofd: bigint;
  }[];
};

const METHODEN = ["grootste-rest", "sainte-lague", "dhondt", "adams", "huntington-hill"] as const;

const pad: fc.Arbitrary<Pad> = fc.record({
  opgave: fc.oneof(fc.bigInt(0n, 12n), fc.bigInt(0n, 400n)),
  jaren: fc.integer({ min: 1, max: 5 }),
  verloop: fc.constantFrom("lineair", "{ sprongen: 2 }", "{ sprongen: 3 }"),
  methode: fc.constantFrom(...METHODEN),
  eenheden: fc.array(
    fc.record({
      nu: fc.bigInt(1n, 20n),
      inwoners: fc.bigInt(1n, 20n),
      ruimte: fc.bigInt(0n, 90n),
      beloofd: fc.bigInt(0n, 6n),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

function kaart<T>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((item, i) => [`u${i}`, item]));
}

function langs({ opgave, jaren, verloop, methode, eenheden }: Pad, bounds = ""): VerdelingUitkomst {
  return eenVerdeling(`
      opgave: { aantal: te-bouwen, eenheid: woningen, periode: jaar }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          ${bounds}
          afronding: ${methode}
          gelijke-standen: [grootste-basis, { volgorde: [u0, u1, u2, u3] }]
      ingroeipad: { van: { naar-rato-van: nu }, vanaf: 2024, doel: ${2024 + jaren}, verloop: ${verloop} }`)
    .metGeheel("te-bouwen", opgave)
    .met("nu", kaart(eenheden.map(({ nu }) => nu)))
    .met("inwoners", kaart(eenheden.map(({ inwoners }) => inwoners)))
    .met("ruimte", kaart(eenheden.map(({ ruimte }) => ruimte)))
    .met("beloofd", kaart(eenheden.map(({ beloofd }) => beloofd)))
    .verdeel();
}

function numbersOf({ eenheden }: Pick<Jaaruitkomst, "eenheden">): readonly Breuk[] {
  return eenheden.map(({ aantal }) => aantal.midden);
}

function running(jaren: readonly Jaaruitkomst[]): readonly (readonly Breuk[])[] {
  const totals: Breuk[][] = [];
  for (const jaar of jaren) {
    const before = totals.at(-1);
    totals.push(numbersOf(jaar).map((number, i) => add(before?.[i] ?? NUL, number)));
  }
  return totals;
}

function shares(weights: readonly bigint[]): readonly Breuk[] {
  const together = weights.reduce((total, weight) => total + weight, 0n);
  return weights.map((weight) => breuk(weight, together));
}

describe("a path from what is to what the key says", () => {
  it("adds up every year", () => {
    fc.assert(
      fc.property(pad, (case_) => {
        const uitkomst = langs(case_);
        expect(uitkomst.meldingen).toEqual([]);
        expect(uitkomst.jaren.length).toBe(case_.jaren + 1);
        for (const jaar of uitkomst.jaren) {
          expect(sum(numbersOf(jaar))).toEqual(breuk(case_.opgave));
        }
      }),
    );
  });

  it("lets no running total fall: no year gives less than nothing", () => {
    fc.assert(
      fc.property(pad, (case_) => {
        for (const jaar of langs(case_).jaren) {
          expect(numbersOf(jaar).filter(isNegative)).toEqual([]);
        }
      }),
    );
  });

  it("begins on the shares of now and ends on the shares of the key", () => {
    const jaarlijks = fc.record({ case_: pad, groot: fc.bigInt(1n, 9n) });
    fc.assert(
      fc.property(jaarlijks, ({ case_, groot }) => {
        // An opgave in which both keys give whole numbers: what comes out is then exact.
        const { eenheden } = case_;
        const nu = eenheden.map((unit) => unit.nu);
        const straks = eenheden.map((unit) => unit.inwoners);
        const total = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n);
        const opgave = groot * total(nu) * total(straks);
        const stappen = 2 * 3 * case_.jaren;
        const { jaren } = langs({ ...case_, opgave: opgave * BigInt(stappen) });
        const first = shares(nu).map((share) => times(share, opgave * BigInt(stappen)));
        const last = shares(straks).map((share) => times(share, opgave * BigInt(stappen)));
        const [start, end] = [jaren.at(0), jaren.at(-1)];
        expect(start && numbersOf(start)).toEqual(first);
        expect(end && numbersOf(end)).toEqual(last);
      }),
    );
  });

  it("keeps every running total within one of what the shares of those years add up to", () => {
    fc.assert(
      fc.property(pad, (given) => {
        const case_ = { ...given, methode: "grootste-rest", verloop: "lineair" };
        const nu = shares(case_.eenheden.map((unit) => unit.nu));
        const straks = shares(case_.eenheden.map((unit) => unit.inwoners));
        const exact = nu.map(() => NUL);
        for (const [jaar, totals] of running(langs(case_).jaren).entries()) {
          for (const [i, total] of totals.entries()) {
            const along = breuk(jaar, case_.jaren);
            const way = subtract(straks[i] ?? NUL, nu[i] ?? NUL);
            const share = add(nu[i] ?? NUL, multiplyAll(along, way));
            exact[i] = add(exact[i] ?? NUL, times(share, case_.opgave));
            const away = subtract(total, exact[i] ?? NUL);
            expect(compare(away, breuk(1)) <= 0 && compare(breuk(-1), away) <= 0).toBe(true);
          }
        }
      }),
    );
  });

  it("is the outcome of its last year when nobody says for which year", () => {
    fc.assert(
      fc.property(pad, (case_) => {
        const uitkomst = langs(case_);
        const last = uitkomst.jaren.at(-1);
        expect(numbersOf(uitkomst)).toEqual(last && numbersOf(last));
      }),
    );
  });
});

describe("a path with bounds on every year", () => {
  const later = "voorwaarden: [{ hoogstens: ruimte }]\n          wat-niet-past: later";

  it("stays within them, places or leaves open every year's opgave and what waited", () => {
    fc.assert(
      fc.property(pad, (case_) => {
        const uitkomst = langs(case_, later);
        expect(uitkomst.meldingen).toEqual([]);
        let waiting: Breuk = NUL;
        for (const jaar of uitkomst.jaren) {
          const numbers = numbersOf(jaar);
          for (const [i, number] of numbers.entries()) {
            expect(compare(number, breuk(case_.eenheden[i]?.ruimte ?? 0n))).toBeLessThanOrEqual(0);
            expect(isNegative(number)).toBe(false);
          }
          const asked = add(breuk(case_.opgave), waiting);
          expect(add(sum(numbers), jaar.open)).toEqual(asked);
          expect(sum(jaar.eenheden.map((unit) => unit.open))).toEqual(jaar.open);
          waiting = jaar.open;
        }
        expect(uitkomst.open.midden).toEqual(waiting);
      }),
    );
  });

  it("gives everyone each year what they were promised, and loses nothing on the way", () => {
    const promised = "voorwaarden: [{ minstens: beloofd }, { hoogstens: ruimte }]";
    const choice = fc.constantFrom("later", "anderen");
    fc.assert(
      fc.property(pad, choice, (given, keuze) => {
        const eenheden = given.eenheden.map((unit) => ({
          ...unit,
          ruimte: unit.beloofd + unit.ruimte,
        }));
        const case_ = { ...given, eenheden };
        const uitkomst = langs(case_, `${promised}\n          wat-niet-past: ${keuze}`);
        fc.pre(uitkomst.meldingen.length === 0);
        let waiting: Breuk = NUL;
        for (const jaar of uitkomst.jaren) {
          for (const [i, number] of numbersOf(jaar).entries()) {
            const { beloofd = 0n, ruimte = 0n } = eenheden[i] ?? {};
            expect(compare(number, breuk(beloofd))).toBeGreaterThanOrEqual(0);
            expect(compare(number, breuk(ruimte))).toBeLessThanOrEqual(0);
          }
          const asked = add(breuk(case_.opgave), waiting);
          expect(add(sum(numbersOf(jaar)), jaar.open)).toEqual(asked);
          waiting = jaar.open;
        }
      }),
    );
  });

  it("gives back what waited when the promised ones took their part of what was freed", () => {
    // Found by the property above: in the second year one home that waited was never given.
    const eenheden = [
      { nu: 1n, inwoners: 3n, ruimte: 10n, beloofd: 1n },
      { nu: 12n, inwoners: 1n, ruimte: 13n, beloofd: 5n },
      { nu: 1n, inwoners: 1n, ruimte: 4n, beloofd: 3n },
    ];
    const case_ = { opgave: 18n, jaren: 1, verloop: "lineair", methode: "grootste-rest", eenheden };
    const bounds = "voorwaarden: [{ minstens: beloofd }, { hoogstens: ruimte }]";
    const { jaren } = langs(case_, `${bounds}\n          wat-niet-past: later`);
    expect(jaren.map((jaar) => [...numbersOf(jaar), jaar.open].map(formatBreuk))).toEqual([
      ["1", "13", "3", "1"],
      ["10", "5", "4", "0"],
    ]);
  });

  it("does not hold back later what a minimum gave of what another could not take", () => {
    // In the last year 13 are left for u0 and u2, by their shares 10.6 and 2.4. The four that u0
    // got in the first year, where its share was one, came of what u2 had no room for.
    const eenheden = [
      { nu: 2n, inwoners: 18n, ruimte: 16n, beloofd: 4n },
      { nu: 10n, inwoners: 3n, ruimte: 16n, beloofd: 5n },
      { nu: 20n, inwoners: 4n, ruimte: 7n, beloofd: 2n },
    ];
    const case_ = { opgave: 18n, jaren: 3, verloop: "lineair", methode: "grootste-rest", eenheden };
    const bounds = "voorwaarden: [{ minstens: beloofd }, { hoogstens: ruimte }]";
    const { jaren } = langs(case_, `${bounds}\n          wat-niet-past: later`);
    expect(jaren.map((jaar) => [...numbersOf(jaar), jaar.open].map(formatBreuk))).toEqual([
      ["4", "6", "7", "1"],
      ["5", "5", "7", "2"],
      ["8", "5", "7", "0"],
      ["11", "5", "2", "0"],
    ]);
  });

  it("makes nobody wait who has room", () => {
    fc.assert(
      fc.property(pad, (case_) => {
        for (const jaar of langs(case_, later).jaren) {
          for (const [i, unit] of jaar.eenheden.entries()) {
            const full = compare(unit.aantal.midden, breuk(case_.eenheden[i]?.ruimte ?? 0n)) === 0;
            expect(full || compare(unit.open, NUL) === 0).toBe(true);
          }
        }
      }),
    );
  });

  it("adds up every year when the others take over", () => {
    const anderen = "voorwaarden: [{ hoogstens: ruimte }]\n          wat-niet-past: anderen";
    fc.assert(
      fc.property(pad, (case_) => {
        const room = case_.eenheden.reduce((total, unit) => total + unit.ruimte, 0n);
        const uitkomst = langs(case_, anderen);
        expect(uitkomst.meldingen.length === 0).toBe(room >= case_.opgave);
        fc.pre(room >= case_.opgave);
        for (const jaar of uitkomst.jaren) {
          const numbers = numbersOf(jaar);
          expect(sum(numbers)).toEqual(breuk(case_.opgave));
          for (const [i, number] of numbers.entries()) {
            expect(compare(number, breuk(case_.eenheden[i]?.ruimte ?? 0n))).toBeLessThanOrEqual(0);
            expect(isNegative(number)).toBe(false);
          }
        }
      }),
    );
  });
});

function times(share: Breuk, whole: bigint): Breuk {
  return breuk(share.teller * whole, share.noemer);
}

function multiplyAll(a: Breuk, b: Breuk): Breuk {
  return breuk(a.teller * b.teller, a.noemer * b.noemer);
}

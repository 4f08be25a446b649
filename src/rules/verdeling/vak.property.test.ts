import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  type Breuk,
  breuk,
  ceil,
  compare,
  floor,
  isPositive,
  isZero,
  largest,
  NUL,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Melding, VerdelingUitkomst } from "#domain/uitkomst.ts";
import { KEUZEN, type Keuze } from "#domain/verdeling.ts";
import { eenVerdeling } from "#test/builders.ts";

// Each run reads and carries out whole documents; fewer of them keep the tests quick.
fc.configureGlobal({ numRuns: 50 });

/** A made-up region: what each unit weighs, what it was promised, and what it can take. */
type Regio = {
  readonly opgave: bigint;
  readonly methode: string;
  /** Whether the herverdeling goes by a figure of its own; else by the sleutel. */
  readonly eigen: boolean;
  readonly eenheden: readonly {
    readonly inwoners: bigint;
    readonly draagkracht: bigint;
    readonly beloofd: Breuk;
    readonly ruimte: Breuk;
  }[];
};

const EXACT = ["grootste-rest", "sainte-lague", "dhondt", "adams", "huntington-hill"] as const;

const stuk = fc
  .tuple(fc.bigInt(0n, 40n), fc.bigInt(1n, 3n))
  .map(([teller, noemer]) => breuk(teller, noemer));

function regio(...methoden: readonly string[]): fc.Arbitrary<Regio> {
  const eenheid = fc
    .tuple(
      fc.bigInt(1n, 12n),
      fc.oneof(fc.constant(NUL), stuk),
      fc.option(stuk, { freq: 2 }),
      fc.bigInt(0n, 9n),
    )
    .map(([inwoners, beloofd, boven, draagkracht]) => ({
      inwoners,
      draagkracht,
      beloofd,
      ruimte: boven ? add(beloofd, boven) : breuk(1_000_000),
    }));
  return fc.record({
    opgave: fc.bigInt(0n, 80n),
    methode: fc.constantFrom(...methoden),
    eigen: fc.boolean(),
    eenheden: fc.array(eenheid, { minLength: 1, maxLength: 5 }),
  });
}

function kaart<T>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((item, i) => [`u${i}`, item]));
}

function divide(
  { opgave, methode, eigen, eenheden }: Regio,
  keuze: Keuze | undefined,
  bounds = "[{ minstens: beloofd }, { hoogstens: ruimte }]",
): VerdelingUitkomst {
  const niet = {
    later: "wat-niet-past: later",
    compenseren: "wat-niet-past: compenseren",
    "extra-aanbod": "wat-niet-past: { keuze: extra-aanbod, hoe: bouwen, eigenaar: regio }",
    anderen: "wat-niet-past: anderen",
    open: "wat-niet-past: open",
  } as const;
  const names = eenheden.map((_, i) => `u${i}`).join(", ");
  return eenVerdeling(`
      opgave: { aantal: te-bouwen, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          ${bounds === "[]" ? "" : `voorwaarden: ${bounds}`}
          ${eigen && bounds !== "[]" ? "herverdeling: { naar-rato-van: draagkracht }" : ""}
          ${keuze ? niet[keuze] : ""}
          gelijke-standen: [{ volgorde: [${names}] }]
          afronding: ${methode}
      ${keuze === "compenseren" ? "vereffening: { werkelijk: geplaatst, wijze: volgende-periode }" : ""}`)
    .metGeheel("te-bouwen", opgave)
    .met("inwoners", kaart(eenheden.map(({ inwoners }) => inwoners)))
    .met("beloofd", kaart(eenheden.map(({ beloofd }) => beloofd)))
    .met("draagkracht", kaart(eenheden.map(({ draagkracht }) => draagkracht)))
    .met("ruimte", kaart(eenheden.map(({ ruimte }) => ruimte)))
    .verdeel();
}

/** How the step divides without any bound: the first round of "wat niet past". */
function eersteRonde(region: Regio): readonly Breuk[] {
  return numbersOf(divide(region, undefined, "[]"));
}

/** Some unit is promised more than it can take in whole numbers: then nothing can hold. */
function botst(region: Regio): boolean {
  return bounds(region).some(({ onder, boven }) => compare(onder, boven) > 0);
}

function isFree({ eigen, eenheden }: Regio, unit: number): boolean {
  return !eigen || (eenheden[unit]?.draagkracht ?? 0n) > 0n;
}

function put(number: Breuk, { onder, boven }: { onder: Breuk; boven: Breuk }): Breuk {
  return largest(smallest(number, boven), onder);
}

function numbersOf({ eenheden }: VerdelingUitkomst): readonly Breuk[] {
  return eenheden.map(({ aantal }) => aantal.midden);
}

function done({ meldingen }: VerdelingUitkomst): boolean {
  return meldingen.length === 0;
}

function bounds({ eenheden, methode }: Regio): readonly { onder: Breuk; boven: Breuk }[] {
  const whole = methode !== "geen";
  return eenheden.map(({ beloofd, ruimte }) => ({
    onder: whole ? breuk(ceil(beloofd)) : beloofd,
    boven: whole ? breuk(floor(ruimte)) : ruimte,
  }));
}

/** What lowering frees (S) and raising asks (D), from the first round. */
function vrijEnGevraagd(region: Regio): { readonly s: Breuk; readonly d: Breuk } {
  const first = eersteRonde(region);
  const limits = bounds(region);
  const over = (a: Breuk, b: Breuk) => (compare(a, b) > 0 ? subtract(a, b) : NUL);
  return {
    s: sum(first.map((number, i) => over(number, limits[i]?.boven ?? number))),
    d: sum(first.map((number, i) => over(limits[i]?.onder ?? NUL, number))),
  };
}

const open: Keuze = "open";
const nietAnderen = fc.constantFrom<Keuze>("open", "extra-aanbod", "compenseren");

describe("what a step divides inside its bounds", () => {
  it("is never more nor less than the opgave: placed and open together", () => {
    fc.assert(
      fc.property(regio(...EXACT, "geen"), nietAnderen, (region, keuze) => {
        const uitkomst = divide(region, keuze);
        fc.pre(done(uitkomst));
        const placed = sum(numbersOf(uitkomst));
        expect(add(placed, uitkomst.open.midden)).toEqual(breuk(region.opgave));
      }),
    );
  });

  it("is all placed, and asks nobody to choose, when what is freed is no more than what is asked", () => {
    const nietGekozen = fc.option(nietAnderen, { nil: undefined });
    fc.assert(
      fc.property(regio(...EXACT, "geen"), nietGekozen, (region, keuze) => {
        const { s, d } = vrijEnGevraagd(region);
        fc.pre(compare(s, d) <= 0);
        const uitkomst = divide(region, keuze);
        const asked = uitkomst.meldingen.some(({ soort }) => soort === "besluit-nodig");
        expect(asked).toBe(false);
        fc.pre(done(uitkomst));
        expect(uitkomst.open.midden).toEqual(NUL);
        expect(sum(numbersOf(uitkomst))).toEqual(breuk(region.opgave));
      }),
    );
  });

  it("leaves open exactly what is freed and nobody asked", () => {
    fc.assert(
      fc.property(regio(...EXACT, "geen"), nietAnderen, (region, keuze) => {
        const { s, d } = vrijEnGevraagd(region);
        fc.pre(compare(s, d) > 0 && !botst(region));
        const uitkomst = divide(region, keuze);
        expect(uitkomst.open.midden).toEqual(subtract(s, d));
        expect(sum(uitkomst.eenheden.map((unit) => unit.open))).toEqual(subtract(s, d));
      }),
    );
  });

  it("keeps everyone within their bounds, in whole numbers", () => {
    fc.assert(
      fc.property(regio(...EXACT), fc.constantFrom(...KEUZEN.slice(1)), (region, keuze) => {
        const uitkomst = divide(region, keuze);
        fc.pre(done(uitkomst));
        const limits = bounds(region);
        for (const [i, number] of numbersOf(uitkomst).entries()) {
          expect(number.noemer).toBe(1n);
          expect(compare(number, limits[i]?.onder ?? NUL)).toBeGreaterThanOrEqual(0);
          expect(compare(number, limits[i]?.boven ?? number)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("is all placed with «anderen», or the step is onhaalbaar", () => {
    fc.assert(
      fc.property(regio(...EXACT, "geen"), (region) => {
        const uitkomst = divide(region, "anderen");
        const limits = bounds(region);
        const first = eersteRonde(region);
        const room = limits.map((limit, i) => {
          const kept = put(first[i] ?? NUL, limit);
          return isFree(region, i) ? limit : { onder: kept, boven: kept };
        });
        const low = sum(room.map(({ onder }) => onder));
        const high = sum(room.map(({ boven }) => boven));
        const n = breuk(region.opgave);
        const fits = !botst(region) && compare(low, n) <= 0 && compare(n, high) <= 0;
        expect(done(uitkomst)).toBe(fits);
        if (fits) expect(sum(numbersOf(uitkomst))).toEqual(n);
        else expect(uitkomst.meldingen[0]?.soort).toBe("onhaalbaar");
      }),
    );
  });
});

describe("who has weight 0 in the herverdeling", () => {
  it("gives and takes nothing: the number of the first round, put on their own bound", () => {
    fc.assert(
      fc.property(
        regio(...EXACT, "geen"),
        fc.constantFrom<Keuze>("open", "anderen"),
        (region, keuze) => {
          const uitkomst = divide({ ...region, eigen: true }, keuze);
          fc.pre(done(uitkomst));
          const limits = bounds(region);
          const first = eersteRonde(region);
          const numbers = numbersOf(uitkomst);
          for (const [i, { draagkracht }] of region.eenheden.entries()) {
            const kept = put(first[i] ?? NUL, limits[i] ?? { onder: NUL, boven: NUL });
            expect(draagkracht > 0n ? kept : numbers[i]).toEqual(kept);
          }
        },
      ),
    );
  });
});

describe("without «anderen»", () => {
  it("nobody's part grows past what they were promised", () => {
    fc.assert(
      fc.property(regio(...EXACT, "geen"), nietAnderen, (region, keuze) => {
        const uitkomst = divide(region, keuze);
        fc.pre(done(uitkomst));
        const first = eersteRonde(region);
        const limits = bounds(region);
        for (const [i, number] of numbersOf(uitkomst).entries()) {
          const most = largest(first[i] ?? NUL, limits[i]?.onder ?? NUL);
          expect(compare(number, most)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("everyone keeps the number of the first round, put on their own bound, when something does not fit", () => {
    fc.assert(
      fc.property(regio(...EXACT, "geen"), (region) => {
        const { s, d } = vrijEnGevraagd(region);
        fc.pre(compare(s, d) > 0 && !botst(region));
        const limits = bounds(region);
        const expected = eersteRonde(region).map((number, i) =>
          put(number, limits[i] ?? { onder: NUL, boven: number }),
        );
        expect(numbersOf(divide(region, open))).toEqual(expected);
      }),
    );
  });

  it("whoever could take everything has nothing open", () => {
    fc.assert(
      fc.property(regio(...EXACT), (region) => {
        const uitkomst = divide(region, open);
        fc.pre(done(uitkomst));
        const limits = bounds(region);
        for (const [i, unit] of uitkomst.eenheden.entries()) {
          const free = compare(unit.aantal.midden, limits[i]?.boven ?? NUL) < 0;
          if (free) expect(unit.open).toEqual(NUL);
        }
      }),
    );
  });
});

describe("what does not fit and nobody chose about", () => {
  it("comes back for people, with for every choice what it really gives", () => {
    fc.assert(
      fc.property(regio(...EXACT, "geen"), (region) => {
        const asked = divide(region, undefined).meldingen[0];
        const { s, d } = vrijEnGevraagd(region);
        fc.pre(compare(s, d) > 0 && !botst(region));
        expect(asked?.soort).toBe("besluit-nodig");
        const melding = asked as Extract<Melding, { wat: "wat-niet-past" }>;
        expect(melding.pastNiet).toEqual(subtract(s, d));
        expect(melding.keuzes.map(({ keuze }) => keuze)).toEqual([...KEUZEN]);
        for (const gevolg of melding.keuzes) {
          if (gevolg.keuze === "later") continue;
          const real = divide(region, gevolg.keuze);
          expect(gevolg.uitkomst !== undefined).toBe(done(real));
          if (!gevolg.uitkomst) continue;
          expect(gevolg.uitkomst.map(({ aantal }) => aantal)).toEqual(numbersOf(real));
          expect(gevolg.open).toEqual(real.open.midden);
        }
      }),
    );
  });

  it("names exactly the units that were lowered, and those whose part would grow", () => {
    fc.assert(
      fc.property(regio(...EXACT), (region) => {
        const melding = divide(region, undefined).meldingen[0];
        fc.pre(melding?.soort === "besluit-nodig" && melding.wat === "wat-niet-past");
        const first = eersteRonde(region);
        const limits = bounds(region);
        const lowered = first.flatMap((number, i) =>
          compare(number, limits[i]?.boven ?? number) > 0 ? [`u${i}`] : [],
        );
        expect(melding.aanDeGrens).toEqual(lowered);
        for (const { uitkomst, groeit } of melding.keuzes) {
          const grew = (uitkomst ?? []).filter(
            ({ aantal }, i) => compare(aantal, first[i] ?? NUL) > 0,
          );
          expect(groeit).toEqual(grew.map(({ eenheid }) => eenheid));
        }
      }),
    );
  });
});

describe("methods that round each unit alone", () => {
  const los = regio("omhoog", "omlaag", "rekenkundig");

  it("keep the bounds before rounding: never a whole unit past them", () => {
    fc.assert(
      fc.property(los, fc.constantFrom<Keuze>("open", "anderen"), (region, keuze) => {
        const uitkomst = divide(region, keuze);
        fc.pre(done(uitkomst));
        for (const [i, number] of numbersOf(uitkomst).entries()) {
          const { beloofd = NUL, ruimte = NUL } = region.eenheden[i] ?? {};
          expect(number.noemer).toBe(1n);
          expect(compare(number, breuk(floor(beloofd)))).toBeGreaterThanOrEqual(0);
          expect(compare(number, breuk(ceil(ruimte)))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe("an opgave of nothing", () => {
  it("gives everyone nothing, and asks nobody anything", () => {
    fc.assert(
      fc.property(regio(...EXACT, "geen"), (region) => {
        const uitkomst = divide(
          { ...region, opgave: 0n, eigen: false },
          open,
          "[{ hoogstens: ruimte }]",
        );
        expect(done(uitkomst)).toBe(true);
        expect(numbersOf(uitkomst).every(isZero)).toBe(true);
        expect(isPositive(uitkomst.open.midden)).toBe(false);
      }),
    );
  });
});

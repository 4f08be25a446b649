import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Melding } from "#domain/uitkomst.ts";
import { eenVerdeling } from "#test/builders.ts";
import { smallestCollision } from "./onhaalbaar.ts";

// Each run reads and carries out whole documents; fewer of them keep the tests quick.
fc.configureGlobal({ numRuns: 50 });

type Geval = {
  readonly opgave: bigint;
  readonly percent: number;
  /** Which of the voorwaarden the document has. */
  readonly gekozen: readonly number[];
  readonly methode: string;
  readonly eenheden: readonly {
    readonly inwoners: bigint;
    readonly vrij: bigint;
    readonly beloofd: bigint;
    readonly ruimte: bigint;
  }[];
};

const geval: fc.Arbitrary<Geval> = fc.record({
  opgave: fc.bigInt(1n, 60n),
  percent: fc.integer({ min: 1, max: 99 }),
  gekozen: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
  methode: fc.constantFrom("grootste-rest", "sainte-lague", "geen"),
  eenheden: fc.array(
    fc.record({
      inwoners: fc.bigInt(1n, 9n),
      vrij: fc.bigInt(0n, 60n),
      beloofd: fc.bigInt(0n, 20n),
      ruimte: fc.bigInt(0n, 30n),
    }),
    { minLength: 2, maxLength: 4 },
  ),
});

function kaart<T>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((item, i) => [`u${i}`, item]));
}

function onhaalbaar(case_: Geval, gekozen = case_.gekozen) {
  const voorwaarden = [
    `{ hoogstens: ${case_.percent} % van vrij }`,
    "{ minstens: beloofd }",
    "{ hoogstens: ruimte, voor: [u0, u1] }",
    "{ minstens: 12, voor: [u1] }",
    "{ hoogstens: 40, voor: [u0] }",
  ];
  const chosen = gekozen.map((i) => voorwaarden[i]).join(", ");
  const found = eenVerdeling(`
      opgave: { aantal: te-bouwen, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          ${gekozen.length > 0 ? `voorwaarden: [${chosen}]` : ""}
          ${gekozen.some((i) => i % 2 === 0) ? "wat-niet-past: anderen" : ""}
          gelijke-standen: [{ volgorde: [u0, u1, u2, u3] }]
          afronding: ${case_.methode}`)
    .metGeheel("te-bouwen", case_.opgave)
    .met("inwoners", kaart(case_.eenheden.map(({ inwoners }) => inwoners)))
    .met("vrij", kaart(case_.eenheden.map(({ vrij }) => vrij)))
    .met("beloofd", kaart(case_.eenheden.map(({ beloofd }) => beloofd)))
    .met("ruimte", kaart(case_.eenheden.map(({ ruimte }) => ruimte)))
    .verdeel().meldingen[0];
  return found as Extract<Melding, { soort: "onhaalbaar" }> | undefined;
}

/** The voorwaarden of the case that the melding names. */
function botsend(case_: Geval, melding: Extract<Melding, { soort: "onhaalbaar" }>): number[] {
  return melding.botsend.flatMap((pad) => {
    const place = Number(/voorwaarden\[(\d+)\]$/.exec(pad)?.[1]);
    return case_.gekozen.slice(place, place + 1);
  });
}

function subsets([first, ...rest]: readonly number[]): number[][] {
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}

describe("voorwaarden that cannot all hold", () => {
  it("are named as the smallest set that collides: it does, and no smaller one does", () => {
    fc.assert(
      fc.property(geval, (case_) => {
        const melding = onhaalbaar(case_);
        fc.pre(melding !== undefined);
        const named = botsend(case_, melding);
        expect(onhaalbaar(case_, named)?.soort).toBe("onhaalbaar");
        const smaller = subsets(case_.gekozen).filter((set) => set.length < named.length);
        expect(smaller.filter((set) => onhaalbaar(case_, set) !== undefined)).toEqual([]);
      }),
    );
  });

  it("leave room again with the opgave lowered or raised as said, and not with one less", () => {
    fc.assert(
      fc.property(geval, (case_) => {
        const melding = onhaalbaar(case_);
        fc.pre(melding !== undefined && case_.methode !== "geen");
        const named = botsend(case_, melding);
        const [, way, text] = /^(Verlaag|Verhoog) de opgave met (\d+)/.exec(
          melding.uitweg[0] ?? "",
        ) ?? ["", "", ""];
        fc.pre(text !== "");
        const step = way === "Verlaag" ? -1n : 1n;
        const opgave = case_.opgave + step * BigInt(text ?? 0);
        expect(onhaalbaar({ ...case_, opgave }, named)).toBeUndefined();
        expect(onhaalbaar({ ...case_, opgave: opgave - step }, named)?.soort).toBe("onhaalbaar");
      }),
    );
  });

  it("leave room again at the percentage that is named, and not at one less", () => {
    fc.assert(
      fc.property(geval, (case_) => {
        const melding = onhaalbaar(case_);
        fc.pre(melding !== undefined);
        const raised = melding.uitweg.find((text) =>
          text.startsWith(`Verhoog de ${case_.percent}%`),
        );
        fc.pre(raised !== undefined);
        const named = botsend(case_, melding);
        const percent = Number(/ten minste (\d+)%/.exec(raised)?.[1]);
        expect(onhaalbaar({ ...case_, percent }, named)).toBeUndefined();
        const less = onhaalbaar({ ...case_, percent: percent - 1 }, named);
        expect(less?.soort).toBe("onhaalbaar");
      }),
    );
  });

  it("say so of the unit where a minstens lies above a hoogstens", () => {
    fc.assert(
      fc.property(geval, fc.bigInt(0n, 11n), (given, ruimte) => {
        const eenheden = given.eenheden.map((unit, i) => (i === 1 ? { ...unit, ruimte } : unit));
        const case_ = { ...given, eenheden, gekozen: [2, 3] };
        const wide = eenheden[0] ? eenheden[0].ruimte + ruimte : 0n;
        fc.pre(case_.opgave >= 12n && (eenheden.length > 2 || case_.opgave <= wide));
        expect(onhaalbaar(case_)).toMatchObject({
          tekst: `bij «u1» vraagt de ondergrens 12, en laat de bovengrens ${ruimte} toe`,
          botsend: ["stappen[0].voorwaarden[0]", "stappen[0].voorwaarden[1]"],
        });
      }),
    );
  });
});

describe("the smallest colliding set", () => {
  it("is one of the smallest, for whatever collides", () => {
    const rule = fc.uniqueArray(fc.subarray([0, 1, 2, 3], { minLength: 0 }), {
      maxLength: 4,
      selector: (set) => set.join(),
    });
    fc.assert(
      fc.property(rule, (minimal) => {
        const collides = (chosen: readonly number[]) =>
          minimal.some((set) => set.every((item) => chosen.includes(item)));
        fc.pre(collides([0, 1, 2, 3]));
        const found = smallestCollision([0, 1, 2, 3], collides);
        expect(collides(found)).toBe(true);
        expect(found.length).toBe(Math.min(...minimal.map((set) => set.length)));
      }),
    );
  });
});

describe("three gemeenten that can take 30 % of what comes free", () => {
  it("say how much less, or how many percent more, makes it possible again", () => {
    const melding = eenVerdeling(`
      opgave: { aantal: 240, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: gelijk
          voorwaarden: [{ hoogstens: 30 % van vrij }]
          wat-niet-past: anderen`)
      .met("vrij", { A: 400, B: 200, C: 107 })
      .verdeel().meldingen[0];
    expect(melding).toEqual({
      soort: "onhaalbaar",
      tekst: "de bovengrens laat samen 212 toe, de opgave is 240",
      botsend: ["stappen[0].voorwaarden[0]"],
      uitweg: [
        "Verlaag de opgave met 28.",
        "Verhoog de 30% tot ten minste 34%.",
        "Of kies iets anders voor wat niet past.",
      ],
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import { eenVerdeling } from "#test/builders.ts";
import { leesRangorde } from "#test/rangorde.ts";
import { explainEenheid } from "./verantwoording.ts";
import { computeVerdeling } from "./verdeel.ts";

const RANGORDE = "toelating: { kenmerk: mee, is: ja }\nvolgorde: [{ laagste: score }]";

type Kaart = Readonly<Record<string, string | number>>;
type Gegeven = {
  readonly opgave: number | { readonly van: number; readonly tot: number };
  readonly aanbod?: Kaart;
  readonly score: Readonly<Record<string, string | number | { van: number; tot: number }>>;
  readonly mee?: Kaart;
  readonly rangorde?: string;
  readonly rest?: string;
  readonly ingevuld?: Partial<Invulling>;
};

/** Divides by an order; takes part whoever has a score, unless it is said. */
function vul({ opgave, aanbod, score, mee, rangorde = RANGORDE, rest, ingevuld = {} }: Gegeven) {
  const bounds = rest ?? (aanbod ? "voorwaarden: [{ hoogstens: aanbod }]" : "");
  const keys = ["over: gemeenten", "sleutel: { op-volgorde: voorrang@1 }", bounds].filter(Boolean);
  const all = mee ?? Object.fromEntries(Object.keys(score).map((id) => [id, "ja"]));
  const vraag = eenVerdeling(
    `opgave: { aantal: nodig, eenheid: plekken }\nstappen: [{ ${keys.join(", ")} }]`,
  )
    .metGeheel("nodig", opgave)
    .met("score", score)
    .met("mee", all)
    .met("aanbod", aanbod ?? {})
    .over(...Object.keys(score))
    .ingevuld(ingevuld)
    .vraag();
  const bibliotheek = createBibliotheek([vraag.document, leesRangorde(rangorde)]);
  return computeVerdeling({ ...vraag, bibliotheek });
}

function aantallen({ eenheden, open }: ReturnType<typeof vul>) {
  const rows = eenheden.map(({ id, aantal }) => `${id} ${formatBreuk(aantal.midden)}`);
  return [...rows, `open ${formatBreuk(open.midden)}`].join(", ");
}

const OPEN = "voorwaarden: [{ hoogstens: aanbod }], wat-niet-past: open";

describe("a step that fills up in an order", () => {
  it("F188 gives each its hoogstens in turn, and the rest stands open", () => {
    const score = { A: 1, B: 3, C: 2 };
    const aanbod = { A: 2, B: 4, C: 3 };
    expect(aantallen(vul({ opgave: 6, score, aanbod }))).toBe("A 2, B 1, C 3, open 0");
    const left = vul({ opgave: 10, score, aanbod, rest: OPEN });
    expect(aantallen(left)).toBe("A 2, B 4, C 3, open 1");
  });

  it("asks people about the end that nobody can take, where the document does not say", () => {
    const outcome = vul({ opgave: 10, score: { A: 1, B: 2 }, aanbod: { A: 2, B: 4 } });
    expect(outcome.meldingen).toMatchObject([
      { soort: "besluit-nodig", wat: "wat-niet-past", pastNiet: { teller: 4n } },
    ]);
  });

  it("gives all to the first where nothing bounds it", () => {
    expect(aantallen(vul({ opgave: 6, score: { A: 2, B: 1 } }))).toBe("A 0, B 6, open 0");
  });

  it("gives what a minstens promises first, and fills up after that", () => {
    const rest = "voorwaarden: [{ minstens: 2 }, { hoogstens: aanbod }], wat-niet-past: open";
    const score = { A: 1, B: 2, C: 3 };
    const given = { opgave: 8, score, aanbod: { A: 5, B: 5, C: 5 }, rest };
    expect(aantallen(vul(given))).toBe("A 4, B 2, C 2, open 0");
    expect(vul({ ...given, opgave: 5 }).meldingen[0]?.soort).toBe("onhaalbaar");
  });

  it("gives nothing to who is not admitted, and says why", () => {
    const outcome = vul({
      opgave: 5,
      score: { A: 1, B: 2 },
      mee: { A: "nee", B: "ja" },
      aanbod: { A: 5, B: 3 },
      rest: OPEN,
    });
    expect(aantallen(outcome)).toBe("A 0, B 3, open 2");
    const account = JSON.stringify(explainEenheid(outcome, "A"));
    expect(account).toContain("doet niet mee");
    expect(account).toContain("mee is «nee»; dat moet «ja» zijn");
    expect(JSON.stringify(explainEenheid(outcome, "B"))).toContain("plaats 1");
  });

  it("does not mind a tie where all of the tied can be filled, or none", () => {
    const score = { A: 1, B: 1, C: 2 };
    const aanbod = { A: 2, B: 3, C: 4 };
    expect(aantallen(vul({ opgave: 7, score, aanbod }))).toBe("A 2, B 3, C 2, open 0");
    const late = { A: 2, B: 2, C: 1 };
    expect(aantallen(vul({ opgave: 4, score: late, aanbod }))).toBe("A 0, B 0, C 4, open 0");
  });

  it("asks people about a tie in which not all can be filled, and follows what they decided", () => {
    const given = { opgave: 4, score: { A: 1, B: 1 }, aanbod: { A: 2, B: 3 } };
    expect(vul(given).meldingen).toMatchObject([
      { soort: "besluit-nodig", wat: "gelijke-stand", kandidaten: ["A", "B"], teVerdelen: 4 },
    ]);
    const settled = vul({ ...given, ingevuld: { gelijkeStanden: ["B", "A"] } });
    expect(aantallen(settled)).toBe("A 1, B 3, open 0");
  });

  it("F222 stops where the order hangs on a missing figure, but only where that matters", () => {
    const given = { score: { A: 1, B: "onbekend" }, aanbod: { A: 2, B: 3 } };
    expect(vul({ ...given, opgave: 4 }).meldingen).toEqual([
      { soort: "onvolledig", ontbreekt: [{ cijfer: "score", van: "B" }] },
    ]);
    expect(aantallen(vul({ ...given, opgave: 5 }))).toBe("A 2, B 3, open 0");
  });

  it("stops while it is not known whether somebody with room takes part", () => {
    const given = { opgave: 4, score: { A: 1, B: 2 }, mee: { A: "ja" } };
    const unsure = vul({ ...given, aanbod: { A: 5, B: 5 } });
    expect(unsure.meldingen[0]?.soort).toBe("onvolledig");
    expect(aantallen(vul({ ...given, aanbod: { A: 5, B: 0 } }))).toBe("A 4, B 0, open 0");
  });

  it("has a band over the corners of the figures that order it", () => {
    const outcome = vul({
      opgave: 4,
      score: { A: { van: 1, tot: 3 }, B: { van: 2, tot: 4 } },
      aanbod: { A: 3, B: 3 },
    });
    const bands = outcome.eenheden.map(({ aantal: { laag, midden, hoog } }) =>
      [laag, midden, hoog].map(formatBreuk).join(" "),
    );
    expect(bands).toEqual(["1 3 3", "1 1 3"]);
  });

  it("has a band over the ends of the opgave too", () => {
    const outcome = vul({
      opgave: { van: 2, tot: 8 },
      score: { A: 1, B: 2 },
      aanbod: { A: 3, B: 3 },
      rest: OPEN,
    });
    const { laag, hoog } = outcome.open;
    expect([laag, hoog].map(formatBreuk)).toEqual(["0", "2"]);
    expect(outcome.eenheden.map(({ aantal }) => formatBreuk(aantal.laag))).toEqual(["2", "0"]);
  });

  it("names the figures of the order among those the outcome rests on", () => {
    const { gebruikt } = vul({ opgave: 4, score: { A: 1, B: 2 } });
    expect(gebruikt.map(({ indicator, gebied }) => `${indicator} ${gebied}`)).toContain("score B");
  });

  it("is no part of a weighed sleutel: an order gives no shares", () => {
    const vraag = eenVerdeling(`
      opgave: { aantal: 4, eenheid: plekken }
      stappen:
        - over: gemeenten
          sleutel: { gewogen: [{ gewicht: 50 %, op-volgorde: voorrang@1 }, { gewicht: 50 %, sleutel: gelijk }] }`)
      .over("A", "B")
      .vraag();
    const { meldingen } = computeVerdeling(vraag);
    expect(meldingen[0]?.soort).toBe("geweigerd");
  });
});

describe("filling up, whatever the numbers", () => {
  const eenheid = fc.record({
    score: fc.nat(5),
    mee: fc.constantFrom("ja", "ja", "nee"),
    aanbod: fc.nat(6),
  });
  const IDS = ["A", "B", "C", "D", "E"];
  it("places what is placed and leaves open the rest, within every bound, and never out of turn", () => {
    fc.assert(
      fc.property(fc.array(eenheid, { minLength: 1, maxLength: 5 }), fc.nat(25), (list, opgave) => {
        const per = <K extends keyof (typeof list)[number]>(key: K) =>
          Object.fromEntries(list.map((one, i) => [IDS[i] ?? "", one[key]]));
        const aanbod = per("aanbod");
        const outcome = vul({ opgave, score: per("score"), mee: per("mee"), aanbod, rest: OPEN });
        fc.pre(outcome.meldingen.length === 0);
        const given = outcome.eenheden.map(({ aantal }) => Number(formatBreuk(aantal.midden)));
        const open = Number(formatBreuk(outcome.open.midden));
        expect(given.reduce((a, b) => a + b, open)).toBe(opgave);
        for (const [i, own] of list.entries()) {
          const most = own.mee === "ja" ? own.aanbod : 0;
          expect(given[i]).toBeLessThanOrEqual(most);
          if ((given[i] ?? 0) === most) continue;
          // There is room left here: then nothing stays open, and whoever comes later got nothing.
          expect(open).toBe(0);
          const later = list.flatMap((other, j) => (other.score > own.score ? [given[j]] : []));
          expect(later.every((number) => number === 0)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, breuk, equals, NUL, sum } from "#domain/breuk.ts";
import type { Boeking } from "#domain/fonds.ts";
import { describeTeVeel, formatEuro, standVan, whyNotBooked } from "./fonds.ts";

const VIJF_MILJARD = breuk(5_000_000_000);
const FONDS = { naam: "Grootschalige locaties", bedrag: VIJF_MILJARD, van: 2025, tot: 2029 };

function aBoeking(jaar: number, euro: number, terug?: Boeking["terug"]): Boeking {
  const rest = { wat: "Proef", stuk: "brief", op: new Date(0) };
  return { id: `${jaar}-${euro}`, jaar, bedrag: breuk(euro), ...rest, ...(terug ? { terug } : {}) };
}

describe("booking out of a fund", () => {
  it("F020 is refused in 2030 of five billion that is there up to and including 2029", () => {
    expect(whyNotBooked(FONDS, { jaar: 2029, bedrag: breuk(1) })).toEqual([]);
    expect(whyNotBooked(FONDS, { jaar: 2030, bedrag: breuk(1) })).toEqual([
      "Jaar: «Grootschalige locaties» loopt tot en met 2029. In 2030 kan niets worden geboekt.",
    ]);
  });

  it("is refused before the first year, where there is one", () => {
    expect(whyNotBooked(FONDS, { jaar: 2024, bedrag: breuk(1) })).toHaveLength(1);
    const { van: _, ...without } = FONDS;
    expect(whyNotBooked(without, { jaar: 2024, bedrag: breuk(1) })).toEqual([]);
  });

  it("is refused at nought or below, and tells every reason at once", () => {
    expect(whyNotBooked(FONDS, { jaar: 2029, bedrag: NUL })).toHaveLength(1);
    expect(whyNotBooked(FONDS, { jaar: 2030, bedrag: breuk(-1) })).toHaveLength(2);
  });
});

describe("how a fund stands", () => {
  const amounts = fc.array(
    fc.record({
      jaar: fc.integer({ min: 2025, max: 2029 }),
      euro: fc.integer({ min: 1, max: 9_000_000_000 }),
      terug: fc.boolean(),
    }),
  );

  it("what is promised and what is left make up the fund, whatever was taken back", () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const gone = { op: new Date(0), reden: "vervallen" };
        const all = list.map((one) => aBoeking(one.jaar, one.euro, one.terug ? gone : undefined));
        const { geboekt, over, perJaar } = standVan(FONDS, all);
        expect(equals(add(geboekt, over ?? NUL), VIJF_MILJARD)).toBe(true);
        expect(equals(sum(perJaar.map(({ bedrag }) => bedrag)), geboekt)).toBe(true);
        const counting = list.filter(({ terug }) => !terug);
        expect(equals(geboekt, sum(counting.map(({ euro }) => breuk(euro))))).toBe(true);
      }),
    );
  });

  it("says that more was promised than there is, and refuses nothing for it", () => {
    const stand = standVan(FONDS, [aBoeking(2026, 5_020_000_000)]);
    expect(describeTeVeel(stand)).toBe("Er is € 20.000.000 meer toegezegd dan er is.");
    expect(describeTeVeel(standVan(FONDS, [aBoeking(2026, 5_000_000_000)]))).toBeUndefined();
  });

  it("has no remainder where nobody said how much there is: missing is not nought", () => {
    const stand = standVan({}, [aBoeking(2026, 10)]);
    expect(stand.over).toBeUndefined();
    expect(describeTeVeel(stand)).toBeUndefined();
  });
});

describe("an amount of euros", () => {
  it.each([
    [breuk(5_000_000_000), "€ 5.000.000.000"],
    [breuk(25, 2), "€ 12,50"],
    [breuk(1, 100), "€ 0,01"],
  ])("is written with cents only where there are", (bedrag, text) => {
    expect(formatEuro(bedrag)).toBe(text);
  });
});

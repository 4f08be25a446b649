import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDuur,
  beginVorigJaar,
  type Datum,
  dagenTussen,
  isDatum,
  parseDuur,
  parseMoment,
  parsePeriode,
  periodesTussen,
  volgendePeriode,
  vorigePeriode,
} from "./peildatum.ts";

const dag: fc.Arbitrary<Datum> = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const periode = fc
  .tuple(fc.integer({ min: 1900, max: 2190 }), fc.integer({ min: 1, max: 12 }))
  .chain(([year, n]) =>
    fc.constantFrom(
      `${year}`,
      `${year}-H${1 + (n % 2)}`,
      `${year}-Q${1 + (n % 4)}`,
      `${year}-${String(n).padStart(2, "0")}`,
    ),
  );

function later(datum: Datum, days: number): Datum {
  return new Date(Date.parse(datum) + days * 86_400_000).toISOString().slice(0, 10);
}

describe("a term on the calendar", () => {
  it.each([
    ["2026-01-31", "1 maand", "2026-02-28"],
    ["2024-01-31", "1 maand", "2024-02-29"],
    ["2024-02-29", "1 jaar", "2025-02-28"],
    ["2024-02-29", "4 jaar", "2028-02-29"],
    ["2026-08-31", "6 maanden", "2027-02-28"],
    ["2026-11-30", "3 maanden", "2027-02-28"],
    ["2026-12-15", "1 maand", "2027-01-15"],
    ["2026-07-01", "10 jaar", "2036-07-01"],
    ["2025-11-30", "10 weken", "2026-02-08"],
    ["1999-12-31", "1 dag", "2000-01-01"],
    ["2000-02-28", "1 dag", "2000-02-29"],
    ["1900-02-28", "1 dag", "1900-03-01"],
    ["2026-01-01", "0 dagen", "2026-01-01"],
  ])("from %s, %s runs to %s", (van, term, tot) => {
    const duur = parseDuur(term);
    expect(duur && addDuur(van, duur)).toBe(tot);
  });

  it("counts days and weeks as they go by, over leap years and turns of the century", () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 0, max: 40_000 }), (datum, aantal) => {
        expect(addDuur(datum, { aantal, maat: "dagen" })).toBe(later(datum, aantal));
        const weeks = Math.floor(aantal / 7);
        expect(addDuur(datum, { aantal: weeks, maat: "weken" })).toBe(later(datum, 7 * weeks));
      }),
    );
  });

  it("keeps the day of the month, or takes the last day of a shorter one", () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 0, max: 600 }), (datum, aantal) => {
        const end = addDuur(datum, { aantal, maat: "maanden" });
        expect(isDatum(end)).toBe(true);
        const sameDay = end.slice(8) === datum.slice(8);
        const lastOfShorter = later(end, 1).endsWith("-01") && end.slice(8) < datum.slice(8);
        expect(sameDay || lastOfShorter).toBe(true);
        const gone = Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7));
        expect(gone).toBe(Number(datum.slice(0, 4)) * 12 + Number(datum.slice(5, 7)) + aantal);
      }),
    );
  });

  it("of twelve months is a year", () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 0, max: 50 }), (datum, aantal) => {
        expect(addDuur(datum, { aantal, maat: "jaar" })).toBe(
          addDuur(datum, { aantal: 12 * aantal, maat: "maanden" }),
        );
      }),
    );
  });

  it.each(["tien weken", "10", "3 kwartalen", "-1 dag", "1.5 jaar", ""])(
    "«%s» is no term",
    (text) => {
      expect(parseDuur(text)).toBeUndefined();
    },
  );
});

describe("a day", () => {
  it("exists only on the calendar", () => {
    expect(["2024-02-29", "2000-02-29", "2026-12-31"].map(isDatum)).toEqual([true, true, true]);
    expect(
      ["2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-1-1"].map(isDatum),
    ).toEqual([false, false, false, false, false]);
  });
});

describe("a periode", () => {
  it.each([
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-H1", "2026-01-01", "2026-06-30"],
    ["2026-H2", "2026-07-01", "2026-12-31"],
    ["2026-Q1", "2026-01-01", "2026-03-31"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026-01-01/2030-12-31", "2026-01-01", "2030-12-31"],
  ])("%s runs from %s to %s, both days included", (text, van, tot) => {
    expect(parsePeriode(text)).toEqual({ van, tot });
  });

  it.each([
    "2026-H3",
    "2026-Q5",
    "2026-13",
    "2026-00",
    "26",
    "2030-01-01/2026-01-01",
    "2026-01-01",
  ])("«%s» is none", (text) => {
    expect(parsePeriode(text)).toBeUndefined();
  });

  it("is followed by the one that begins the day after it ends, and that one comes after this", () => {
    fc.assert(
      fc.property(periode, (text) => {
        const next = volgendePeriode(text) ?? "";
        expect(parsePeriode(next)?.van).toBe(later(parsePeriode(text)?.tot ?? "", 1));
        expect(next.length).toBe(text.length);
        expect(vorigePeriode(next)).toBe(text);
      }),
    );
  });

  it("comes in a row from the first to the last, both included", () => {
    expect(periodesTussen("2024", "2027")).toEqual(["2024", "2025", "2026", "2027"]);
    expect(periodesTussen("2025-H2", "2026-H2")).toEqual(["2025-H2", "2026-H1", "2026-H2"]);
    expect(periodesTussen("2025-Q4", "2026-Q1")).toEqual(["2025-Q4", "2026-Q1"]);
    expect(periodesTussen("2025-11", "2026-01")).toEqual(["2025-11", "2025-12", "2026-01"]);
    expect(periodesTussen("2026", "2026")).toEqual(["2026"]);
  });

  it("makes no row with one of another kind", () => {
    expect(periodesTussen("2024", "2026-H1")).toEqual(["2024"]);
    expect(periodesTussen("2026-03", "2026-H2")).toEqual(["2026-03"]);
  });

  it("of a single day is that day", () => {
    expect(parseMoment("2026-05-05")).toEqual({ van: "2026-05-05", tot: "2026-05-05" });
    expect(parseMoment("mei 2026")).toBeUndefined();
  });
});

describe("1 January of the year before", () => {
  it("is the day on which inhabitants count for a task of this year", () => {
    expect(beginVorigJaar("2026-H1")).toBe("2025-01-01");
    expect(beginVorigJaar("2026-07-01")).toBe("2025-01-01");
  });
});

describe("the days between two dates", () => {
  it("are those that must be added to the first to come to the second", () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: -9_000, max: 9_000 }), (datum, aantal) => {
        expect(dagenTussen(datum, addDuur(datum, { aantal, maat: "dagen" }))).toBe(aantal);
      }),
    );
  });
});

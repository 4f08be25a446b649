import { describe, expect, it } from "vitest";
import { breuk, parseBreuk } from "./breuk.ts";
import {
  formatBereik,
  formatExact,
  formatGetal,
  formatMoment,
  formatProcent,
  formatVanTot,
  formatVerschil,
  parseGetal,
} from "./notatie.ts";

const oracle = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 2 });

describe("a number on screen", () => {
  it.each([0, 7, 999, 1000, 17942942, 0.5, 1234.25])("%s is written as in Dutch", (number) => {
    expect(formatGetal(parseBreuk(`${number}`) ?? breuk(0), 2)).toBe(oracle.format(number));
  });

  it("keeps the percent sign to the number, and the sign of a difference before it", () => {
    expect(formatProcent(breuk(3, 10))).toBe("30%");
    expect(formatProcent(breuk(1, 3), 1)).toBe("33,3%");
    expect(formatVerschil(breuk(4))).toBe("+4");
    expect(formatVerschil(breuk(-4))).toBe("−4");
    expect(formatVerschil(breuk(0))).toBe("0");
  });

  it("rounds a range outwards, and says none where there is none", () => {
    const band = { laag: breuk(841, 2), midden: breuk(450), hoog: breuk(959, 2) };
    expect(formatVanTot(band)).toBe("420 tot 480");
    expect(formatBereik(band)).toBe("420–480");
    const share = { laag: breuk(223, 1000), midden: breuk(1, 4), hoog: breuk(271, 1000) };
    expect(formatBereik(share, "procent")).toBe("22–28%");
    const exact = { laag: breuk(5), midden: breuk(5), hoog: breuk(5) };
    expect([formatVanTot(exact), formatBereik(exact)]).toEqual(["5", ""]);
  });

  it("shows an exact number whole", () => {
    expect(formatExact("16610.04")).toBe("16.610,04");
    expect(formatExact("41.5301…%")).toBe("41,5301…%");
    expect(formatExact("-5")).toBe("−5");
    expect(formatExact("1/3")).toBe("1/3");
    expect(formatExact("ja")).toBe("ja");
  });

  it("cuts what nobody can read, and marks that there is more", () => {
    expect(formatExact("737.912025")).toBe("737,9120…");
    expect(formatExact("2152174400031/3982040000")).toBe("540,4703…");
    expect(formatExact("-7/30000")).toBe("−0,0002…");
  });
});

describe("a number that somebody types", () => {
  it.each([
    ["1.250", breuk(1250)],
    ["1250", breuk(1250)],
    ["1250,5", breuk(2501, 2)],
    ["5,5 %", breuk(11, 200)],
    ["30%", breuk(3, 10)],
    ["2/3", breuk(2, 3)],
  ])("%s is read exactly", (text, number) => {
    expect(parseGetal(text)).toEqual(number);
  });

  it.each(["5.5", "1.25", "12.5000", "-3", "1/0", "veel", "", "1e9", "Infinity", "1,5,5"])(
    "«%s» is not guessed at",
    (text) => {
      expect(parseGetal(text)).toBeUndefined();
    },
  );
});

describe("a moment", () => {
  it.each([
    ["2025-01-01", "1 januari 2025"],
    ["2026-H1", "eerste halfjaar 2026"],
    ["2026-Q2", "tweede kwartaal 2026"],
    ["2026-03", "maart 2026"],
    ["2026", "2026"],
    ["2026-01-01/2030-12-31", "1 januari 2026 tot en met 31 december 2030"],
  ])("%s is said as %s", (moment, words) => {
    expect(formatMoment(moment)).toBe(words);
  });
});

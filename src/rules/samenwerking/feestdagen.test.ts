import { describe, expect, it } from "vitest";
import { feestdagenIn, valtOnderTermijnenwet, verlengTermijn } from "./feestdagen.ts";

describe("feestdagenIn", () => {
  it.each([
    [2024, "2024-03-29", "2024-04-01", "2024-04-27", "2024-05-09", "2024-05-20"],
    [2025, "2025-04-18", "2025-04-21", "2025-04-26", "2025-05-29", "2025-06-09"],
    [2026, "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25"],
    [2027, "2027-03-26", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-17"],
  ])("knows the days of %i that move with Easter or with a Sunday", (year, ...moving) => {
    const fixed = ["01-01", "05-05", "12-25", "12-26"].map((day) => `${year}-${day}`);
    expect([...feestdagenIn(year)].sort()).toEqual([...moving, ...fixed].sort());
  });

  it.each([
    [2038, "2038-04-26"],
    [2285, "2285-03-23"],
  ])("finds Easter Monday in the odd year %i", (year, monday) => {
    expect(feestdagenIn(year)).toContain(monday);
  });
});

describe("verlengTermijn", () => {
  it.each([
    ["2026-03-16", "2026-03-16"],
    ["2026-03-14", "2026-03-16"],
    // Good Friday, the weekend, Easter Monday.
    ["2026-04-03", "2026-04-07"],
    ["2026-12-25", "2026-12-28"],
    ["2027-01-01", "2027-01-04"],
  ])("lets a term that ends on %s run to %s", (last, day) => {
    expect(verlengTermijn(last)).toBe(day);
  });
});

describe("valtOnderTermijnenwet", () => {
  it.each([
    ["dagen", 90, 91],
    ["weken", 12, 13],
    ["maanden", 3, 4],
  ] as const)("holds for short terms in %s only", (maat, most, tooMany) => {
    expect(valtOnderTermijnenwet({ aantal: most, maat })).toBe(true);
    expect(valtOnderTermijnenwet({ aantal: tooMany, maat })).toBe(false);
  });

  it("holds for no term in years", () => {
    expect(valtOnderTermijnenwet({ aantal: 1, maat: "jaar" })).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { formatMoment, isoDay } from "./moment.ts";

describe("moments for Dutch readers", () => {
  it.each([
    ["2025-01-01", "1 januari 2025"],
    ["2026", "2026"],
    ["2026-H1", "eerste half jaar 2026"],
    ["2026-Q4", "vierde kwartaal 2026"],
    ["2026-03", "maart 2026"],
    ["2026-01-01/2030-12-31", "1 januari 2026 tot en met 31 december 2030"],
  ])("say %s as %s", (moment, said) => {
    expect(formatMoment(moment)).toBe(said);
  });

  it("take the day where the reader is", () => {
    expect(isoDay(new Date(2026, 10, 21, 23, 59))).toBe("2026-11-21");
  });
});

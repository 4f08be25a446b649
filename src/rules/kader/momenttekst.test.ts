import { describe, expect, it } from "vitest";
import { formatDuur, formatMoment } from "#domain/notatie.ts";
import { formatPeriode, formatTijdstip } from "./momenttekst.ts";

describe("time in a sentence", () => {
  it("is a Dutch date", () => {
    expect(formatMoment("2026-01-01")).toBe("1 januari 2026");
    expect(formatMoment("2025-11-30")).toBe("30 november 2025");
  });

  it.each([
    ["2026", "2026"],
    ["2026-H1", "het eerste halfjaar van 2026"],
    ["2026-Q4", "het vierde kwartaal van 2026"],
    ["2026-03", "maart 2026"],
    ["2026-01-01/2030-12-31", "2026 tot en met 2030"],
    ["2026-01-01/2026-12-31", "2026"],
    ["2026-03-01/2030-12-31", "1 maart 2026 tot en met 31 december 2030"],
  ])("%s is %s", (periode, dutch) => {
    expect(formatPeriode(periode)).toBe(dutch);
  });

  it("counts one in the singular", () => {
    expect(formatDuur({ aantal: 1, maat: "maanden" })).toBe("1 maand");
    expect(formatDuur({ aantal: 10, maat: "jaar" })).toBe("10 jaar");
  });

  it("may follow from the run", () => {
    expect(formatTijdstip({ soort: "relatief", moment: "begin-vorig-jaar" })).toBe(
      "op 1 januari van het vorige jaar",
    );
    expect(formatTijdstip({ soort: "in", periode: "2030" })).toBe("in 2030");
  });
});

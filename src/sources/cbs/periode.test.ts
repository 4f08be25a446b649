import { describe, expect, it } from "vitest";
import { toMoment, toPeriode } from "./periode.ts";

describe("a period of CBS", () => {
  it("is a year, a quarter or a month of ours", () => {
    expect(["2023JJ00", "2023KW04", "2023MM06 "].map(toPeriode)).toEqual([
      "2023",
      "2023-Q4",
      "2023-06",
    ]);
    const others = ["2023SJ00", "2023KW05", "2023MM13", "2023HJ01", "20230101", "JJ00"];
    expect(others.map(toPeriode)).toEqual(others.map(() => undefined));
  });

  it("is a day for a stock: the first, or the day after the last that was measured", () => {
    expect(toMoment("2024JJ00", "begin")).toEqual({
      ...{ moment: "2024-01-01", peildatum: "2024-01-01" },
    });
    expect(toMoment("2024JJ00", "einde")).toEqual({
      ...{ moment: "2025-01-01", peildatum: "2024-12-31" },
    });
    expect(toMoment("2024MM02", "einde")).toEqual({
      ...{ moment: "2024-03-01", peildatum: "2024-02-29" },
    });
    expect(toMoment("2024KW02", undefined)).toEqual({
      ...{ moment: "2024-Q2", peildatum: "2024-06-30" },
    });
  });
});

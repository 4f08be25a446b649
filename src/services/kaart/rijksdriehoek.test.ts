import { describe, expect, it } from "vitest";
import { toRijksdriehoek } from "./rijksdriehoek.ts";

describe("toRijksdriehoek", () => {
  it("lays Amersfoort in the middle of the system", () => {
    expect(toRijksdriehoek([5.387_206_21, 52.155_174_4])).toEqual([155_000, 463_000]);
  });

  it("finds the Westertoren within a metre", () => {
    const [x, y] = toRijksdriehoek([4.883_525_59, 52.374_532_53]);
    expect(Math.abs(x - 120_700.723)).toBeLessThan(1);
    expect(Math.abs(y - 487_525.502)).toBeLessThan(1);
  });
});

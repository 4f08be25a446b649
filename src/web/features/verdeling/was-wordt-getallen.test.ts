import { describe, expect, it } from "vitest";
import { readVerschillen } from "./was-wordt-getallen.ts";

const band = (laag: string, midden: string, hoog: string) => ({ laag, midden, hoog });

describe("was and wordt per gemeente", () => {
  it("says what is more and less, by alphabet, and what may be nothing but uncertainty", () => {
    const read = readVerschillen({
      eenheden: [
        {
          id: "b",
          naam: "Zee",
          was: band("9", "10", "11"),
          wordt: band("10", "11.5", "13"),
          overlapt: true,
        },
        {
          id: "a",
          naam: "Aa",
          was: band("10", "10", "10"),
          wordt: band("8", "8", "8"),
          overlapt: false,
        },
      ],
    });
    expect(
      read.map(({ naam, tekst, zin, getal, binnen }) => [naam, tekst, zin, getal, binnen]),
    ).toEqual([
      ["Aa", "−2", "2 minder", -2, false],
      ["Zee", "+1,5", "1,5 meer", 1.5, true],
    ]);
  });

  it("has no difference where a side is unknown, and none to doubt where both are the same", () => {
    const same = band("1", "2", "3");
    const [half, equal] = readVerschillen({
      eenheden: [
        { id: "a", naam: "A", was: same, overlapt: false },
        { id: "b", naam: "B", was: same, wordt: same, overlapt: true },
      ],
    });
    expect(half).not.toHaveProperty("getal");
    expect(half?.zin).toBe("onbekend");
    expect(equal).toMatchObject({ tekst: "0", zin: "hetzelfde", binnen: false });
  });
});

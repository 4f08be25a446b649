import { describe, expect, it } from "vitest";
import { compareNaam } from "./alfabet.ts";

describe("names in the order of an index", () => {
  it("do not mind capitals, accents or an apostrophe in front", () => {
    const names = ["Zwolle", "Één", "'s-Gravenhage", "Súdwest-Fryslân", "Eemnes", "dongen", "Ede"];
    expect(names.toSorted(compareNaam)).toEqual([
      "dongen",
      "Ede",
      "Eemnes",
      "Één",
      "'s-Gravenhage",
      "Súdwest-Fryslân",
      "Zwolle",
    ]);
  });

  it("that differ only in that have one order, whichever came first", () => {
    expect(["Ede", "ede"].toSorted(compareNaam)).toEqual(["ede", "Ede"].toSorted(compareNaam));
  });
});

import { describe, expect, it } from "vitest";
import { sayAlsRegio } from "#domain/schermwoorden.ts";
import { codesOf } from "./woordenlijst.ts";

describe("F093 a region's own words on the sheet", () => {
  it("changes labels in a text, keeps plurals and capitals, and leaves what has no own word", () => {
    const woorden = { bovengrens: "plafond", vergunninghouder: "statushouder" };
    expect(
      sayAlsRegio("Bovengrens: de bovengrens voor vergunninghouders en de opgave", woorden),
    ).toBe("Plafond: de plafond voor statushouders en de opgave");
  });

  it("changes no part of a longer word", () => {
    expect(sayAlsRegio("bovengrensregel", { bovengrens: "plafond" })).toBe("bovengrensregel");
  });

  it("finds what a code of a list is called, and takes no other code for one", () => {
    const woorden = { "aandachtsgroep.dakloos": "zonder huis", opgave: "taak" };
    expect(codesOf(woorden)).toEqual({ dakloos: "zonder huis" });
  });
});

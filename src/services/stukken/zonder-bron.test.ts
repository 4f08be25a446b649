import { describe, expect, it } from "vitest";
import { aStukbron } from "#test/stukken.ts";
import { namesZonderBron } from "./zonder-bron.ts";

const { blad } = aStukbron(
  "urgenten-bovengrens",
  "regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25&cijfer.inwoners@GM0505=120000",
);

describe("F223 figures that were typed without a source", () => {
  it("are told by name: of all, or of whom", () => {
    expect(namesZonderBron(blad, [])).toEqual([
      "Inwoners (Dordrecht)",
      "Mutatiegraad van sociale huurwoningen (7 gemeenten)",
    ]);
  });

  it("are also an opgave that was changed in the sentence", () => {
    expect(namesZonderBron(blad, ["wijzig.opgave.aantal"])).toContain("de opgave in de zin");
  });

  it("are none where each says where it comes from", () => {
    const cijfers = blad.cijfers.map((cijfer) => ({ ...cijfer, bron: "jaarverslag" }));
    expect(namesZonderBron({ cijfers }, [])).toEqual([]);
  });
});

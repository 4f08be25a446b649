import { describe, expect, it } from "vitest";
import { basis } from "#test/basis.ts";
import { createAanvuller } from "./aanvuller.ts";

const aanvuller = createAanvuller(basis.kennis);

function at(marked: string): readonly string[] {
  const bij = marked.indexOf("|");
  return (aanvuller.vul(marked.replace("|", ""), bij)?.voorstellen ?? []).map(({ tekst }) => tekst);
}

const HEAD = "soort: verdeling\nid: p\ntitel: P\n";

describe("what can be written at a place", () => {
  it("is a soort first, and then the keys of that soort that are not there yet", () => {
    expect(at("|")).toEqual(["soort: "]);
    expect(at("soort: ve|")).toContain("verdeling");
    const keys = at(`${HEAD}|`);
    expect(keys).toContain("stappen: ");
    expect(keys).not.toContain("titel: ");
  });

  it.each([
    ["a key inside a step", "stappen:\n  - over: gemeenten\n    |", "wat-niet-past: "],
    ["a key between brackets", "opgave: { aantal: 3, | }", "uit: "],
    ["a word of the grammar", "onderwerp: ur|", "urgenten"],
    ["a word that stands for a block", "stappen:\n  - afronding: om|", "omlaag"],
    ["a figure that stands for a block", "opgave: ur|", "urgenten"],
    ["a figure", "opgave: { aantal: 30 % van vr| }", "vrijkomende-sociale-huurwoningen"],
    ["a parameter of its own", "parameters:\n  deel: deel\nopgave: { aantal: d| }", "deel"],
    ["a figure as a sleutel", "stappen:\n  - sleutel: { naar-rato-van: | }", "inwoners"],
    ["a gemeente with its code", "stappen:\n  - voor: { bij: [GM05|] }", "GM0505 Dordrecht"],
    ["a region", "gebied: dr|", "drechtsteden"],
    ["an axis", "opgave: { aantal: 3, per: | }", "inkomensgroep"],
    ["an onderdeel of that axis", "opgave:\n  per: inkomensgroep\n  is:\n    |", "laag: "],
    [
      "a document with its version",
      "stappen:\n  - sleutel: { op-volgorde: | }",
      "holland-rijnland-standplaatsen@1",
    ],
    [
      "a code of a kenmerk",
      "stappen:\n  - voor: { waar: { kenmerk: inkomensgroep, is: | } }",
      "zeer-laag",
    ],
  ])("is %s", (_, text, wanted) => {
    expect(at(`${HEAD}${text}`)).toContain(wanted);
  });

  it("takes the place of what was begun, and of no more", () => {
    const text = `${HEAD}opgave: { aantal: 30 % van vrij`;
    expect(aanvuller.vul(text, text.length)?.van).toBe(text.length - "vrij".length);
    const unit = `${HEAD}stappen:\n  - voor: { bij: [GM0505 Dor`;
    expect(aanvuller.vul(unit, unit.length)?.van).toBe(unit.length - "GM0505 Dor".length);
  });

  it("says of a path what a control there can offer", () => {
    const keuzes = aanvuller.keuzes(`${HEAD}stappen:\n  - over: gemeenten\n`, [
      "stappen",
      0,
      "wat-niet-past",
      "keuze",
    ]);
    expect(keuzes.map(({ tekst }) => tekst)).toEqual([
      "later",
      "compenseren",
      "extra-aanbod",
      "anderen",
      "open",
    ]);
  });
});

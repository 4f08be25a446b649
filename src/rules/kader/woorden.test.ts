import { describe, expect, it } from "vitest";
import {
  bare,
  codeToName,
  codeToWords,
  counted,
  definite,
  each,
  lowerFirst,
  singular,
} from "./woorden.ts";

describe("a code read aloud", () => {
  it.each([
    ["sociale-huur", "sociale huur"],
    ["daeb-aandeel", "DAEB-aandeel"],
    ["corporatie-aandeel", "corporatie-aandeel"],
    ["provincie-noord-holland", "provincie Noord-Holland"],
    ["familie-in-gemeente", "familie in de gemeente"],
    ["programmateam-mra", "programmateam MRA"],
    ["wmo-beleidsplan", "Wmo-beleidsplan"],
  ])("%s is %s", (code, words) => {
    expect(codeToWords(code)).toBe(words);
  });

  it("is a name where it is one", () => {
    expect(codeToName("hart-van-brabant")).toBe("Hart van Brabant");
    expect(codeToName("mra")).toBe("MRA");
  });
});

describe("a Dutch word in a sentence", () => {
  it.each([
    ["urgente huishoudens", "de urgente huishoudens"],
    ["sociale huurwoningen die vrijkomen", "de sociale huurwoningen die vrijkomen"],
    ["woningbouwprogramma", "het woningbouwprogramma"],
    ["behoefte aan standplaatsen", "de behoefte aan standplaatsen"],
    ["gemiddeld aantal personen per huishouden", "het gemiddeld aantal personen per huishouden"],
    ["gemiddelde verkoopprijs", "de gemiddelde verkoopprijs"],
    ["het programma", "het programma"],
  ])("%s gets its article: %s", (words, withArticle) => {
    expect(definite(words)).toBe(withArticle);
  });

  it("stands alone when it is several, and is counted when it is asked how many", () => {
    expect(bare("inwoners")).toBe("inwoners");
    expect(bare("bezit")).toBe("het bezit");
    expect(counted("inwoners")).toBe("het aantal inwoners");
    expect(counted("huishoudensgroei")).toBe("de huishoudensgroei");
  });

  it("has no article where the language does not tell which", () => {
    expect(definite("kwux")).toBe("kwux");
  });

  it("is one of several", () => {
    expect(
      ["gemeenten", "deelregios", "inkomensgroepen", "gebiedsdelen", "segmenten"].map(singular),
    ).toEqual(["gemeente", "deelregio", "inkomensgroep", "gebiedsdeel", "segment"]);
    expect([each("gemeente"), each("plan")]).toEqual(["elke gemeente", "elk plan"]);
  });

  it("keeps its capitals where they are part of it", () => {
    expect(lowerFirst("Sociale huurwoningen")).toBe("sociale huurwoningen");
    expect(lowerFirst("DAEB-woningen")).toBe("DAEB-woningen");
    expect(lowerFirst("PS leggen vast")).toBe("PS leggen vast");
  });
});

import { describe, expect, it } from "vitest";
import { RuleError } from "#domain/errors.ts";
import { describeRuleError } from "./fouttekst.ts";

const naam = (id: string) => (id === "GM0505" ? "Dordrecht" : id);

describe("a rule that gives no outcome", () => {
  it("says of whom the figure is by name, and how to mend it", () => {
    const error = new RuleError("gewicht-negatief", {
      cijfer: "inwoners",
      eenheid: "GM0505",
      gewicht: "-5",
    });
    expect(describeRuleError(error, naam)).toBe(
      "«inwoners» van Dordrecht is -5. Een sleutel verdeelt naar getallen van 0 of meer. Verbeter het cijfer, of kies een andere sleutel.",
    );
  });

  it.each([
    [new RuleError("opgave-negatief", { opgave: "-5" }), "De opgave is -5."],
    [new RuleError("geen-eenheden", { gebied: "leeg" }), "In leeg is er niemand"],
    [
      new RuleError("gewichten-niet-een", { som: "0.99", delen: ["0.6", "0.39"] }),
      "samen precies 1",
    ],
    [new RuleError("kring-van-documenten", { documenten: ["a", "b", "a"] }), "a → b → a"],
    [
      new RuleError("sleutel-zonder-gewicht", { stap: "stap 1", onderdeel: "" }),
      "In stap 1 is het cijfer",
    ],
    [new RuleError("delen-door-nul", { cijfer: "x", eenheid: "GM0505" }), "berekening voor GM0505"],
    [
      new RuleError("figuur-nul-in-omgekeerde-sleutel", { cijfer: "x", eenheid: "A" }),
      "«x» van A is 0.",
    ],
    [new RuleError("vaste-delen-niet-een", { som: "0.9", moet: "1" }), "samen 0.9"],
    [new RuleError("verwijzing-onbekend", { naam: "x" }), "verwijst naar «x»"],
    [new RuleError("waarde-onbruikbaar", { waar: "x", gevonden: "y" }), "Bij «x» staat «y»"],
    [new RuleError("getal-te-groot", { waar: "x", gevonden: "10" }), "te groot"],
  ])("is told in a sentence: %s", (error, text) => {
    expect(describeRuleError(error)).toContain(text);
  });
});

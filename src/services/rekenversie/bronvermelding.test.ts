import { describe, expect, it } from "vitest";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { listOngebronde } from "./bronvermelding.ts";

function ongebronde(query: string, bronnen: Readonly<Record<string, string>> = {}) {
  return listOngebronde(readBlad("sleutel-inwoners", new URLSearchParams(query), ""), bronnen);
}

describe("a figure without a source (F223)", () => {
  it("is each typed figure, until somebody says where it comes from", () => {
    const query = "cijfer.urgenten=450&cijfer.inwoners@GM0505=1.250";
    expect(ongebronde(query)).toEqual(["urgenten", "inwoners@GM0505"]);
    expect(ongebronde(query, { urgenten: "raming", "inwoners@GM0505": "  " })).toEqual([
      "inwoners@GM0505",
    ]);
  });

  it("is a made-up one too, that says so itself", () => {
    expect(ongebronde("cijfer.urgenten=450&voorbeeld=ja")).toEqual(["urgenten"]);
  });

  it("is an opgave that was changed in the sentence, and no rule that people chose", () => {
    const query =
      "wijzig.opgave.aantal=500&wijzig.stappen[0].voorwaarden[0].hoogstens=25 %25&kies.x=3";
    expect(ongebronde(query)).toEqual(["wijzig.opgave.aantal"]);
  });
});

import { describe, expect, it } from "vitest";
import { createRekening, vergelijk } from "#test/beproeving/rekening.ts";

const document = (naam: string, inhoud = "a") => ({ soort: "document", naam, inhoud }) as const;

describe("the account beside the database", () => {
  it("is content with what was told, and with what nobody knows, whole or not at all", () => {
    const rekening = createRekening();
    rekening.zet(document("x@1")).stand = "bevestigd";
    rekening.zet(document("y@1"));
    rekening.zet(document("z@1")).stand = "geweigerd";
    expect(vergelijk(rekening.alle(), [document("x@1")])).toEqual([]);
    expect(vergelijk(rekening.alle(), [document("x@1"), document("y@1")])).toEqual([]);
  });

  it.each([
    ["lost", [], "document x@1 was bevestigd en is er niet"],
    ["double", [document("x@1"), document("x@1")], "document x@1 staat er 2 keer"],
    ["half", [document("x@1", "b")], "document x@1 is anders of half: b in plaats van a"],
    ["of nobody", [document("x@1"), document("q@1")], "niemand vroeg om document q@1"],
    ["refused", [document("x@1"), document("z@1")], "document z@1 was geweigerd en is er toch"],
  ])("sees what is %s", (_, rijen, fout) => {
    const rekening = createRekening();
    rekening.zet(document("x@1")).stand = "bevestigd";
    rekening.zet(document("z@1")).stand = "geweigerd";
    expect(vergelijk(rekening.alle(), rijen)).toEqual([fout]);
  });

  it("sees what was thrown away and is there, and what is half thrown away", () => {
    const rekening = createRekening();
    rekening.zet(document("x@1")).stand = "bevestigd";
    rekening.zet(document("x@2")).stand = "bevestigd";
    const weg = rekening.zet({ soort: "document weg", naam: "x", inhoud: "" });
    expect(vergelijk(rekening.alle(), [document("x@1"), document("x@2")])).toEqual([]);
    expect(vergelijk(rekening.alle(), [])).toEqual([]);
    expect(vergelijk(rekening.alle(), [document("x@2")])).toEqual([
      "document x is half weggegooid",
    ]);
    weg.stand = "bevestigd";
    expect(vergelijk(rekening.alle(), [document("x@2")])).toContain(
      "document x@2 was weggegooid en is er nog",
    );
  });
});

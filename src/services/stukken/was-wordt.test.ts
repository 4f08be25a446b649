import { describe, expect, it } from "vitest";
import type { Sleutelverschil } from "#services/rekenversie/was-wordt.ts";
import { aStukbron, textsOf } from "#test/stukken.ts";
import { makeStuk } from "./stukken.service.ts";

const QUERY = "regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25";
const was = aStukbron("urgenten-bovengrens", QUERY).blad;
const bron = aStukbron("urgenten-bovengrens", `${QUERY}&wijzig.opgave.aantal=200`);

const band = (midden: string, laag = midden, hoog = midden) => ({ laag, midden, hoog });

const VERSCHIL: Sleutelverschil = {
  was: "urgenten-bovengrens@1",
  wordt: "urgenten-bovengrens@1",
  eenheid: "huishoudens",
  eenheden: [
    { id: "GM0505", naam: "Dordrecht", was: band("184"), wordt: band("82"), overlapt: false },
    {
      id: "GM0482",
      naam: "Alblasserdam",
      was: band("31", "28", "33"),
      wordt: band("30", "27", "32"),
      overlapt: true,
    },
    { id: "GM0642", naam: "Zwijndrecht", wordt: band("12"), overlapt: false },
  ],
  document: {
    zinnen: ["Verdeel 420 tot 480.", "Verdeel 200."],
    gelijk: 3,
    verschillen: [{ pad: "opgave.aantal", links: "420 tot 480", rechts: "200" }],
  },
  keuzes: [{ naam: "wat-niet-past", wordt: "open" }],
  cijfers: [
    {
      indicator: "mutatiegraad",
      gebied: "GM0505",
      cel: [],
      was: {
        indicator: "mutatiegraad",
        gebied: "GM0505",
        cel: [],
        bron: "raming",
        waarde: band("0.05"),
      },
    },
  ],
};

function textOf(sleutels: readonly Sleutelverschil[]): string {
  const made = makeStuk(bron, { soort: "was-wordt", was, sleutels });
  if (!made.ok) throw new Error(made.fouten.join());
  return textsOf(made.stuk).join("\n");
}

describe("the was-wordt sheet", () => {
  const text = textOf([VERSCHIL]);

  it("lays both sentences, and every gemeente by alphabet with its difference", () => {
    expect(text).toContain("De zin was\nVerdeel 420 tot 480.\nDe zin wordt\nVerdeel 200.");
    expect(text).toContain("opgave, aantal | 420 tot 480 | 200");
    expect(text).toContain("Dordrecht | 184 | 82 | −102");
    expect(text.indexOf("Alblasserdam")).toBeLessThan(text.indexOf("Dordrecht"));
  });

  it("says of bands that overlap that the difference may be nothing, and of unknown that it is", () => {
    expect(text).toContain("Alblasserdam | 31 28–33 | 30 27–32 | −1 binnen de onzekerheid");
    expect(text).toContain("Zwijndrecht | onbekend | 12 | onbekend");
  });

  it("names choices and figures that differ, with their sources", () => {
    expect(text).toContain("wat niet past | er niet | open");
    expect(text).toContain(
      "Mutatiegraad van sociale huurwoningen (raming)\nDordrecht | 5% | er niet",
    );
  });

  it("takes gemeenten with the same change of a figure together", () => {
    const [first] = VERSCHIL.cijfers;
    if (!first?.was) throw new Error("a figure");
    const other = { ...first, gebied: "GM0482", was: { ...first.was, gebied: "GM0482" } };
    const said = textOf([{ ...VERSCHIL, cijfers: [first, other] }]);
    expect(said).toContain(
      "Mutatiegraad van sociale huurwoningen (raming)\n2 gemeenten | 5% | er niet",
    );
  });

  it("says each source where before and after differ in it", () => {
    const [first] = VERSCHIL.cijfers;
    if (!first?.was) throw new Error("a figure");
    const wordt = { ...first.was, bron: "telling" };
    expect(textOf([{ ...VERSCHIL, cijfers: [{ ...first, wordt }] }])).toContain(
      "Mutatiegraad van sociale huurwoningen\nDordrecht | 5% raming | 5% telling",
    );
  });

  it("lays no numbers side by side that count other things", () => {
    const { eenheid: _, ...other } = VERSCHIL;
    const said = textOf([{ ...other, eenheden: [] }]);
    expect(said).toContain("Deze twee tellen iets anders");
    expect(said).not.toContain("Dordrecht | 184");
  });

  it("says so where nothing differs", () => {
    const document = { ...VERSCHIL.document, zinnen: ["Zin.", "Zin."] as const, verschillen: [] };
    const said = textOf([{ ...VERSCHIL, document, keuzes: [], cijfers: [] }]);
    expect(said).toContain("De zin is dezelfde.");
    expect(said).toContain("De gebruikte cijfers zijn dezelfde.");
  });
});

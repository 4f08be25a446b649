import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import type { Keuzegevolg, VerdelingUitkomst } from "#domain/uitkomst.ts";
import { KEUZEN, type Keuze } from "#domain/verdeling.ts";
import { eenVerdeling } from "#test/builders.ts";

function gevolgen({ meldingen }: VerdelingUitkomst): readonly Keuzegevolg[] {
  return meldingen.flatMap((melding) =>
    melding.soort === "besluit-nodig" && melding.wat === "wat-niet-past" ? melding.keuzes : [],
  );
}

function gevolgVan(uitkomst: VerdelingUitkomst, keuze: Keuze): Keuzegevolg | undefined {
  return gevolgen(uitkomst).find((gevolg) => gevolg.keuze === keuze);
}

function getallen(gevolg: Keuzegevolg | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (gevolg?.uitkomst ?? []).map(({ eenheid, aantal }) => [eenheid, formatBreuk(aantal)]),
  );
}

describe("what every choice would give", () => {
  it("is told per gemeente of a corporatie that stands in more than one", () => {
    const uitkomst = eenVerdeling(`
        opgave: { aantal: 40, eenheid: woningen }
        stappen:
          - { over: gemeenten, sleutel: gelijk }
          - over: corporaties
            sleutel: { naar-rato-van: bezit }
            voorwaarden: [{ hoogstens: 12, voor: [noord] }]`)
      .met("bezit", { A: { noord: 3, zuid: 1 }, B: { noord: 1, zuid: 1 } })
      .verdeel();
    expect(uitkomst.meldingen).toMatchObject([{ aanDeGrens: ["A/noord"] }]);
    expect(getallen(gevolgVan(uitkomst, "open"))).toEqual({
      "A/noord": "12",
      "A/zuid": "5",
      "B/noord": "10",
      "B/zuid": "10",
    });
    const anderen = gevolgVan(uitkomst, "anderen");
    expect(getallen(anderen)).toMatchObject({ "A/noord": "12", "A/zuid": "8" });
    expect(anderen?.groeit).toEqual(["A/zuid"]);
  });

  it("has numbers where units would be level, with what they still get left open", () => {
    const uitkomst = eenVerdeling(`
        opgave: { aantal: 12, eenheid: woningen }
        stappen:
          - over: gemeenten
            sleutel: { naar-rato-van: inwoners }
            voorwaarden: [{ hoogstens: 5, voor: [A] }]`)
      .met("inwoners", { A: 2, B: 1, C: 1 })
      .verdeel();
    const anderen = gevolgVan(uitkomst, "anderen");
    expect(getallen(anderen)).toEqual({ A: "5", B: "3", C: "3" });
    expect(anderen?.open).toEqual({ teller: 1n, noemer: 1n });
    expect(anderen?.waarom).toBe(
      "Over de laatste 1 staan B, C gelijk; mensen beslissen dan nog wie voorgaat.",
    );
  });

  it("is on a path what the first periode gives once that choice is made", () => {
    const proef = eenVerdeling(`
        opgave: { aantal: 50, eenheid: woningen, periode: jaar }
        stappen:
          - over: gemeenten
            sleutel: { naar-rato-van: inwoners }
            voorwaarden: [{ hoogstens: 33, voor: [A] }]
        ingroeipad: { van: { naar-rato-van: nu }, vanaf: 2024, doel: 2026 }
        vereffening: { werkelijk: nu }`)
      .met("inwoners", { A: 50, B: 31, C: 19 })
      .met("nu", { A: 80, B: 13, C: 7 });
    const undecided = proef.verdeel();
    expect(gevolgen(undecided).map(({ keuze }) => keuze)).toEqual([...KEUZEN]);
    for (const keuze of KEUZEN) {
      const eerste = proef.ingevuld({ watNietPast: { keuze } }).verdeel().jaren[0];
      const chosen = Object.fromEntries(
        (eerste?.eenheden ?? []).map(({ id, aantal }) => [id, formatBreuk(aantal.midden)]),
      );
      expect(getallen(gevolgVan(undecided, keuze))).toEqual(chosen);
    }
  });
});

describe("a bound of 0 % of a figure", () => {
  it("that collides names the least change, without a percentage that cannot be known", () => {
    const uitkomst = eenVerdeling(`
        opgave: { aantal: 10, eenheid: woningen }
        stappen:
          - over: gemeenten
            sleutel: gelijk
            voorwaarden: [{ hoogstens: 0 % van ruimte }]
            wat-niet-past: anderen`)
      .met("ruimte", { A: 4, B: 9 })
      .verdeel();
    expect(uitkomst.meldingen).toEqual([
      {
        soort: "onhaalbaar",
        tekst: "de bovengrens laat samen 0 toe, de opgave is 10",
        botsend: ["stappen[0].voorwaarden[0]"],
        uitweg: ["Verlaag de opgave met 10.", "Of kies iets anders voor wat niet past."],
      },
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, breuk, compare, equals, formatBreuk, isWhole, NUL, sum } from "#domain/breuk.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import { aantallen, eenVerdeling } from "#test/builders.ts";

function verdeel(opgave: string, stap: string): VerdelingUitkomst {
  return eenVerdeling(`
      opgave: { aantal: ${opgave}, eenheid: woningen, heel: geen }
      stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners }, ${stap} }]`)
    .met("inwoners", { A: 34, B: 34, C: 32 })
    .verdeel();
}

function open(uitkomst: VerdelingUitkomst): string {
  return formatBreuk(uitkomst.open.midden);
}

function placed({ eenheden }: VerdelingUitkomst) {
  return sum(eenheden.map(({ aantal }) => aantal.midden));
}

const VOLGORDE = "gelijke-standen: [{ volgorde: [A, B, C] }]";

describe("an opgave that is no whole number", () => {
  it("leaves open what is not placed, and says so", () => {
    const uitkomst = verdeel("12/5", `afronding: grootste-rest, ${VOLGORDE}`);
    expect(aantallen(uitkomst)).toEqual({ A: "1", B: "1", C: "0" });
    expect(open(uitkomst)).toBe("0.4");
    expect(uitkomst.stappen[0]?.opmerkingen).toEqual([
      "Er is 0,4 niet geplaatst van de 2,4 die te verdelen was; dat komt door het afronden.",
    ]);
  });

  it("says how much more was placed where the nearest number lies above it", () => {
    const uitkomst = verdeel("13/5", `afronding: grootste-rest, ${VOLGORDE}`);
    expect(placed(uitkomst)).toEqual(breuk(3));
    expect(open(uitkomst)).toBe("0");
    expect(uitkomst.stappen[0]?.opmerkingen).toEqual([
      "Er is 0,4 meer geplaatst dan de 2,6 die te verdelen was; dat komt door het afronden.",
    ]);
  });

  it("is placed or open to the last part, and of a maximum never more is placed", () => {
    const methode = fc.constantFrom("grootste-rest", "sainte-lague", "dhondt", "adams");
    const part = fc.tuple(fc.bigInt(1n, 400n), fc.bigInt(1n, 12n));
    fc.assert(
      fc.property(part, methode, fc.boolean(), ([above, below], how, maximum) => {
        const opgave = `${above}/${below}, als: ${maximum ? "maximum" : "opgave"}`;
        const uitkomst = verdeel(opgave, `afronding: ${how}, ${VOLGORDE}`);
        const total = breuk(above, below);
        const together = add(placed(uitkomst), uitkomst.open.midden);
        expect(isWhole(placed(uitkomst))).toBe(true);
        expect(compare(uitkomst.open.midden, NUL)).toBeGreaterThanOrEqual(0);
        // Only a half or more is rounded up, and then it is said.
        const told = uitkomst.stappen[0]?.opmerkingen ?? [];
        const more = told.some((text) => text.includes("meer geplaatst"));
        expect(more).toBe(compare(placed(uitkomst), total) > 0);
        expect(more && maximum).toBe(false);
        expect(equals(together, total)).toBe(!more);
      }),
      { numRuns: 60 },
    );
  });
});

describe("numbers in multiples", () => {
  const veelvoud = (aantal: string, als = "opgave") =>
    verdeel(
      `${aantal}, als: ${als}`,
      `afronding: { methode: grootste-rest, veelvoud: 10 }, ${VOLGORDE}`,
    );

  it("are together the nearest multiple, a half up; what is not placed is open", () => {
    expect(placed(veelvoud("25"))).toEqual(breuk(30));
    expect(placed(veelvoud("24"))).toEqual(breuk(20));
    expect(open(veelvoud("24"))).toBe("4");
  });

  it("never pass a maximum", () => {
    expect(placed(veelvoud("25", "maximum"))).toEqual(breuk(20));
    expect(open(veelvoud("25", "maximum"))).toBe("5");
  });
});

describe("what rounding leaves over for the largest", () => {
  const restant = (wie: string) =>
    eenVerdeling(`
      opgave: { aantal: 10, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          voorwaarden: [{ hoogstens: ruimte }]
          wat-niet-past: anderen
          afronding: { methode: omlaag, restant: ${wie} }`)
      .met("inwoners", { A: 340, B: 335, C: 325 })
      .met("ruimte", { A: "3.5", B: 9, C: 9 })
      .verdeel();

  it("goes to the largest that has room within its bounds", () => {
    expect(aantallen(restant("grootste"))).toEqual({ A: "3", B: "4", C: "3" });
  });

  it("does not lift a named unit past its bound, and says what is left", () => {
    const uitkomst = restant("A");
    expect(aantallen(uitkomst)).toEqual({ A: "3", B: "3", C: "3" });
    expect(uitkomst.stappen[0]?.opmerkingen).toEqual([
      "Er is 1 niet geplaatst van de 10 die te verdelen was; dat komt door het afronden.",
    ]);
  });

  it("is a decision of people where the largest are equal in everything", () => {
    const uitkomst = eenVerdeling(`
      opgave: { aantal: 10, eenheid: woningen }
      stappen: [{ over: gemeenten, sleutel: gelijk, afronding: { methode: omlaag, restant: grootste } }]`)
      .over("A", "B", "C")
      .verdeel();
    expect(uitkomst.meldingen).toMatchObject([
      { soort: "besluit-nodig", wat: "gelijke-stand", kandidaten: ["A", "B", "C"], teVerdelen: 1 },
    ]);
  });
});

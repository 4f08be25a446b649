import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import { aantallen, eenVerdeling } from "#test/builders.ts";

function meldingenVan(proef: ReturnType<typeof eenVerdeling>) {
  return proef.verdeel().meldingen;
}

describe("a promise that others make room for", () => {
  // Rounding what is left by D'Hondt gave A one more here, though only B was promised something.
  it("takes from the others and gives nobody more, whatever the rounding", () => {
    const first = eenVerdeling(`
      opgave: { aantal: 41, eenheid: woningen }
      stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners }, afronding: dhondt }]`)
      .met("inwoners", { A: 1, B: 3, C: 4 })
      .verdeel();
    const promised = eenVerdeling(`
      opgave: { aantal: 41, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          voorwaarden: [{ minstens: beloofd, voor: [B] }]
          herverdeling: { naar-rato-van: draagkracht }
          afronding: dhondt`)
      .met("inwoners", { A: 1, B: 3, C: 4 })
      .met("beloofd", { B: 23 })
      .met("draagkracht", { A: 6, B: 1, C: 8 })
      .verdeel();
    const [before, after] = [aantallen(first), aantallen(promised)];
    expect(after.B).toBe("23");
    expect(Number(after.A)).toBeLessThanOrEqual(Number(before.A));
    expect(Number(after.C)).toBeLessThanOrEqual(Number(before.C));
  });
});

describe("bounds that free exactly what others are promised", () => {
  it("leave nothing to choose", () => {
    const proef = eenVerdeling(`
      opgave: { aantal: 30, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: gelijk
          voorwaarden: [{ hoogstens: 7, voor: [A] }, { minstens: 13, voor: [B] }]`).over(
      "A",
      "B",
      "C",
    );
    expect(proef.verdeel().meldingen).toEqual([]);
    expect(aantallen(proef.verdeel())).toEqual({ A: "7", B: "13", C: "10" });
  });
});

describe("bounds of one unit that leave no whole number", () => {
  it("are onhaalbaar, and the unit is named", () => {
    const [melding] = meldingenVan(
      eenVerdeling(`
      opgave: { aantal: 10, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: gelijk
          voorwaarden: [{ precies: 5/2, voor: [A] }]
          wat-niet-past: anderen`).over("A", "B"),
    );
    expect(melding).toMatchObject({
      soort: "onhaalbaar",
      tekst: "bij «A» vraagt de ondergrens 3, en laat de bovengrens 2 toe",
      botsend: ["stappen[0].voorwaarden[0]"],
    });
  });
});

describe("rounding to multiples", () => {
  it("keeps the bounds in multiples too", () => {
    const uitkomst = eenVerdeling(`
      opgave: { aantal: 100, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          voorwaarden: [{ hoogstens: 55, voor: [A] }, { minstens: 15, voor: [C] }]
          wat-niet-past: anderen
          afronding: { methode: grootste-rest, veelvoud: 10 }`)
      .met("inwoners", { A: 7, B: 2, C: 1 })
      .verdeel();
    expect(aantallen(uitkomst)).toEqual({ A: "50", B: "30", C: "20" });
  });
});

describe("a method that rounds each unit alone", () => {
  it("rounds a bound as it rounds the number, so that nobody gets a part of a home", () => {
    const uitkomst = eenVerdeling(`
      opgave: { aantal: 10, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          voorwaarden: [{ hoogstens: 16/5, voor: [A] }]
          wat-niet-past: open
          afronding: omhoog`)
      .met("inwoners", { A: 11, B: 9 })
      .verdeel();
    expect(aantallen(uitkomst)).toEqual({ A: "4", B: "5" });
    expect(formatBreuk(uitkomst.open.midden)).toBe("2");
  });
});

describe("a tie inside one part of a composed key that is rounded by itself", () => {
  it("is for people to settle", () => {
    const proef = eenVerdeling(`
      opgave: { aantal: 6, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel:
            gewogen:
              - { gewicht: 1/2, naar-rato-van: inwoners }
              - { gewicht: 1/2, naar-rato-van: banen }
          afronding: { methode: grootste-rest, per: sleuteldeel }`)
      .met("inwoners", { A: 1, B: 1 })
      .met("banen", { A: 2, B: 2 });
    expect(meldingenVan(proef)).toMatchObject([
      { soort: "besluit-nodig", wat: "gelijke-stand", teVerdelen: 1 },
    ]);
    const settled = proef.ingevuld({ gelijkeStanden: ["B", "A"] }).verdeel();
    expect(aantallen(settled)).toEqual({ A: "2", B: "4" });
  });
});

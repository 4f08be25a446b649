import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, formatBreuk, sum } from "#domain/breuk.ts";
import { aantallen, eenVerdeling, getal } from "#test/builders.ts";

function deel(tekst: string) {
  return { soort: "getal" as const, getal: getal(tekst), tekst };
}

/** An opgave over one gemeente, with what is filled in for `p` and `q`. */
function opgave(blok: string, p = "0", q = "0") {
  return eenVerdeling(`
      parameters:
        p: { eenheid: deel, zekerheid: onzeker }
        q: { eenheid: deel, zekerheid: onzeker }
        hoe: { eenheid: methode, waarde: omlaag, zekerheid: aanname }
      opgave: ${blok}
      stappen: [{ over: gemeenten, sleutel: gelijk }]`)
    .over("A")
    .ingevuld({ parameters: { p: deel(p), q: deel(q) } })
    .verdeel();
}

function onderdelen(...args: Parameters<typeof opgave>): Readonly<Record<string, string>> {
  const delen = Object.entries(opgave(...args).opgave?.onderdelen ?? {});
  return Object.fromEntries(delen.map(([naam, band]) => [naam, formatBreuk(band.midden)]));
}

describe("an opgave in parts", () => {
  it("takes a share of the whole, a rest, or numbers that are together the whole", () => {
    expect(
      onderdelen("{ aantal: 100, eenheid: woningen, per: segment, is: { a: 2/3, b: rest } }"),
    ).toEqual({ a: "67", b: "33" });
    expect(onderdelen("{ eenheid: woningen, per: segment, is: { a: 30, b: 21 } }")).toEqual({
      a: "30",
      b: "21",
    });
  });

  it("adds up to the whole, whatever the shares that people fill in", () => {
    const aandeel = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.bigInt(0n, 999n), aandeel, aandeel, (n, a, b) => {
        fc.pre(a + b <= 100);
        const blok = `{ aantal: ${n}, eenheid: woningen, per: segment, is: { a: p, b: q, c: rest } }`;
        const delen = Object.values(onderdelen(blok, `${a} %`, `${b} %`));
        expect(sum(delen.map(getal))).toEqual(breuk(n));
        expect(delen.every((part) => /^\d+$/.test(part))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["{ a: p, b: q }", "80 %", "30 %", "110"],
    ["{ a: p, b: q }", "60 %", "30 %", "90"],
    ["{ a: p, b: q, c: rest }", "80 %", "30 %", "110"],
  ])("%s of %s and %s is refused: «som wijkt af»", (is, p, q, som) => {
    const blok = `{ aantal: 100, eenheid: woningen, per: segment, is: ${is} }`;
    const uitkomst = opgave(blok, p, q);
    expect(uitkomst.meldingen).toEqual([
      {
        soort: "geweigerd",
        regel: "opgave.is",
        reden: `som wijkt af: de delen zijn samen ${som}, de opgave is 100`,
      },
    ]);
    expect(aantallen(uitkomst)).toEqual({});
  });
});

describe("a part of what comes free", () => {
  const vrij = (heel: string, aantal: number) =>
    eenVerdeling(`
      spoor: 2
      parameters: { hoe: { eenheid: methode, waarde: omlaag, zekerheid: aanname } }
      opgave: { aantal: 25 % van vrij, behoefte: 60${heel} }
      stappen: [{ over: gemeenten, sleutel: gelijk }]`)
      .met("vrij", { A: aantal })
      .verdeel();
  const opgaveVan = (heel: string, aantal: number) =>
    formatBreuk(vrij(heel, aantal).opgave?.aantal.midden ?? breuk(-1));

  it("F080 is 50 of 200 at 25 %", () => {
    expect(opgaveVan("", 200)).toBe("50");
  });

  it("F122 becomes whole as the document or its parameter says: 25 of 101 rounded down, 76 left", () => {
    expect(opgaveVan(", heel: hoe", 101)).toBe("25");
    expect(opgaveVan(", heel: hoe", 103)).toBe("25");
    expect(vrij(", heel: hoe", 101).eenheden[0]?.over?.midden).toEqual(breuk(76));
    expect(opgaveVan(", heel: omhoog", 101)).toBe("26");
    expect(opgaveVan("", 101)).toBe("25");
    expect(opgaveVan("", 102)).toBe("26");
    expect(opgaveVan(", heel: geen", 101)).toBe("25.25");
  });

  it("F081 lies beside the need: 50 for 60 is ten short", () => {
    expect(vrij("", 200).opgave?.verschil?.midden).toEqual(breuk(-10));
  });

  it("F085 leaves the rest for regular seekers, and says what part is used", () => {
    const uitkomst = eenVerdeling(`
      spoor: 2
      opgave: { aantal: 75, eenheid: huishoudens, uit: vrij }
      stappen: [{ over: gemeenten, sleutel: gelijk }]`)
      .met("vrij", { A: 600 })
      .verdeel();
    expect(uitkomst.eenheden[0]?.over?.midden).toEqual(breuk(525));
    expect(uitkomst.eenheden[0]?.deelVanAanbod?.midden).toEqual(breuk(1, 8));
  });
});

describe("a maximum", () => {
  const pact = (alToegewezen: number, aanbod: number) =>
    eenVerdeling(`
      opgave: { aantal: 178, eenheid: woningen, periode: jaar, als: maximum }
      stappen: [{ over: gemeenten, sleutel: { naar-rato-van: huishoudens } }]`)
      .met("huishoudens", { A: 80, B: 40, C: 30, D: 20, E: 10 })
      .verloop({ alToegewezen: getal(alToegewezen), aanbod: getal(aanbod) })
      .verdeel();

  it("F126 of 178 is divided by households, takes the 178th and refuses the 179th", () => {
    expect(aantallen(pact(177, 1))).toEqual({ A: "79", B: "39", C: "30", D: "20", E: "10" });
    expect(pact(177, 1).meldingen).toEqual([]);
    expect(pact(178, 1).opgave?.ruimte).toEqual(breuk(0));
    expect(pact(178, 1).meldingen).toEqual([
      {
        soort: "geweigerd",
        regel: "opgave.als",
        reden: "het maximum van 178 per jaar is bereikt",
      },
    ]);
  });

  it("says how much room is left when more is offered", () => {
    const [melding] = pact(176, 3).meldingen;
    expect(melding).toMatchObject({
      reden: "er is nog ruimte voor 2, en er zijn 3 aangeboden",
    });
  });
});

describe("a gemeente's part inside it", () => {
  it("F127 goes over the corporaties by their holdings: 79 is 47, 24 and 8", () => {
    const uitkomst = eenVerdeling(`
      opgave: { aantal: 79, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: gelijk
        - over: corporaties
          sleutel: { naar-rato-van: bezit }`)
      .met("bezit", { A: { X: 6000, Y: 3000, Z: 1000 } })
      .verdeel();
    const cellen = uitkomst.eenheden[0]?.cellen.map(({ pad, aantal }) => [
      ...pad,
      formatBreuk(aantal.midden),
    ]);
    expect(cellen).toEqual([
      ["X", "47"],
      ["Y", "24"],
      ["Z", "8"],
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, formatBreuk, sum } from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { geschud, inOrder } from "#test/arbitraries.ts";
import { aantallen, eenVerdeling, getal } from "#test/builders.ts";

const NAAR_INWONERS = `
      opgave: { aantal: 100, eenheid: woningen }
      stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]`;

const NAAR_TWEE = `
      opgave: { aantal: 100, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel:
            gewogen:
              - { gewicht: eerste, naar-rato-van: inwoners }
              - { gewicht: tweede, naar-rato-van: banen }`;

function deel(tekst: string) {
  return { soort: "getal" as const, getal: getal(tekst), tekst };
}

function tekst({ laag, midden, hoog }: Bandbreedte): string {
  return [laag, midden, hoog].map(formatBreuk).join(" ");
}

describe("a figure that is missing", () => {
  it("F222 makes the outcome onvolledig: figure and unit are named, and no number is given", () => {
    const uitkomst = eenVerdeling(NAAR_INWONERS)
      .met("inwoners", { A: 50_000, B: "onbekend", C: 20_000 })
      .over("A", "B", "C", "D")
      .verdeel();
    expect(uitkomst.meldingen).toEqual([
      {
        soort: "onvolledig",
        ontbreekt: [
          { cijfer: "inwoners", van: "B" },
          { cijfer: "inwoners", van: "D" },
        ],
      },
    ]);
    expect(aantallen(uitkomst)).toEqual({});
  });

  it("of the total is named too, together with all that lacks elsewhere", () => {
    const uitkomst = eenVerdeling(`
      opgave: { aantal: urgenten, eenheid: huishoudens }
      stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]`)
      .met("inwoners", { A: 1, B: "onbekend" })
      .verdeel();
    const ontbreekt = uitkomst.meldingen.flatMap((melding) =>
      melding.soort === "onvolledig" ? melding.ontbreekt : [],
    );
    const namen = ontbreekt.map(({ cijfer, van }) => `${cijfer} van ${van ?? "het geheel"}`);
    expect(namen.toSorted()).toEqual(["inwoners van B", "urgenten van A", "urgenten van B"]);
  });

  it("F016 that only lies beside the result is unknown there and keeps nothing back", () => {
    const uitkomst = eenVerdeling(`${NAAR_INWONERS}
      ernaast: [woningen]`)
      .met("inwoners", { A: 3, B: 1 })
      .met("woningen", { A: 900 })
      .verdeel();
    expect(aantallen(uitkomst)).toEqual({ A: "75", B: "25" });
    expect(uitkomst.meldingen).toEqual([]);
    const beside = uitkomst.ernaast.map(({ cijfers }) => cijfers[0]?.waarde?.midden);
    expect(beside).toEqual([breuk(900), undefined]);
  });

  it("of a bound is onvolledig, and not a bound of nought", () => {
    const uitkomst = eenVerdeling(`
      opgave: { aantal: 100, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: gelijk
          voorwaarden: [{ hoogstens: ruimte }]
          wat-niet-past: open`)
      .met("ruimte", { A: 10, B: "onbekend" })
      .verdeel();
    expect(uitkomst.meldingen).toEqual([
      { soort: "onvolledig", ontbreekt: [{ cijfer: "ruimte", van: "B" }] },
    ]);
  });
});

describe("equal population", () => {
  it("F017 gives equal parts in spoor 1, whatever the stock; the stock lies beside it", () => {
    const uitkomst = eenVerdeling(`${NAAR_INWONERS}
      ernaast: [aandeel-sociaal]`)
      .met("inwoners", { A: 40_000, B: 40_000 })
      .met("aandeel-sociaal", { A: "10 %", B: "40 %" })
      .verdeel();
    expect(aantallen(uitkomst)).toEqual({ A: "50", B: "50" });
    const stock = uitkomst.ernaast.map(({ cijfers }) => cijfers[0]?.waarde?.midden);
    expect(stock).toEqual([breuk(1, 10), breuk(2, 5)]);
  });
});

describe("how much is divided", () => {
  const verdeel = (opgave: bigint) =>
    eenVerdeling(`
      opgave: { aantal: te-bouwen, eenheid: woningen }
      stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]`)
      .metGeheel("te-bouwen", opgave)
      .met("inwoners", { A: 7, B: 2, C: 1 })
      .verdeel();

  it("may be nothing: then everyone gets nothing", () => {
    expect(aantallen(verdeel(0n))).toEqual({ A: "0", B: "0", C: "0" });
    expect(verdeel(0n).meldingen).toEqual([]);
  });

  it("may be 10^9 and stays exact to the last one", () => {
    const uitkomst = verdeel(1_000_000_001n);
    expect(sum(uitkomst.eenheden.map(({ aantal }) => aantal.midden))).toEqual(breuk(1_000_000_001));
    expect(aantallen(uitkomst)).toEqual({ A: "700000001", B: "200000000", C: "100000000" });
  });

  it("may not be less than nothing", () => {
    expect(() => verdeel(-1n)).toThrow("opgave-negatief");
  });

  it("may be nothing with nobody weighing anything", () => {
    const nobody = { A: 0, B: 0 };
    const none = eenVerdeling(NAAR_INWONERS.replace("100", "0")).met("inwoners", nobody).verdeel();
    expect(aantallen(none)).toEqual({ A: "0", B: "0" });
    expect(() => eenVerdeling(NAAR_INWONERS).met("inwoners", nobody).verdeel()).toThrow(
      "sleutel-zonder-gewicht",
    );
  });
});

describe("a region without gemeenten", () => {
  it("is named as missing, and nothing is divided", () => {
    const uitkomst = eenVerdeling(NAAR_INWONERS).over().verdeel();
    expect(uitkomst.meldingen.map(({ soort }) => soort)).toEqual(["onvolledig"]);
    expect(uitkomst.eenheden).toEqual([]);
  });
});

describe("a figure that makes no sense as a weight", () => {
  it("below nought is refused, with unit and figure", () => {
    const run = () => eenVerdeling(NAAR_INWONERS).met("inwoners", { A: 5, B: -1 }).verdeel();
    expect(run).toThrow(
      expect.objectContaining({
        reason: "gewicht-negatief",
        details: { cijfer: "inwoners", eenheid: "B", gewicht: "-1" },
      }),
    );
  });

  it("of nought has no inverse, and the unit is named", () => {
    const run = () =>
      eenVerdeling(NAAR_INWONERS.replace("naar-rato", "omgekeerd-naar-rato"))
        .met("inwoners", { A: 5, B: 0 })
        .verdeel();
    expect(run).toThrow(
      expect.objectContaining({
        reason: "figuur-nul-in-omgekeerde-sleutel",
        details: { cijfer: "inwoners", eenheid: "B" },
      }),
    );
  });

  it("of nought in a straight key gives nothing, and is no mistake", () => {
    const uitkomst = eenVerdeling(NAAR_INWONERS).met("inwoners", { A: 5, B: 0 }).verdeel();
    expect(aantallen(uitkomst)).toEqual({ A: "100", B: "0" });
  });
});

describe("a key of weighted parts", () => {
  const gewogen = (eerste: string, tweede: string) => {
    const proef = eenVerdeling(`
      parameters:
        eerste: { eenheid: deel, zekerheid: onzeker }
        tweede: { eenheid: deel, zekerheid: onzeker }${NAAR_TWEE}`)
      .met("inwoners", { A: 1, B: 1 })
      .met("banen", { A: 3, B: 1 });
    if (eerste === "onbekend") return proef.verdeel();
    const parameters = { eerste: deel(eerste), tweede: deel(tweede) };
    return proef.ingevuld({ parameters }).verdeel();
  };

  it("F099 adds up to 100 %, or is refused with what it adds up to", () => {
    expect(aantallen(gewogen("60 %", "40 %"))).toEqual({ A: "60", B: "40" });
    const [melding] = gewogen("60 %", "39 %").meldingen;
    expect(melding).toEqual({
      soort: "geweigerd",
      regel: "stappen[0].sleutel.gewogen",
      reden: "De gewichten zijn samen 99%. Ze moeten samen precies 100% zijn",
    });
  });

  it("F164 without a weight is onbepaald, and names every weight that a person must set", () => {
    const { meldingen } = gewogen("onbekend", "onbekend");
    expect(meldingen.map((melding) => melding.soort === "onbepaald" && melding.wat)).toEqual([
      "eerste",
      "tweede",
    ]);
  });
});

describe("a key between two figures", () => {
  const bijgetrokken = (sterkte: string) =>
    aantallen(
      eenVerdeling(`
      opgave: { aantal: 100, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners, bijtrekken: { naar: gelijk, sterkte: ${sterkte} } }`)
        .met("inwoners", { A: 90, B: 10 })
        .verdeel(),
    );

  it("changes nothing at 0 %, is the other at 100 %, and goes past it beyond", () => {
    expect(bijgetrokken("0 %")).toEqual({ A: "90", B: "10" });
    expect(bijgetrokken("50 %")).toEqual({ A: "70", B: "30" });
    expect(bijgetrokken("100 %")).toEqual({ A: "50", B: "50" });
    expect(bijgetrokken("175 %")).toEqual({ A: "20", B: "80" });
  });

  it("stops at nothing, and the account says so", () => {
    const uitkomst = eenVerdeling(`
      opgave: { aantal: 100, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners, bijtrekken: { naar: gelijk, sterkte: 300 % } }`)
      .met("inwoners", { A: 90, B: 10 })
      .verdeel();
    expect(aantallen(uitkomst)).toEqual({ A: "0", B: "100" });
    expect(uitkomst.stappen[0]?.opmerkingen).toEqual([
      "Bijtrekken brengt A onder nul; het aandeel is daar 0.",
    ]);
  });
});

describe("a key adjusted by a figure on a scale", () => {
  it("lays the lowest of the region on one end and the highest on the other", () => {
    const bijgesteld = (kansen: Readonly<Record<string, number>>) =>
      aantallen(
        eenVerdeling(`
      opgave: { aantal: 90, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { basis: gelijk, factoren: [{ van: kansen, schaal: { laagste: 0.5, hoogste: 1.5 } }] }`)
          .met("kansen", kansen)
          .verdeel(),
      );
    expect(bijgesteld({ A: 2, B: 5, C: 8 })).toEqual({ A: "15", B: "30", C: "45" });
    expect(bijgesteld({ A: 4, B: 4, C: 4 })).toEqual({ A: "30", B: "30", C: "30" });
  });
});

describe("a key in fixed parts", () => {
  const vast = (delen: string, opgave = 10) =>
    eenVerdeling(`
      opgave: { aantal: te-bouwen, eenheid: woningen }
      stappen: [{ over: gemeenten, sleutel: { vast: ${delen} } }]`)
      .metGeheel("te-bouwen", opgave)
      .over("A", "B")
      .verdeel();

  it("is shares of one, or numbers that are together the opgave (F015)", () => {
    expect(aantallen(vast("{ A: 70 %, B: 30 % }"))).toEqual({ A: "7", B: "3" });
    expect(aantallen(vast("{ A: 6, B: 4 }"))).toEqual({ A: "6", B: "4" });
  });

  it("F015 that do not add up are refused: «som wijkt af»", () => {
    expect(vast("{ A: 6, B: 3 }").meldingen).toEqual([
      { soort: "geweigerd", regel: "stappen[0].sleutel", reden: "som wijkt af: 9, moet 10 zijn" },
    ]);
  });
});

describe("an equal claim that no rule settles", () => {
  const proef = eenVerdeling(`
      opgave: { aantal: 10, eenheid: woningen }
      stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]`).met("inwoners", {
    A: 1,
    B: 1,
    C: 1,
  });

  it("is for people: who is equal, and how many of them get one more", () => {
    expect(proef.verdeel().meldingen).toEqual([
      {
        soort: "besluit-nodig",
        wat: "gelijke-stand",
        stap: "stappen[0]",
        kandidaten: ["A", "B", "C"],
        teVerdelen: 1,
      },
    ]);
  });

  it("comes out as people settled it", () => {
    const settled = proef.ingevuld({ gelijkeStanden: ["C", "B", "A"] }).verdeel();
    expect(aantallen(settled)).toEqual({ A: "3", B: "3", C: "4" });
  });
});

describe("the order of units and figures", () => {
  it("never matters", () => {
    const eenheid = fc.record({ inwoners: fc.bigInt(1n, 30n), ruimte: fc.bigInt(0n, 40n) });
    const lijst = geschud(fc.array(eenheid, { minLength: 2, maxLength: 5 }));
    const run = (list: readonly [string, { inwoners: bigint; ruimte: bigint }][]) =>
      eenVerdeling(`
      opgave: { aantal: 60, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          voorwaarden: [{ hoogstens: ruimte }]
          wat-niet-past: open
          gelijke-standen: [{ volgorde: [u0, u1, u2, u3, u4] }]`)
        .met("inwoners", Object.fromEntries(list.map(([id, { inwoners }]) => [id, inwoners])))
        .met("ruimte", Object.fromEntries(list.map(([id, { ruimte }]) => [id, ruimte])))
        .verdeel();
    fc.assert(
      fc.property(lijst, ({ list, order }) => {
        const named = list.map((item, i) => [`u${i}`, item] as [string, typeof item]);
        const [forward, shuffled] = [run(named), run([...inOrder(named, order)])];
        expect(aantallen(shuffled)).toEqual(aantallen(forward));
        expect(shuffled.open).toEqual(forward.open);
      }),
      { numRuns: 50 },
    );
  });

  it("nor does running it twice: the same question has the same outcome", () => {
    const vraag = eenVerdeling(NAAR_INWONERS).met("inwoners", { A: 5, B: 3, C: 2 });
    expect(vraag.verdeel()).toEqual(vraag.verdeel());
  });
});

describe("the band of an outcome", () => {
  it("of 30 % of what comes free in each gemeente is 30 % of its own margin", () => {
    const uitkomst = eenVerdeling(`
      spoor: 2
      opgave: { aantal: 30 % van vrij, behoefte: onbekend, heel: geen }
      stappen: [{ over: gemeenten, sleutel: { naar-rato-van: vrij }, afronding: geen }]`)
      .met("vrij", { A: { van: 80, tot: 120 }, B: 50 })
      .verdeel();
    expect(uitkomst.eenheden.map(({ aantal }) => tekst(aantal))).toEqual(["24 30 36", "15 15 15"]);
    expect(uitkomst.eenheden.map(({ over }) => over && tekst(over))).toEqual([
      "56 70 84",
      "35 35 35",
    ]);
  });

  it("follows a parameter that lies in a range", () => {
    const uitkomst = eenVerdeling(`
      parameters: { deel: { eenheid: deel, zekerheid: aanname, waarde: 30 %, tussen: { van: 20 %, tot: 50 % } } }
      opgave: { aantal: deel van voorraad, eenheid: woningen }
      stappen: [{ over: gemeenten, sleutel: gelijk, afronding: geen }]`)
      .metGeheel("voorraad", 100)
      .over("A", "B")
      .verdeel();
    expect(uitkomst.eenheden.map(({ aantal }) => tekst(aantal))).toEqual(["10 15 25", "10 15 25"]);
  });

  it("takes parameters one at a time where there are more than eight", () => {
    const namen = Array.from({ length: 9 }, (_, i) => `p${i}`);
    const parameters = namen
      .map(
        (naam) =>
          `${naam}: { eenheid: woningen, zekerheid: aanname, waarde: 10, tussen: { van: 9, tot: 12 } }`,
      )
      .join(", ");
    const uitkomst = eenVerdeling(`
      parameters: { ${parameters} }
      afgeleid: { samen: ${namen.join(" + ")} }
      opgave: { aantal: samen, eenheid: woningen }
      stappen: [{ over: gemeenten, sleutel: gelijk, afronding: geen }]`)
      .over("A")
      .verdeel();
    expect(uitkomst.eenheden.map(({ aantal }) => tekst(aantal))).toEqual(["89 90 92"]);
  });
});

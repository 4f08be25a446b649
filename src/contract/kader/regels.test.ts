import { describe, expect, it } from "vitest";
import { createGemeentelijst } from "#domain/gebied.ts";
import type { Kennis } from "./kennis.ts";
import { loadDocument } from "./load.ts";

type Onderwerp = { readonly onderwerp?: string; readonly rest?: string };

function kop(soort: string, { onderwerp = "algemeen", rest = "" }: Onderwerp = {}): string {
  return `soort: ${soort}\nid: test\ntitel: T\nonderwerp: ${onderwerp}\nbron: b\nstatus: voorbeeld\n${rest}`;
}

const TOETS = kop("toets", { rest: "niveau: [plan]\n" });
const SPOOR_1 = kop("verdeling", { onderwerp: "woningbouw", rest: "spoor: 1\n" });
const SPOOR_2 = kop("verdeling", { onderwerp: "urgenten", rest: "spoor: 2\n" });
const OPGAVE = "opgave: woningbouwprogramma\n";
const STAP = "stappen: [{ over: gemeenten, sleutel: inwoners }]\n";
const VERDELING = `${SPOOR_1}${OPGAVE}`;

function read(text: string, kennis?: Kennis) {
  return loadDocument(text, { bestand: "kaders/test.yaml", ...(kennis ? { kennis } : {}) });
}

/** `pad: tekst` of each fault. */
function faults(text: string, kennis?: Kennis): readonly string[] {
  const result = read(text, kennis);
  return result.ok ? [] : result.fouten.map((fout) => `${fout.pad}: ${fout.tekst}`);
}

function remarks(text: string, kennis?: Kennis): readonly string[] {
  return read(text, kennis).opmerkingen.map((fout) => `${fout.pad}: ${fout.tekst}`);
}

/** Each case: what it shows, the document, the path, and the start of the message. */
type Geval = readonly [string, string, string, string];

function told(cases: readonly Geval[]): void {
  it.each(cases)("%s", (_, text, pad, message) => {
    const found = faults(text);
    expect(
      found.find((fout) => fout.startsWith(`${pad}: ${message}`)),
      found.join("\n"),
    ).toBeDefined();
  });
}

function withStap(stap: string, rest = ""): string {
  return `${VERDELING}stappen:\n  - { over: gemeenten, sleutel: inwoners }\n  - ${stap}\n${rest}`;
}

function withSleutel(sleutel: string): string {
  return `${VERDELING}stappen: [{ over: gemeenten, sleutel: ${sleutel} }]\n`;
}

function withEis(eis: string): string {
  return `${TOETS}eisen: { a: ${eis} }\n`;
}

function withParameter(parameter: string): string {
  return `${TOETS}eisen: { a: { aantal: x, minstens: p } }\nparameters: { p: ${parameter} }\n`;
}

describe("F221: an agreement belongs to one layer", () => {
  told([
    [
      "urgenten do not belong to a woningbouwregio",
      `${SPOOR_2}laag: woningbouwregio\nopgave: { aantal: urgenten, uit: vrij }\n${STAP}`,
      "laag",
      "Onderwerp «urgenten» hoort bij de woningmarktregio, niet bij de woningbouwregio. Maak er «laag: woningmarktregio» van.",
    ],
    [
      "woningbouw does not belong to a woningmarktregio",
      `${VERDELING}laag: woningmarktregio\n${STAP}`,
      "laag",
      "Onderwerp «woningbouw» hoort bij de woningbouwregio, niet bij de woningmarktregio.",
    ],
  ]);

  it("a region of the other layer carries it no more", () => {
    const text = `${SPOOR_2}gebied: noord\nopgave: { aantal: urgenten, uit: vrij }\n${STAP}`;
    expect(faults(text, { regios: [{ id: "noord", soortRegio: "woningbouwregio" }] })).toEqual([
      "gebied: Onderwerp «urgenten» hoort bij de woningmarktregio; «noord» is een woningbouwregio. Kies een andere regio.",
    ]);
    expect(faults(text, { regios: [{ id: "noord", soortRegio: "samenwerking" }] })).toEqual([]);
  });

  it("a region that no indeling knows is a remark", () => {
    const text = `${VERDELING}gebied: zuid\n${STAP}`;
    expect(faults(text, { regios: [] })).toEqual([]);
    expect(remarks(text, { regios: [] })).toEqual([
      "gebied: «zuid» staat in geen indeling. Bij het uitvoeren kiest u zelf een regio.",
    ]);
  });

  it("the layer follows from the onderwerp where none is written", () => {
    const result = read(`${VERDELING}${STAP}`);
    expect(result.ok && result.document.laag).toBe("woningbouwregio");
  });
});

describe("one document has one spoor", () => {
  told([
    [
      "a verdeling names it",
      kop("verdeling") + OPGAVE + STAP,
      "spoor",
      "Deze verdeling noemt geen spoor.",
    ],
    [
      "spoor 1 takes nothing",
      `${SPOOR_1}opgave: { aantal: x, uit: vrij }\n${STAP}`,
      "spoor",
      "Een verdeling in spoor 1 voegt woningen toe en neemt niets uit «vrij». Haal «uit» weg, of maak er spoor 2 van.",
    ],
    [
      "spoor 2 says from what",
      `${SPOOR_2}opgave: urgenten\n${STAP}`,
      "opgave",
      "Een verdeling in spoor 2 verdeelt woningen die vrijkomen en zegt waaruit.",
    ],
    [
      "a part lies beside the need",
      `${SPOOR_2}opgave: 30 % van vrij\n${STAP}`,
      "opgave",
      "Een deel van wat vrijkomt, ligt naast de behoefte.",
    ],
    [
      "personen take no homes",
      `${SPOOR_2}opgave: { aantal: x, eenheid: personen, uit: vrij }\n${STAP}`,
      "opgave.uit",
      "Een opgave in personen heeft geen «uit»",
    ],
  ]);

  it("vergunninghouders are a task of the law, outside the sporen", () => {
    expect(faults(kop("verdeling", { onderwerp: "vergunninghouders" }) + OPGAVE + STAP)).toEqual(
      [],
    );
  });

  it("a part of what comes free is taken from that", () => {
    const result = read(`${SPOOR_2}opgave: { aantal: 30 % van vrij, behoefte: onbekend }\n${STAP}`);
    expect(result.ok && result.document).toMatchObject({
      opgave: { uit: { naam: "vrij", pad: [] } },
    });
  });
});

describe("what does not fit", () => {
  told([
    [
      "needs a bound",
      withStap("{ voorwaarden: [{ minstens: x }], wat-niet-past: open }"),
      "stappen[1].wat-niet-past",
      "«wat-niet-past» hoort bij een «hoogstens» of «precies»; deze stap heeft geen van beide. Haal de regel weg, of voeg de grens toe.",
    ],
    [
      "later needs a path",
      withStap("{ voorwaarden: [{ hoogstens: x }], wat-niet-past: later }"),
      "stappen[1].wat-niet-past",
      "Met «later» schuift",
    ],
    [
      "compenseren needs accounts",
      withStap("{ voorwaarden: [{ hoogstens: x }], wat-niet-past: compenseren }"),
      "stappen[1].wat-niet-past",
      "Met «compenseren» wordt geboekt",
    ],
    [
      "extra-aanbod says how and who",
      withStap(
        "{ voorwaarden: [{ hoogstens: x }], wat-niet-past: { keuze: extra-aanbod, hoe: bouwen } }",
      ),
      "stappen[1].wat-niet-past",
      "Bij «extra-aanbod» hoort «eigenaar»",
    ],
    [
      "tweezijdig knows only anderen",
      withStap("{ voorwaarden: [{ hoogstens: x }], wat-niet-past: open, afronding: tweezijdig }"),
      "stappen[1].wat-niet-past",
      "Afronding «tweezijdig» kent alleen",
    ],
    [
      "without a bound nothing shifts",
      withStap("{ herverdeling: inwoners }"),
      "stappen[1].herverdeling",
      "Deze stap heeft geen «minstens»",
    ],
    [
      "where nobody grows nothing shifts",
      withStap("{ voorwaarden: [{ hoogstens: x }], wat-niet-past: open, herverdeling: inwoners }"),
      "stappen[1].herverdeling",
      "Met «wat-niet-past: open» groeit niemand",
    ],
  ]);

  it.each([
    "{ voorwaarden: [{ hoogstens: x }], wat-niet-past: anderen, herverdeling: inwoners }",
    "{ voorwaarden: [{ hoogstens: x }], herverdeling: inwoners }",
    "{ voorwaarden: [{ minstens: x }], herverdeling: inwoners }",
  ])("%s can be carried out", (stap) => {
    expect(faults(withStap(stap))).toEqual([]);
  });
});

describe("a step", () => {
  told([
    [
      "the first goes over units",
      `${VERDELING}stappen: [{ sleutel: inwoners }]\n`,
      "stappen[0]",
      "De eerste stap zegt niet waarover",
    ],
    [
      "with over has a sleutel",
      withStap("{ over: corporaties }"),
      "stappen[1]",
      "Een stap met «over» verdeelt iets",
    ],
    [
      "goes over something known",
      withStap("{ over: gemeenten van land, sleutel: x }"),
      "stappen[1].over",
      "«gemeenten van land» kan hier niet.",
    ],
    [
      "has its name once",
      `${VERDELING}stappen: [{ naam: a, over: gemeenten, sleutel: x }, { naam: a }]\n`,
      "stappen[1].naam",
      "Er zijn twee stappen met de naam «a».",
    ],
    [
      "has one bound per voorwaarde",
      withStap("{ voorwaarden: [{ minstens: 1, hoogstens: 2 }] }"),
      "stappen[1].voorwaarden[0]",
      "Een voorwaarde heeft één grens.",
    ],
    [
      "has a bound per voorwaarde",
      withStap("{ voorwaarden: [{ reden: x }] }"),
      "stappen[1].voorwaarden[0]",
      "Een voorwaarde heeft een grens.",
    ],
    [
      "rounds by a known method",
      withStap("{ afronding: omhog }"),
      "stappen[1].afronding",
      "«omhog» is geen manier van afronden.",
    ],
    [
      "has a rijtotaal only two-sided",
      withStap("{ afronding: { methode: omhoog, rijtotaal: x } }"),
      "stappen[1].afronding.rijtotaal",
      "«rijtotaal» hoort bij «methode: tweezijdig».",
    ],
    [
      "rounds to a whole multiple",
      withStap("{ afronding: { veelvoud: 2.5 } }"),
      "stappen[1].afronding.veelvoud",
      "«2.5» kan geen veelvoud zijn.",
    ],
    [
      "the path ends after its start",
      `${VERDELING}${STAP}ingroeipad: { van: gelijk, vanaf: 2027, doel: 2027 }\n`,
      "ingroeipad.doel",
      "«doel» (2027) moet na «vanaf» (2027) liggen.",
    ],
    [
      "money is asked with money",
      `${VERDELING}${STAP}vereffening: { werkelijk: x, wijze: geld }\n`,
      "vereffening",
      "Bij «wijze: geld» hoort een «bedrag»",
    ],
    [
      "own opgave asks an account",
      `${VERDELING}${STAP}vereffening: { werkelijk: x, tegen: eigen-opgave }\n`,
      "vereffening",
      "Tegen de eigen opgave tellen",
    ],
  ]);
});

describe("uitkomst", () => {
  const second = (text: string) =>
    `${VERDELING}stappen:\n  - { naam: groei, over: gemeenten, sleutel: inwoners }\n  - { naam: vol, sleutel: ${text} }\n`;

  told([
    [
      "looks back, not forward",
      second("uitkomst.vol"),
      "stappen[1].sleutel",
      "De stap «vol» komt niet eerder dan deze.",
    ],
    [
      "looks at a step that is there",
      second("uitkomst.groie"),
      "stappen[1].sleutel",
      "Er is geen eerdere stap en geen onderdeel «groie». Bedoelt u «uitkomst.groei»?",
    ],
  ]);

  it.each([
    "uitkomst",
    "uitkomst.groei",
    "{ basis: uitkomst, factoren: [{ van: uitkomst.groei }] }",
  ])("%s is known", (text) => {
    expect(faults(second(text))).toEqual([]);
  });
});

describe("a sleutel", () => {
  told([
    [
      "has weights of exactly 100 %",
      withSleutel(
        "{ gewogen: [{ gewicht: 60 %, naar-rato-van: a }, { gewicht: 39 %, naar-rato-van: b }] }",
      ),
      "stappen[0].sleutel.gewogen",
      "De gewichten zijn samen 99 % (60 % + 39 %). Ze moeten samen precies 100 % zijn. Verhoog er een met 1 %.",
    ],
    [
      "has weights of no more",
      withSleutel(
        "{ gewogen: [{ gewicht: 2/3, naar-rato-van: a }, { gewicht: 2/3, sleutel: gelijk }] }",
      ),
      "stappen[0].sleutel.gewogen",
      "De gewichten zijn samen 4/3 (2/3 + 2/3). Ze moeten samen precies 100 % zijn. Verlaag er een met 1/3.",
    ],
    [
      "has them per onderdeel",
      withSleutel(
        "{ gewogen: [{ gewicht: { per: segment, is: { a: 60 %, b: 50 % } }, naar-rato-van: a }, { gewicht: { per: segment, is: { rest: 40 % } }, naar-rato-van: b }] }",
      ),
      "stappen[0].sleutel.gewogen",
      "De gewichten voor «b» zijn samen 90 % (50 % + 40 %).",
    ],
    [
      "adds parameters that are written",
      `${SPOOR_1}parameters: { w: { eenheid: deel, waarde: 60 % } }\n${OPGAVE}stappen: [{ over: gemeenten, sleutel: { gewogen: [{ gewicht: w, naar-rato-van: a }, { gewicht: 30 %, naar-rato-van: b }] } }]\n`,
      "stappen[0].sleutel.gewogen",
      "De gewichten zijn samen 90 % (60 % + 30 %).",
    ],
    [
      "has fixed parts of exactly 100 %",
      withSleutel("{ vast: { GM0855 Tilburg: 60 %, GM0758 Breda: 30 % } }"),
      "stappen[0].sleutel.vast",
      "De vaste delen zijn samen 90 % (60 % + 30 %).",
    ],
    [
      "is one way of dividing",
      withSleutel("{ naar-rato-van: a, vast: { A: 1 } }"),
      "stappen[0].sleutel",
      "Een sleutel is één wijze van verdelen.",
    ],
    [
      "is a way of dividing",
      withSleutel("{ anders: gelijk }"),
      "stappen[0].sleutel",
      "Deze sleutel zegt niet hoe er verdeeld wordt.",
    ],
    [
      "has factors with a basis",
      withSleutel("{ basis: gelijk }"),
      "stappen[0].sleutel",
      "Bij «basis» hoort «factoren».",
    ],
    [
      "pulls only a ratio",
      withSleutel("{ omgekeerd-naar-rato-van: a, bijtrekken: { naar: gelijk, sterkte: 50 % } }"),
      "stappen[0].sleutel.bijtrekken",
      "«bijtrekken» hoort bij «naar-rato-van»",
    ],
    [
      "follows one version of a rangorde",
      withSleutel("{ op-volgorde: rij }"),
      "stappen[0].sleutel.op-volgorde",
      "«rij» noemt geen versie. Schrijf «rij@1».",
    ],
    [
      "speaks of every onderdeel",
      `${SPOOR_1}opgave: { aantal: x, per: segment, is: { huur: 30 %, koop: rest } }\nstappen: [{ over: gemeenten, sleutel: { per: segment, is: { huur: gelijk } } }]\n`,
      "stappen[0].sleutel.is",
      "Van «segment» ontbreekt «koop».",
    ],
    [
      "speaks of no other",
      `${SPOOR_1}opgave: { aantal: x, per: segment, is: { huur: 30 %, koop: rest } }\nstappen: [{ over: gemeenten, sleutel: { per: segment, is: { huur: gelijk, kop: gelijk, rest: gelijk } } }]\n`,
      "stappen[0].sleutel.is.kop",
      "De opgave heeft geen «kop». Bedoelt u «koop»?",
    ],
  ]);

  it.each([
    "{ vast: { A: 120, B: 30 } }",
    "{ gewogen: [{ gewicht: onbekend-gewicht, naar-rato-van: a }, { gewicht: 40 %, naar-rato-van: b }] }",
    "{ herkomst: uitstroom, anders: gelijk }",
    "{ uitkomst-van: ander-document }",
  ])("%s is a good one", (sleutel) => {
    expect(faults(withSleutel(sleutel))).toEqual([]);
  });
});

describe("an opgave", () => {
  told([
    [
      "names a number",
      `${SPOOR_1}opgave: { als: maximum }\n${STAP}`,
      "opgave",
      "De opgave noemt geen «aantal».",
    ],
    [
      "with a bare number names the unit",
      `${SPOOR_1}opgave: 178\n${STAP}`,
      "opgave",
      "Bij een los getal hoort een «eenheid»",
    ],
    [
      "is not below zero",
      `${SPOOR_1}opgave: { aantal: -1, eenheid: woningen }\n${STAP}`,
      "opgave.aantal",
      "«-1» is lager dan nul.",
    ],
    [
      "knows a decimal point",
      `${SPOOR_1}opgave: { aantal: 1,5, eenheid: woningen }\n${STAP}`,
      "opgave.aantal",
      "«1,5» is geen getal. Schrijf een punt (1.5) of een breuk (3/2).",
    ],
    [
      "knows no points between thousands",
      `${SPOOR_1}opgave: { aantal: 1.250.000, eenheid: x }\n${STAP}`,
      "opgave.aantal",
      "«1.250.000» is geen getal. Schrijf het zonder punten: 1250000.",
    ],
    [
      "has a band from low to high",
      `${SPOOR_1}opgave: { aantal: { van: 480, tot: 420 }, eenheid: x }\n${STAP}`,
      "opgave.aantal",
      "«van» is hoger dan «tot».",
    ],
    [
      "has parts of 100 %",
      `${SPOOR_1}opgave: { aantal: x, per: segment, is: { a: 30 %, b: 60 % } }\n${STAP}`,
      "opgave.is",
      "De delen zijn samen 90 %",
    ],
    [
      "has parts and rest of at most that",
      `${SPOOR_1}opgave: { aantal: x, per: segment, is: { a: 70 %, b: 60 %, c: rest } }\n${STAP}`,
      "opgave.is",
      "De delen zijn samen 130 %",
    ],
    [
      "has no rest of nothing",
      `${SPOOR_1}opgave: { eenheid: x, per: segment, is: { a: 70, c: rest } }\n${STAP}`,
      "opgave.is",
      "Zonder «aantal» is er geen rest.",
    ],
    [
      "is no share of a figure",
      `${SPOOR_1}opgave: evenredig aan inwoners\n${STAP}`,
      "opgave",
      "«evenredig aan inwoners» kan alleen in een voorwaarde staan.",
    ],
  ]);

  it("a point among three digits is a decimal point, and that is said", () => {
    expect(remarks(`${SPOOR_1}opgave: { aantal: 1.500, eenheid: x }\n${STAP}`)).toEqual([
      "opgave.aantal: «1.500» is hier 1 komma 500. Bedoelt u duizendtallen, schrijf dan 1500.",
    ]);
  });

  it("F114 a figure with a meaning of its own is told so, one with the national meaning is not", () => {
    const statushouder = (definitie: string) => `soort: indicator
id: test
titel: Statushouders
onderwerp: vergunninghouders
bron: eigen proef
status: voorbeeld
eenheid: personen
niveau: [gemeente]
meetmoment: peildatum
definitie: ${definitie}
`;
    expect(remarks(statushouder("gehuisveste-vergunninghouders"))).toEqual([]);
    expect(
      remarks(
        statushouder(
          "{ landelijk: gehuisveste-vergunninghouders, wijkt-af: telt nareizigers niet }",
        ),
      ),
    ).toEqual([
      expect.stringContaining(
        "definitie.wijkt-af: Dit cijfer wijkt af van de landelijke definitie «gehuisveste-vergunninghouders»: telt nareizigers niet.",
      ),
    ]);
  });
});

describe("a weight", () => {
  const withWeight = (rest: string) =>
    `${kop("indicator")}eenheid: deel\nniveau: [gemeente]\nmeetmoment: peildatum\n${rest}\n`;

  it("is of a figure that cannot be added up, without a formule, and is a known figure", () => {
    const indicatoren = new Map([["woningvoorraad", []]]);
    const told = (rest: string) => faults(withWeight(rest), { indicatoren });
    expect(told("optelbaar: nee\ngewicht: woningvoorraad")).toEqual([]);
    expect(told("gewicht: woningvoorraad")).toEqual([
      expect.stringContaining("Een gewicht hoort bij een cijfer dat niet op te tellen is."),
    ]);
    expect(told("optelbaar: nee\nformule: 1 / 2\ngewicht: woningvoorraad")).toEqual([
      expect.stringContaining("Dit cijfer heeft een formule"),
    ]);
    expect(told("optelbaar: nee\ngewicht: woningvoorad")).toEqual([
      expect.stringContaining("Onbekend cijfer «woningvoorad». Bedoelt u «woningvoorraad»?"),
    ]);
  });
});

describe("a parameter", () => {
  told([
    [
      "that is uncertain has no value",
      withParameter("{ eenheid: deel, zekerheid: onzeker, waarde: 29 % }"),
      "parameters.p.waarde",
      "Een parameter met «zekerheid: onzeker» mag geen waarde hebben. Haal de waarde weg, of kies «aanname» en noem uw bron.",
    ],
    [
      "that is uncertain has no path",
      withParameter(
        "{ eenheid: deel, zekerheid: onzeker, ingroeipad: { van: 1, naar: 2, vanaf: 2026, doel: 2030 } }",
      ),
      "parameters.p.ingroeipad",
      "Een parameter met «zekerheid: onzeker»",
    ],
    [
      "that is certain has a value",
      withParameter("{ eenheid: deel }"),
      "parameters.p",
      "Deze parameter heeft geen waarde.",
    ],
    [
      "has a value or a path",
      withParameter(
        "{ eenheid: deel, waarde: 1, ingroeipad: { van: 1, naar: 2, vanaf: 2026, doel: 2030 } }",
      ),
      "parameters.p",
      "Een parameter heeft een «waarde» of een «ingroeipad», niet beide.",
    ],
    [
      "lies inside its range",
      withParameter("{ eenheid: deel, waarde: 50 %, tussen: { van: 10 %, tot: 20 % } }"),
      "parameters.p.waarde",
      "De waarde «50 %» ligt buiten «tussen».",
    ],
    [
      "in days is a day",
      withParameter("{ eenheid: datum, waarde: 31-12-2026 }"),
      "parameters.p.waarde",
      "«31-12-2026» is geen datum. Schrijf eerst het jaar, dan de maand en de dag: 2026-12-31.",
    ],
    [
      "in days is a day that exists",
      withParameter("{ eenheid: datum, waarde: 2026-02-30 }"),
      "parameters.p.waarde",
      "«2026-02-30» is een dag die niet bestaat.",
    ],
    [
      "in terms is a term",
      withParameter("{ eenheid: duur, waarde: 10 wekken }"),
      "parameters.p.waarde",
      "«10 wekken» is geen termijn.",
    ],
    [
      "in methods is a method",
      withParameter("{ eenheid: methode, waarde: omhog }"),
      "parameters.p.waarde",
      "«omhog» kan hier niet.",
    ],
    [
      "in bounds is one of four",
      withParameter("{ eenheid: grenzen, waarde: allebei }"),
      "parameters.p.waarde",
      "«allebei» kan hier niet. Kies beide, van, tot of geen.",
    ],
    [
      "in periods is a period",
      withParameter("{ eenheid: periode, waarde: 2026-13 }"),
      "parameters.p.waarde",
      "«2026-13» is geen periode.",
    ],
    [
      "names candidates of its own kind",
      withParameter("{ eenheid: deel, waarde: 1, mogelijk: [{ waarde: veel, bron: b }] }"),
      "parameters.p.mogelijk[0].waarde",
      "«veel» is geen getal.",
    ],
  ]);

  it("F089: grows along a path", () => {
    const path =
      "{ eenheid: deel, ingroeipad: { van: 10 %, naar: 20 %, vanaf: 2026, doel: 2030 } }";
    const result = read(withParameter(path));
    expect(result.ok && result.document.parameters.p?.ingroeipad).toEqual({
      van: { teller: 1n, noemer: 10n },
      naar: { teller: 1n, noemer: 5n },
      vanaf: "2026",
      doel: "2030",
      verloop: { soort: "lineair" },
    });
  });
});

describe("a name", () => {
  told([
    [
      "is in small letters",
      `${withEis("{ aantal: x, minstens: 1 }")}parameters: { Drempel X: { eenheid: deel, waarde: 1 } }\n`,
      "parameters.Drempel X",
      "«Drempel X» kan geen naam zijn. Schrijf kleine letters, cijfers en streepjes, bijvoorbeeld «drempel-x».",
    ],
    [
      "is no word of the language",
      `${TOETS}eisen: { rest: { aantal: x, minstens: 1 } }\n`,
      "eisen.rest",
      "«rest» is een woord met een vaste betekenis",
    ],
    [
      "is used once",
      `${withParameter("{ eenheid: deel, waarde: 1 }")}afgeleid: { p: a + b }\n`,
      "afgeleid.p",
      "«p» is ook een parameter.",
    ],
    [
      "of a document is that of its file",
      withEis("{ aantal: x, minstens: 1 }").replace("id: test", "id: proef"),
      "id",
      "Het id «proef» is niet de naam van het bestand.",
    ],
    [
      "of a parameter is one of this document",
      `${SPOOR_1}opgave: { aantal: deel van x }\n${STAP}`,
      "opgave.aantal",
      "«deel» is geen parameter van dit document.",
    ],
    [
      "leads nowhere in a circle",
      `${withEis("{ aantal: x, minstens: 1 }")}afgeleid: { a: b + 1, b: c * 2, c: a }\n`,
      "afgeleid.a",
      "«a» leidt via «b» en «c» terug naar zichzelf.",
    ],
    [
      "of an indicator is not in its formule",
      `${kop("indicator")}eenheid: x\nniveau: [gemeente]\nmeetmoment: periode\nformule: test / 2\n`,
      "formule",
      "«test» leidt terug naar zichzelf.",
    ],
  ]);

  const kennis: Kennis = {
    indicatoren: new Map([
      ["woningen", ["prijssegment"]],
      ["inwoners", []],
    ]),
    codelijsten: new Map([["prijssegment", ["sociale-huur", "koop"]]]),
  };

  it.each([
    [
      "{ aantal: inwonrs, minstens: 1 }",
      "eisen.a.aantal: Onbekend cijfer «inwonrs». Bedoelt u «inwoners»?",
    ],
    [
      "{ aantal: katten, minstens: 1 }",
      "eisen.a.aantal: Onbekend cijfer «katten». Er is geen indicator",
    ],
    [
      "{ aantal: woningen.socialehuur, minstens: 1 }",
      "eisen.a.aantal: «woningen» heeft geen onderdeel «socialehuur». Bedoelt u «woningen.sociale-huur»?",
    ],
    [
      "{ aantal: inwoners, minstens: { per: prijsegment, is: { rest: 1 } } }",
      "eisen.a.minstens.per: Onbekende as «prijsegment». Bedoelt u «prijssegment»?",
    ],
    [
      "{ aantal: inwoners, minstens: { per: prijssegment, is: { koop: 1 } } }",
      "eisen.a.minstens.is: Van «prijssegment» ontbreekt «sociale-huur».",
    ],
    [
      "{ aantal: inwoners, minstens: { per: prijssegment, is: { kop: 1, rest: 2 } } }",
      "eisen.a.minstens.is.kop: «prijssegment» heeft geen «kop». Bedoelt u «koop»?",
    ],
  ])("%s is told with the nearest known one", (eis, message) => {
    expect(faults(withEis(eis), kennis).join("\n")).toContain(message);
  });

  it("of an indicator is nobody else's", () => {
    const text = `${withEis("{ aantal: inwoners, minstens: 1 }")}afgeleid: { woningen: inwoners / 2 }\n`;
    expect(faults(text, kennis)).toEqual([
      "afgeleid.woningen: «woningen» is al de naam van een indicator. Kies een andere naam.",
    ]);
  });

  it("without knowledge of figures is taken as it is", () => {
    expect(faults(withEis("{ aantal: katten, minstens: 1 }"))).toEqual([]);
  });
});

describe("a gemeente", () => {
  const kennis: Kennis = {
    peildatum: "2026-01-01",
    gemeenten: createGemeentelijst(
      [
        { code: "GM0855", naam: "Tilburg", provincie: "PV30" },
        { code: "GM0758", naam: "Breda", provincie: "PV30" },
        { code: "GM0417", naam: "Laren", provincie: "PV27" },
        { code: "GM9999", naam: "Laren", provincie: "PV25" },
      ],
      [{ code: "PV30", naam: "Noord-Brabant" }],
    ),
  };
  const gebied = (list: string) => `${VERDELING}gebied: [${list}]\n${STAP}`;

  it.each([
    [
      "GM0855 Breda",
      "«GM0855 Breda»: GM0855 is op 1 januari 2026 Tilburg. Breda is GM0758. Kies code of naam.",
    ],
    [
      "GM0855 Parijs",
      "«GM0855 Parijs»: GM0855 is op 1 januari 2026 Tilburg. Een gemeente «Parijs» is er dan niet. Kies code of naam.",
    ],
    [
      "GM0001 Breda",
      "«GM0001 Breda»: GM0001 is op 1 januari 2026 geen gemeente. Breda is GM0758. Kies code of naam.",
    ],
    [
      "Laren",
      "Er zijn op 1 januari 2026 meer gemeenten die «Laren» heten: GM0417 (PV27) en GM9999 (PV25). Zet de code voor de naam.",
    ],
    ["Tilbrug", "«Tilbrug» is op 1 januari 2026 geen gemeente. Bedoelt u «Tilburg»?"],
    ["PV30 Zeeland", "«PV30 Zeeland»: PV30 is Noord-Brabant. Kies code of naam."],
    ["GM0855 Tilburg, Tilburg", "«GM0855 Tilburg» staat twee keer in deze lijst. Haal er een weg."],
  ])("«%s» is told apart", (list, message) => {
    expect(faults(gebied(list), kennis).join("\n")).toContain(message);
  });

  it("that is the only one of its name gets its code", () => {
    const result = read(gebied("Tilburg, GM0758, noord, PV30 Noord-Brabant"), kennis);
    expect(result.ok && result.document.gebied).toEqual([
      { id: "GM0855", naam: "Tilburg" },
      { id: "GM0758" },
      { id: "noord" },
      { id: "PV30", naam: "Noord-Brabant" },
    ]);
  });

  it("counts on the day that the document itself begins", () => {
    const later = `${gebied("GM0855 Breda")}geldig-van: 2027-07-01\n`;
    expect(faults(later, kennis).join()).toContain("GM0855 is op 1 juli 2027 Tilburg");
  });
});

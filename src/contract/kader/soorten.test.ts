import { describe, expect, it } from "vitest";
import { loadDocument } from "./load.ts";

function kop(soort: string, rest = ""): string {
  return `soort: ${soort}\nid: test\ntitel: T\nonderwerp: algemeen\nbron: b\nstatus: voorbeeld\n${rest}`;
}

const TOETS = kop("toets", "niveau: [plan]\n");
const EISEN = "eisen: { a: { aantal: x, minstens: 1 } }\n";

function read(text: string) {
  return loadDocument(text, { bestand: "test.yaml" });
}

function faults(text: string): readonly string[] {
  const result = read(text);
  return result.ok ? [] : result.fouten.map((fout) => `${fout.pad}: ${fout.tekst}`);
}

/** Each case: what it shows, the document, and the start of the one message it gives. */
type Geval = readonly [string, string, string];

function told(cases: readonly Geval[]): void {
  it.each(cases)("%s", (_, text, message) => {
    const found = faults(text);
    expect(found.length, found.join("\n")).toBe(1);
    expect(found[0]).toContain(message);
  });
}

const eis = (text: string) => `${TOETS}eisen: { a: ${text} }\n`;

describe("an eis", () => {
  told([
    ["asks something", eis("{ minstens: 3 }"), "eisen.a: Een eis vraagt ergens naar."],
    [
      "asks one thing",
      eis("{ aantal: x, som: y, over: gemeenten, minstens: 1 }"),
      "eisen.a: Een eis heeft één onderwerp. Hier staan «aantal» en «som».",
    ],
    ["compares", eis("{ aantal: x }"), "eisen.a: Bij «aantal» ontbreekt een vergelijking"],
    [
      "compares once",
      eis("{ aantal: x, minstens: 1, hoogstens: 2 }"),
      "eisen.a: Een eis heeft één vergelijking.",
    ],
    [
      "does not compare a connective",
      eis("{ niet: { aantal: x, minstens: 1 }, minstens: 1 }"),
      "eisen.a.minstens: Bij «niet» hoort geen «minstens».",
    ],
    [
      "does not compare what is filled in",
      eis("{ aanwezig: [x], minstens: 1 }"),
      "eisen.a.minstens: Bij «aanwezig» hoort geen «minstens».",
    ],
    [
      "compares a code with is",
      eis("{ kenmerk: x, minstens: 1 }"),
      "eisen.a.minstens: Een kenmerk is een code.",
    ],
    [
      "has codes only for a kenmerk",
      eis("{ aantal: x, is: ja }"),
      "eisen.a.is: «is» hoort bij «kenmerk»",
    ],
    [
      "has months only for a date",
      eis("{ aantal: x, in-maanden: { van: juni, tot: mei } }"),
      "eisen.a.in-maanden: «in-maanden» hoort bij «datum»",
    ],
    [
      "knows the months",
      eis("{ datum: x, in-maanden: { van: juny, tot: mei } }"),
      "«juny» kan hier niet. Kies januari, februari,",
    ],
    [
      "has a whole for its part",
      eis("{ aandeel: x, minstens: 1/3 }"),
      "eisen.a: Bij «aandeel» hoort «van».",
    ],
    [
      "has dan for als",
      eis("{ als: { aantal: x, minstens: 1 } }"),
      "eisen.a: Bij «als» hoort «dan».",
    ],
    [
      "has als for anders",
      eis("{ aantal: x, minstens: 1, anders: { aantal: x, minstens: 1 } }"),
      "eisen.a.anders: «anders» hoort bij «als»",
    ],
    [
      "has its own keys",
      eis("{ aantal: x, mintens: 1 }"),
      "eisen.a.mintens: Onbekende sleutel «mintens». Bedoelt u «minstens»?",
    ],
    [
      "does not divide by nought",
      eis("{ aantal: x, minstens: 1/0 }"),
      "eisen.a.minstens: «1/0» deelt door nul.",
    ],
    [
      "knows the ends of a range",
      eis("{ aantal: x, tussen: { van: 1, tot: 2, grenzen: allebei } }"),
      "eisen.a.tussen.grenzen: «allebei» kan hier niet. Kies beide, van, tot, geen of een parameter.",
    ],
    [
      "names levels that are there",
      eis("{ aantal: x van regioo, minstens: 1 }"),
      "eisen.a.aantal: «regioo» is geen niveau. Bedoelt u «x van regio»?",
    ],
    [
      "names moments that are there",
      eis("{ aantal: x op gisteren, minstens: 1 }"),
      "«op gisteren» is geen dag.",
    ],
    [
      "does not compare with a list",
      eis("{ aantal: x, minstens: [1] }"),
      "eisen.a.minstens: «minstens» is één waarde of een blok met sleutels, maar hier staat een lijst.",
    ],
  ]);

  it.each([
    "{ duur: x, meer-dan: 36 maanden }",
    "{ duur: { van: a, tot: b }, hoogstens: 10 weken }",
    "{ datum: x, uiterlijk: 2026-07-01 }",
    "{ datum: x, in-maanden: { van: juni, tot: februari } }",
    "{ som: x, over: gemeenten, gelijk-aan: y van regio }",
    "{ kenmerk: x, is: [a, b] }",
    "{ voor-elk: gemeente, geldt: { kenmerk: x, is: eensluidend } }",
    "{ een-van: [{ aanwezig: [x] }, { niet: { aantal: x, tussen: { van: 1, tot: 2, grenzen: geen } } }] }",
    "{ als: { aantal: x, minder-dan: 1 }, dan: { datum: y, vanaf: 2026-01-01 }, anders: { aantal: z, meer-dan: 0 } }",
  ])("%s is a good one", (text) => {
    expect(faults(eis(text))).toEqual([]);
  });
});

const BESLOTEN = TOETS.replace("voorbeeld", "vastgesteld") + EISEN;

describe("a status", () => {
  it("from vastgesteld on asks for the decision and the day it begins", () => {
    expect(faults(BESLOTEN)).toEqual([
      "besluit: Een document met «status: vastgesteld» noemt zijn besluit. Voeg «besluit: { orgaan: …, datum: …, stuk: … }» toe, of kies een eerdere status.",
      "geldig-van: Een document met «status: vastgesteld» noemt vanaf wanneer het geldt. Voeg «geldig-van: …» toe, of kies een eerdere status.",
    ]);
  });

  told([
    [
      "is never decided by a regio",
      `${BESLOTEN}besluit: { orgaan: regio, datum: 2026-01-01, stuk: s }\ngeldig-van: 2026-02-01\n`,
      "besluit.orgaan: Een regio besluit niet: zij stelt voor.",
    ],
    [
      "ends after it begins",
      `${TOETS}${EISEN}geldig-van: 2026-02-01\ngeldig-tot: 2026-01-01\n`,
      "geldig-tot: «geldig-tot» (2026-01-01) ligt voor",
    ],
    [
      "is one of six",
      TOETS.replace("voorbeeld", "vastgestelt") + EISEN,
      "status: «vastgestelt» kan hier niet. Kies voorbeeld, concept, voorgenomen, vastgesteld, geldend of vervallen. Bedoelt u «vastgesteld»?",
    ],
  ]);
});

describe("a head", () => {
  it("that lacks everything is told everything", () => {
    expect(faults("soort: toets\n").map((fout) => fout.split(":")[0])).toEqual([
      ...["id", "titel", "bron", "onderwerp", "eisen", "niveau"],
    ]);
  });

  told([
    [
      "names its soort",
      "id: test\n",
      "soort: «soort» ontbreekt. Schrijf bovenaan welke soort document dit is: indicator, indeling, verdeling, toets, rangorde, traject of kader.",
    ],
    ["names a soort that is there", "soort: verdelng\n", "«verdelng» is geen soort document."],
    [
      "counts versions from 1",
      `${TOETS}${EISEN}versie: 0\n`,
      "versie: «0» kan hier niet. Schrijf een heel getal: 1, 2, 3 …",
    ],
    [
      "has a region or a list",
      `${TOETS}${EISEN}gebied: Zuid Kennemerland\n`,
      "gebied: «Zuid Kennemerland» is geen naam van een regio.",
    ],
    [
      "has a source with known words",
      `${TOETS.replace("bron: b", "bron: { stuk: b, stand: wet }")}${EISEN}`,
      "bron.stand: «wet» kan hier niet.",
    ],
    [
      "has a source with a piece",
      `${TOETS.replace("bron: b", "bron: { plaats: b }")}${EISEN}`,
      "bron.stuk: «stuk» ontbreekt. Voeg «stuk: …» toe.",
    ],
    [
      "has no key of another soort",
      `${TOETS}${EISEN}opgave: x\n`,
      "opgave: Onbekende sleutel «opgave». Hier kan staan: soort, id,",
    ],
    [
      "has a formule of known signs",
      `${TOETS}${EISEN}afgeleid: { c: a+b }\n`,
      "afgeleid.c: In «a+b» staat een teken zonder spaties.",
    ],
    [
      "has a formule that closes",
      `${TOETS}${EISEN}afgeleid: { c: (a + b }\n`,
      "afgeleid.c: In «(a + b» sluit een haakje niet.",
    ],
    [
      "has a formule that opens",
      `${TOETS}${EISEN}afgeleid: { c: a + b) }\n`,
      "sluit een haakje dat niet is geopend",
    ],
    [
      "has a formule that ends",
      `${TOETS}${EISEN}afgeleid: { c: a + }\n`,
      "«a +» houdt op waar nog een cijfer",
    ],
    [
      "has a formule of whole parts",
      `${TOETS}${EISEN}afgeleid: { c: a * / b }\n`,
      "ontbreekt een cijfer of getal voor «/»",
    ],
    [
      "has a formule with signs",
      `${TOETS}${EISEN}afgeleid: { c: a b }\n`,
      "In «a b» staat «b» op een plek waar het niets betekent.",
    ],
  ]);
});

describe("a formule", () => {
  it("subtracts between spaces, and takes * and / first", () => {
    const result = read(`${TOETS}${EISEN}afgeleid: { c: 1 - a-b * (2/3 + x in 2024) }\n`);
    expect(result.ok && result.document.afgeleid).toEqual({
      c: {
        soort: "bewerking",
        teken: "-",
        links: { soort: "getal", getal: { teller: 1n, noemer: 1n } },
        rechts: {
          soort: "bewerking",
          teken: "*",
          links: { soort: "verwijzing", verwijzing: { naam: "a-b", pad: [] } },
          rechts: {
            soort: "bewerking",
            teken: "+",
            links: { soort: "getal", getal: { teller: 2n, noemer: 3n } },
            rechts: {
              soort: "verwijzing",
              verwijzing: { naam: "x", pad: [], tijd: { soort: "in", periode: "2024" } },
            },
          },
        },
      },
    });
  });

  it("of endless brackets or terms is refused", () => {
    const with_ = (formule: string) => faults(`${TOETS}${EISEN}afgeleid: { c: "${formule}" }\n`);
    expect(with_(`${"(".repeat(31)}a${")".repeat(31)}`).join()).toContain("30 haakjes");
    expect(with_(`a${" + a".repeat(200)}`).join()).toContain("meer dan 200 delen");
    expect(with_(`a${" + a".repeat(199)}`)).toEqual([]);
  });
});

const indeling = (regios: string) =>
  `${kop("indeling", "soort-regio: samenwerking\npeildatum: 2026-01-01\n")}regios: ${regios}\n`;

describe("an indeling", () => {
  told([
    [
      "has each gemeente once",
      indeling("{ n: { titel: N, gemeenten: [GM0001 A, GM0001 A] } }"),
      "regios.n.gemeenten[1]: «GM0001 A» staat twee keer, in «n».",
    ],
    [
      "has it in one region",
      indeling(
        "{ n: { titel: N, gemeenten: [GM0001 A] }, z: { titel: Z, gemeenten: [{ gemeente: GM0001 A, zekerheid: aanname }] } }",
      ),
      "regios.z.gemeenten[0]: «GM0001 A» staat twee keer, in «n» en in «z».",
    ],
    [
      "has it in one deelregio",
      indeling(
        "{ n: { titel: N, gemeenten: [GM0001 A], deelregios: { o: [GM0001 A], w: [GM0001 A] } } }",
      ),
      "regios.n.deelregios.w[0]: «GM0001 A» staat twee keer, in «o» en in «w».",
    ],
    [
      "has a deelregio of its own gemeenten",
      indeling(
        "{ n: { titel: N, gemeenten: [GM0001 A], deelregios: { o: [GM0001 A, GM0002 B] } } }",
      ),
      "regios.n.deelregios.o[1]: «GM0002 B» staat in deelregio «o», maar niet bij de gemeenten van «n».",
    ],
    [
      "has a member until after it came",
      indeling(
        "{ n: { titel: N, gemeenten: [{ gemeente: GM0001 A, sinds: 2027-01-01, tot: 2026-01-01 }] } }",
      ),
      "«tot» (2026-01-01) ligt voor «sinds» (2027-01-01).",
    ],
    ["has regions", indeling("{}"), "regios: Dit blok is leeg."],
    [
      "has a day",
      indeling("{ n: { titel: N, gemeenten: [GM0001 A] } }").replace("2026-01-01", "1-1-2026"),
      "peildatum: «1-1-2026» is geen datum. Schrijf eerst het jaar, dan de maand en de dag: 2026-01-01.",
    ],
  ]);

  it("may have a gemeente in two regions one after the other", () => {
    expect(
      faults(
        indeling(
          "{ n: { titel: N, gemeenten: [{ gemeente: GM0001 A, tot: 2026-12-31 }] }, z: { titel: Z, gemeenten: [{ gemeente: GM0001 A, sinds: 2027-01-01 }] } }",
        ),
      ),
    ).toEqual([]);
  });

  it("names who is in no deelregio, as a remark", () => {
    const result = read(
      indeling(
        "{ n: { titel: N, gemeenten: [GM0001 A, GM0002 B], deelregios: { o: [GM0001 A] } } }",
      ),
    );
    expect(result.ok).toBe(true);
    expect(result.opmerkingen.map((remark) => remark.tekst)).toEqual([
      "Deze gemeenten van «n» staan in geen deelregio: GM0002 B.",
    ]);
  });

  it("gives a member what it leaves out of its region", () => {
    const result = read(
      indeling(
        "{ n: { titel: N, zekerheid: aanname, bron: kaart, gemeenten: [GM0001 A, { gemeente: GM0002 B, zekerheid: onzeker }] } }",
      ),
    );
    expect(result.ok && result.document).toMatchObject({
      regios: {
        n: {
          gemeenten: [
            { gemeente: { id: "GM0001", naam: "A" }, zekerheid: "aanname", bron: "kaart" },
            { gemeente: { id: "GM0002", naam: "B" }, zekerheid: "onzeker", bron: "kaart" },
          ],
        },
      },
    });
  });
});

const indicator = (rest: string) =>
  kop("indicator", `eenheid: x\nniveau: [gemeente]\nmeetmoment: periode\n${rest}`);

describe("an indicator", () => {
  told([
    [
      "is counted at levels",
      indicator("").replace("[gemeente]", "gemeente"),
      "niveau: «niveau» is een lijst, maar hier staat één waarde. Schrijf [gemeente].",
    ],
    [
      "adds up or not",
      indicator("optelbaar: yes\n"),
      "optelbaar: «yes» kan hier niet. Kies ja of nee.",
    ],
    [
      "has a margin with a point",
      indicator("marge: 0,5 procentpunt\n"),
      "marge: «0,5» is geen getal. Schrijf een punt (0.5) of een breuk (1/2).",
    ],
    ["has a margin of a number", indicator("marge: klein\n"), "marge: «klein» is geen marge."],
    [
      "has a margin of nought or more",
      indicator("marge: -3 %\n"),
      "marge: «-3 %» is lager dan nul.",
    ],
  ]);

  it.each([
    ["0.5 procentpunt", { soort: "procentpunt", waarde: { teller: 1n, noemer: 200n } }],
    ["3 %", { soort: "procent", waarde: { teller: 3n, noemer: 100n } }],
    ["25", { soort: "eenheid", waarde: { teller: 25n, noemer: 1n } }],
  ])("reads a margin of %s", (text, marge) => {
    const result = read(indicator(`marge: ${text}\n`));
    expect(result.ok && result.document).toMatchObject({ marge });
  });
});

const toets = (rest: string) => `${TOETS}${EISEN}${rest}`;

describe("a toets", () => {
  told([
    [
      "is measured at known levels",
      toets("").replace("[plan]", "[gemente]"),
      "niveau[0]: «gemente» kan hier niet. Kies gemeente, deelregio,",
    ],
    [
      "holds at a level or not",
      toets("niet-op-niveau: { plan: x }\n"),
      "niet-op-niveau.plan: «plan» staat ook in «niveau».",
    ],
    [
      "names levels that are there",
      toets("niet-op-niveau: { wijkk: x }\n"),
      "niet-op-niveau.wijkk: «wijkk» is geen niveau. Bedoelt u «wijk»?",
    ],
    [
      "measures plans or homes",
      toets("meet-op: [planning]\n"),
      "meet-op[0]: «planning» kan hier niet. Kies programmering of realisatie.",
    ],
    [
      "measures over a period",
      toets("meetperiode: straks\n"),
      "meetperiode: «straks» is geen periode en geen parameter",
    ],
    [
      "gives exemption of its own eisen",
      toets("ontheffing: { door: [gs], op: [b] }\n"),
      "ontheffing.op[0]: «b» is geen eis van deze toets.",
    ],
    [
      "adds to one version",
      toets("aanvulling-op: norm\n"),
      "aanvulling-op: «norm» noemt geen versie. Schrijf «norm@1».",
    ],
    [
      "does not add to itself",
      toets("aanvulling-op: test@1\n"),
      "aanvulling-op: Dit document verwijst naar zichzelf («test@1»).",
    ],
  ]);
});

const rangorde = (rest: string) => kop("rangorde", `van: x\nvoor: y\n${rest}`);

describe("a rangorde", () => {
  told([
    [
      "has points to go by",
      rangorde("volgorde: [{ hoogste: punten }]\n"),
      "volgorde[0]: Deze rangorde geeft geen punten.",
    ],
    [
      "goes by parts of its points that there are",
      rangorde(
        "punten: { familie: [{ als: { kenmerk: k, is: ja }, punten: 1 }] }\nvolgorde: [{ hoogste: punten.famili }]\n",
      ),
      "volgorde[0]: Er zijn geen punten voor «famili». Punten zijn er voor «familie».",
    ],
    [
      "goes by one thing at a time",
      rangorde("volgorde: [{ hoogste: a, laagste: b }]\n"),
      "volgorde[0]: Een regel van de volgorde heeft precies één van",
    ],
    [
      "is open only at the end",
      rangorde("volgorde: [{ treden: [{ open: x }, { naam: a, als: { kenmerk: k, is: ja } }] }]\n"),
      "volgorde[0].treden[0]: Alleen de laatste trede kan «open» zijn.",
    ],
    [
      "has steps with a condition",
      rangorde("volgorde: [{ treden: [{ naam: a }] }]\n"),
      "volgorde[0].treden[0]: Een trede heeft «naam» en «als», of alleen «open»",
    ],
    [
      "never throws dice",
      rangorde("volgorde: [{ laagste: a }]\ngelijke-standen: loting\n"),
      "gelijke-standen: «loting» kan hier niet. Kies besluit-nodig. Of schrijf hier een blok met sleutels.",
    ],
    [
      "settles a tie one way",
      rangorde(
        "volgorde: [{ laagste: a }]\ngelijke-standen: { loting-door: college, volgorde: [{ laagste: b }] }\n",
      ),
      "Schrijf hier «besluit-nodig», of een van",
    ],
  ]);
});

const traject = (stappen: string) => kop("traject", `voor: x\nstappen: [${stappen}]\n`);
const stap = (rest: string) => `{ naam: a, titel: t, trekker: w${rest} }`;

describe("a traject", () => {
  told([
    [
      "has each step once",
      traject(`${stap("")}, ${stap("")}`),
      "stappen[1].naam: Er zijn twee stappen met de naam «a».",
    ],
    [
      "goes on to a step",
      traject(stap(", verder: [{ naar: b }]")),
      "stappen[0].verder[0].naar: Er is geen stap «b». Kies uit: a.",
    ],
    [
      "counts from a step",
      traject(stap(", termijn: { binnen: 3 maanden, na: b }")),
      "stappen[0].termijn.na: Er is geen stap «b».",
    ],
    [
      "has a term or a day",
      traject(stap(", termijn: { binnen: 3 maanden }")),
      "stappen[0].termijn: Een termijn heeft «uiterlijk», of «binnen» met «na».",
    ],
    [
      "has a day that is one",
      traject(stap(", termijn: { uiterlijk: 2025-11-31 }")),
      "stappen[0].termijn.uiterlijk: «2025-11-31» is een dag die niet bestaat.",
    ],
    [
      "is decided by a body",
      traject(stap(", besluit: { orgaan: PS }")),
      "stappen[0].besluit.orgaan: «PS» kan hier niet. Kies wetgever, minister, ps, gs, raad, college of regio. Bedoelt u «ps»?",
    ],
  ]);
});

const kader = (onderdeel: string, rest = "") =>
  kop("kader", `partijen: [{ wie: a }, { wie: b }]\nonderdelen: { o: ${onderdeel} }\n${rest}`);
const TEKST = "{ spoor: 1, niet-berekenbaar: x, eigenaar: y }";

describe("a kader", () => {
  told([
    [
      "has a spoor per onderdeel",
      kader("{ niet-berekenbaar: x, eigenaar: y }"),
      "onderdelen.o.spoor: «spoor» ontbreekt.",
    ],
    [
      "knows four sporen",
      kader(TEKST.replace("1", "5")),
      "onderdelen.o.spoor: «5» kan hier niet. Kies 1, 2, 3 of 4.",
    ],
    [
      "runs or tells",
      kader("{ spoor: 1, document: d@1, niet-berekenbaar: x, eigenaar: y }"),
      "onderdelen.o: Een onderdeel heeft «document», of «niet-berekenbaar» met «eigenaar».",
    ],
    [
      "names who owns what is told",
      kader("{ spoor: 1, niet-berekenbaar: x }"),
      "onderdelen.o: Wat niet te berekenen is, heeft een «eigenaar».",
    ],
    [
      "points to one version",
      kader("{ spoor: 1, document: d }"),
      "onderdelen.o.document: «d» noemt geen versie.",
    ],
    [
      "has a deelonderwerp only in spoor 4",
      kader(TEKST.replace("}", ", deelonderwerp: kennis }")),
      "onderdelen.o.deelonderwerp: «deelonderwerp» hoort bij spoor 4.",
    ],
    [
      "evaluates on days",
      kader(TEKST, "evaluatie: 2027-01-01\n"),
      "evaluatie: «evaluatie» is een lijst van dagen. Schrijf [2027-01-01].",
    ],
    [
      "evaluates by its own parameter",
      kader(TEKST, "evaluatie: ooit\n"),
      "evaluatie: «ooit» is geen parameter van dit document.",
    ],
    [
      "has each party once",
      kader(TEKST).replace("{ wie: b }", "{ wie: a }"),
      "partijen[1]: Deze partij staat twee keer in de lijst.",
    ],
  ]);

  it("F125: counts its parties, and says where that differs", () => {
    const result = read(kader(TEKST, "aantal-partijen: 27\n"));
    expect(result.ok).toBe(true);
    expect(result.opmerkingen.map((remark) => remark.tekst)).toEqual([
      "Er staan 2 partijen in de lijst, en «aantal-partijen» is 27. Kijk na wie ontbreekt.",
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, compare, divide } from "#domain/breuk.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Eis, Waarheid } from "#domain/eis.ts";
import type { Parameterwaarde } from "#domain/kop.ts";
import { createCijferbron, GEHEEL, type Waarneming } from "#domain/waarneming.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { MIDDEN, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { type Cijfer, leesDocument, observe } from "#test/builders.ts";
import { type Eislezer, evaluateEis } from "./eis.ts";

type Kaart = Readonly<Record<string, Readonly<Record<string, Cijfer>>>>;

/** An eis as a document writes it. */
function lees(yaml: string, parameters = "{}") {
  const document = leesDocument(`soort: toets
id: proef
titel: Een proef
onderwerp: algemeen
bron: verzonnen voor een proef
status: voorbeeld
parameters: ${parameters}
niveau: [gemeente]
eisen:
  e: ${yaml}
`);
  if (document.soort !== "toets") throw new Error(document.soort);
  return document;
}

function context(
  document: ReturnType<typeof lees>,
  waarnemingen: readonly Waarneming[],
  ingevuld: Readonly<Record<string, Parameterwaarde>> = {},
): Eislezer {
  const ids = [...new Set(waarnemingen.map(({ gebied }) => gebied))].filter((id) => id !== GEHEEL);
  const lezer = createLezer({
    document,
    gebied: {
      id: GEHEEL,
      titel: "de proef",
      eenheden: ids.map((id) => ({ id, naam: id })),
      deelregios: {},
      onzeker: [],
    },
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: createBibliotheek([document]),
    ingevuld: { parameters: ingevuld },
  });
  return {
    lezer,
    hoek: MIDDEN,
    uitkomst: () => undefined,
    evenredig: () => undefined,
    eenheden: (_as, plek) => ids.map((id) => ({ ...plek, pad: [id] })),
    grenzen: (naam) => {
      const value = lezer.parameter(naam);
      return value && "soort" in value && value.soort === "woord" ? value.woord : undefined;
    },
  };
}

/** Whether it holds for A, with these figures. */
function geldt(
  yaml: string,
  cijfers: Kaart,
  parameters = "{}",
  ingevuld: Readonly<Record<string, Parameterwaarde>> = {},
): Waarheid {
  const document = lees(yaml, parameters);
  const waarnemingen = Object.entries(cijfers).flatMap(([naam, kaart]) => observe(naam, kaart));
  const [eis] = Object.values(document.eisen);
  if (!eis) throw new Error("geen eis");
  return evaluateEis(eis, plekVan(["A"]), context(document, waarnemingen, ingevuld));
}

const WAARHEDEN = ["ja", "nee", "onbekend"] as const;

/** Something that is so, is not so, or that nobody knows. */
const DIE_IS: Readonly<Record<Waarheid, Eis>> = {
  ja: kenmerk("bekend", "wel"),
  nee: kenmerk("bekend", "niet"),
  onbekend: kenmerk("nergens", "wel"),
};

function kenmerk(naam: string, code: string): Eis {
  return {
    soort: "vergelijking",
    onderwerp: { soort: "kenmerk", naam },
    vergelijking: { soort: "is", codes: [code] },
  };
}

const leeg = lees("{ aanwezig: [bekend] }");
const weet = context(leeg, observe("bekend", { A: "wel" }));

function waarheid(eis: Eis): Waarheid {
  return evaluateEis(eis, plekVan(["A"]), weet);
}

describe("a question with three answers", () => {
  it("is, is not, or is not known", () => {
    expect(WAARHEDEN.map((w) => waarheid(DIE_IS[w]))).toEqual([...WAARHEDEN]);
  });

  it.each([
    ["alle", "ja", "ja", "ja"],
    ["alle", "ja", "nee", "nee"],
    ["alle", "ja", "onbekend", "onbekend"],
    ["alle", "nee", "nee", "nee"],
    ["alle", "nee", "onbekend", "nee"],
    ["alle", "onbekend", "onbekend", "onbekend"],
    ["een-van", "ja", "ja", "ja"],
    ["een-van", "ja", "nee", "ja"],
    ["een-van", "ja", "onbekend", "ja"],
    ["een-van", "nee", "nee", "nee"],
    ["een-van", "nee", "onbekend", "onbekend"],
    ["een-van", "onbekend", "onbekend", "onbekend"],
  ] as const)("%s: %s and %s is %s", (soort, a, b, expected) => {
    expect(waarheid({ soort, eisen: [DIE_IS[a], DIE_IS[b]] })).toBe(expected);
    expect(waarheid({ soort, eisen: [DIE_IS[b], DIE_IS[a]] })).toBe(expected);
  });

  it("turns into its opposite, and what is not known stays so", () => {
    const opposite = WAARHEDEN.map((w) => waarheid({ soort: "niet", eis: DIE_IS[w] }));
    expect(opposite).toEqual(["nee", "ja", "onbekend"]);
  });

  it.each([
    ["ja", "ja", "nee", "ja"],
    ["ja", "onbekend", "ja", "onbekend"],
    ["nee", "nee", "ja", "ja"],
    ["nee", "ja", "onbekend", "onbekend"],
    ["onbekend", "ja", "ja", "ja"],
    ["onbekend", "nee", "nee", "nee"],
    ["onbekend", "ja", "nee", "onbekend"],
    ["onbekend", "onbekend", "onbekend", "onbekend"],
  ] as const)("als %s dan %s anders %s is %s", (als, dan, anders, expected) => {
    const eis: Eis = { soort: "als", als: DIE_IS[als], dan: DIE_IS[dan], anders: DIE_IS[anders] };
    expect(waarheid(eis)).toBe(expected);
  });

  it("asks nothing of whom the condition does not hold for", () => {
    expect(waarheid({ soort: "als", als: DIE_IS.nee, dan: DIE_IS.nee })).toBe("ja");
  });

  it("keeps its answer when something unknown becomes known, unless it was unknown", () => {
    const boom: fc.Arbitrary<Eis> = fc.letrec<{ eis: Eis }>((tie) => ({
      eis: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...WAARHEDEN).map((w) => DIE_IS[w]),
        fc.record({
          soort: fc.constantFrom("alle" as const, "een-van" as const),
          eisen: fc.array(tie("eis"), { maxLength: 3 }),
        }),
        tie("eis").map((eis): Eis => ({ soort: "niet", eis })),
        fc.record({
          soort: fc.constant("als" as const),
          als: tie("eis"),
          dan: tie("eis"),
          anders: tie("eis"),
        }),
      ),
    })).eis;
    const later = (code: string) =>
      context(leeg, [...observe("bekend", { A: "wel" }), ...observe("nergens", { A: code })]);
    fc.assert(
      fc.property(boom, fc.constantFrom("wel", "niet"), (eis, code) => {
        const now = waarheid(eis);
        const then = evaluateEis(eis, plekVan(["A"]), later(code));
        expect(then).not.toBe("onbekend");
        expect(now === "onbekend" ? then : now).toBe(then);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a share against a norm", () => {
  it("is decided on the last home, by laying the two crosswise", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2000n), fc.bigInt(1n, 2000n), (deel, geheel) => {
        const cijfers = { sociaal: { A: deel }, woningen: { A: geheel } };
        const met = geldt("{ aandeel: sociaal, van: woningen, minstens: 2/3 }", cijfers);
        const exact = compare(divide(breuk(deel), breuk(geheel)), breuk(2, 3)) >= 0;
        expect(met).toBe(exact ? "ja" : "nee");
      }),
    );
  });

  it.each([
    ["minstens: 30 %", "300", "ja"],
    ["minstens: 30 %", "299", "nee"],
    ["hoogstens: 30 %", "300", "ja"],
    ["hoogstens: 30 %", "301", "nee"],
    ["meer-dan: 30 %", "300", "nee"],
    ["meer-dan: 30 %", "301", "ja"],
    ["minder-dan: 30 %", "300", "nee"],
    ["minder-dan: 30 %", "299", "ja"],
    ["gelijk-aan: 30 %", "300", "ja"],
    ["gelijk-aan: 30 %", "301", "nee"],
  ])("of 1,000, «%s» of %s homes is %s", (vergelijking, sociaal, expected) => {
    const yaml = `{ aandeel: sociaal, van: woningen, ${vergelijking} }`;
    const cijfers = { sociaal: { A: sociaal }, woningen: { A: 1000 } };
    expect(geldt(yaml, cijfers)).toBe(expected);
  });

  it("of nothing is met by nothing: 30 % of no homes is no homes", () => {
    const cijfers = { sociaal: { A: 0 }, woningen: { A: 0 } };
    expect(geldt("{ aandeel: sociaal, van: woningen, minstens: 30 % }", cijfers)).toBe("ja");
  });

  it("that is missing is never yes and never no", () => {
    for (const sociaal of ["onbekend", 300]) {
      for (const vergelijking of ["minstens: 0", "hoogstens: 100 %", "meer-dan: 200 %"]) {
        const cijfers = { sociaal: { A: sociaal }, woningen: { A: "onbekend" } };
        const yaml = `{ aandeel: sociaal, van: woningen, ${vergelijking} }`;
        expect(geldt(yaml, cijfers)).toBe("onbekend");
      }
    }
  });
});

describe("a number between two others", () => {
  const tussen = (grenzen: string) => `{ aantal: x, tussen: { van: 10, tot: 20${grenzen} } }`;
  const op = (grenzen: string, x: number) => geldt(tussen(grenzen), { x: { A: x } });

  it.each([
    ["", "ja", "ja"],
    [", grenzen: beide", "ja", "ja"],
    [", grenzen: van", "ja", "nee"],
    [", grenzen: tot", "nee", "ja"],
    [", grenzen: geen", "nee", "nee"],
  ])("with «%s» holds on the lower end %s, on the upper end %s", (grenzen, laag, hoog) => {
    expect([9, 10, 15, 20, 21].map((x) => op(grenzen, x))).toEqual([
      "nee",
      laag,
      "ja",
      hoog,
      "nee",
    ]);
  });

  it("is only open on the exact limit while nobody has said which ends belong to it", () => {
    const parameters = "{ rand: { eenheid: grenzen, zekerheid: onzeker } }";
    const yaml = tussen(", grenzen: rand");
    const open = [9, 10, 15, 20, 21].map((x) => geldt(yaml, { x: { A: x } }, parameters));
    expect(open).toEqual(["nee", "onbekend", "ja", "onbekend", "nee"]);
    const rand = { rand: { soort: "woord" as const, woord: "tot" } };
    const filled = [10, 20].map((x) => geldt(yaml, { x: { A: x } }, parameters, rand));
    expect(filled).toEqual(["nee", "ja"]);
  });
});

describe("what must be filled in", () => {
  it("is the one question to which missing is an answer", () => {
    const cijfers = { plan: { A: 3 }, besluit: { A: "onbekend" } };
    expect(geldt("{ aanwezig: [plan] }", cijfers)).toBe("ja");
    expect(geldt("{ aanwezig: [plan, besluit] }", cijfers)).toBe("nee");
    expect(geldt("{ aanwezig: [nooit-gemeld] }", cijfers)).toBe("nee");
  });
});

describe("parts of all gemeenten together", () => {
  const som = "{ som: behoefte, over: gemeenten, gelijk-aan: 100 }";

  it("are 100, or they are not, or one of them is not known", () => {
    expect(geldt(som, { behoefte: { A: 30, B: 50, C: 20 } })).toBe("ja");
    expect(geldt(som, { behoefte: { A: 30, B: 50, C: 19 } })).toBe("nee");
    expect(geldt(som, { behoefte: { A: 30, B: 50, C: "onbekend" } })).toBe("onbekend");
  });
});

describe("a question put to every gemeente", () => {
  it("is no as soon as one says no, whatever is not known of another", () => {
    const yaml = "{ voor-elk: gemeenten, geldt: { aantal: x, minstens: 5 } }";
    expect(geldt(yaml, { x: { A: 5, B: 9 } })).toBe("ja");
    expect(geldt(yaml, { x: { A: 5, B: 4, C: "onbekend" } })).toBe("nee");
    expect(geldt(yaml, { x: { A: 5, B: 9, C: "onbekend" } })).toBe("onbekend");
  });

  it("whether all say the same", () => {
    const yaml = "{ voor-elk: gemeenten, geldt: { kenmerk: keuze, is: eensluidend } }";
    expect(geldt(yaml, { keuze: { A: "links", B: "links" } })).toBe("ja");
    expect(geldt(yaml, { keuze: { A: "links", B: "rechts", C: "onbekend" } })).toBe("nee");
    expect(geldt(yaml, { keuze: { A: "links", B: "links", C: "onbekend" } })).toBe("onbekend");
  });
});

describe("a coded field", () => {
  it("is one of the codes, or another, or not known", () => {
    const yaml = "{ kenmerk: gezin, is: [alleen, met-kinderen] }";
    expect(geldt(yaml, { gezin: { A: "alleen" } })).toBe("ja");
    expect(geldt(yaml, { gezin: { A: "samen" } })).toBe("nee");
    expect(geldt(yaml, { gezin: { A: "onbekend" } })).toBe("onbekend");
  });
});

describe("a date", () => {
  it("lies no later than, or not before, another", () => {
    const besluit = { besluit: { A: "2025-11-30" } };
    expect(geldt("{ datum: besluit, uiterlijk: 2025-11-30 }", besluit)).toBe("ja");
    expect(geldt("{ datum: besluit, uiterlijk: 2025-11-29 }", besluit)).toBe("nee");
    expect(geldt("{ datum: besluit, vanaf: 2025-11-30 }", besluit)).toBe("ja");
    expect(geldt("{ datum: besluit, vanaf: 2025-12-01 }", besluit)).toBe("nee");
    expect(geldt("{ datum: besluit, vanaf: 2025-12-01 }", {})).toBe("onbekend");
  });

  it("falls in months that run over the turn of the year", () => {
    const yaml = "{ datum: start, in-maanden: { van: juni, tot: februari } }";
    const maanden = [1, 2, 3, 5, 6, 12].map((maand) =>
      geldt(yaml, { start: { A: `2026-${String(maand).padStart(2, "0")}-15` } }),
    );
    expect(maanden).toEqual(["ja", "ja", "nee", "nee", "ja", "ja"]);
  });

  it("falls in one month, or in that month not", () => {
    const yaml = "{ datum: start, in-maanden: { van: juni, tot: juni } }";
    const maanden = ["2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01"];
    expect(maanden.map((dag) => geldt(yaml, { start: { A: dag } }))).toEqual([
      "nee",
      "ja",
      "ja",
      "nee",
    ]);
  });
});

describe("a term", () => {
  it.each([
    ["36 maanden", "minstens: 3 jaar", "ja"],
    ["35 maanden", "minstens: 3 jaar", "nee"],
    ["10 weken", "hoogstens: 70 dagen", "ja"],
    ["10 weken", "hoogstens: 69 dagen", "nee"],
    ["1 maand", "minstens: 27 dagen", "ja"],
    ["1 maand", "minstens: 29 dagen", "onbekend"],
    ["1 maand", "minstens: 31 dagen", "onbekend"],
    ["1 maand", "minstens: 32 dagen", "nee"],
    ["32 dagen", "meer-dan: 1 maand", "ja"],
    ["30 dagen", "meer-dan: 1 maand", "onbekend"],
    ["31 dagen", "meer-dan: 1 maand", "onbekend"],
    ["27 dagen", "meer-dan: 1 maand", "nee"],
  ])("of %s, «%s» is %s", (duur, vergelijking, expected) => {
    expect(geldt(`{ duur: verblijf, ${vergelijking} }`, { verblijf: { A: duur } })).toBe(expected);
  });

  it("between two dates counts calendar months from the first", () => {
    const yaml = (term: string) => `{ duur: { van: melding, tot: besluit }, hoogstens: ${term} }`;
    const feiten = { melding: { A: "2026-01-31" }, besluit: { A: "2026-02-28" } };
    expect(geldt(yaml("1 maand"), feiten)).toBe("ja");
    expect(geldt(yaml("4 weken"), feiten)).toBe("ja");
    expect(geldt(yaml("27 dagen"), feiten)).toBe("nee");
    expect(geldt(yaml("1 maand"), { melding: { A: "2026-01-31" } })).toBe("onbekend");
  });
});

import { describe, expect, it } from "vitest";
import { createBibliotheek } from "#domain/document.ts";
import { leesDocument } from "#test/builders.ts";
import type { Kennis } from "../kennis.ts";
import { loadDocument } from "../load.ts";

const KOP =
  "titel: Een proef\nonderwerp: algemeen\nbron: verzonnen voor een proef\nstatus: voorbeeld";

function indicator(id: string, eenheid: string) {
  return leesDocument(
    `soort: indicator\nid: ${id}\n${KOP}\neenheid: ${eenheid}\nniveau: [gemeente]\nmeetmoment: peildatum`,
  );
}

const norm = leesDocument(
  `soort: toets\nid: norm\n${KOP}\neisen: { sociaal: { aantal: 3, minstens: 1 } }\nniveau: [regio]`,
);

const EENHEDEN = {
  inwoners: "personen",
  woningen: "woningen",
  sociaal: "woningen",
  aandeel: "deel",
  vastgesteld: "datum",
  "sinds-de-aanvraag": "duur",
  plek: "code",
};

const kennis: Kennis = {
  indicatoren: new Map(Object.keys(EENHEDEN).map((naam) => [naam, []])),
  bibliotheek: createBibliotheek([
    ...Object.entries(EENHEDEN).map(([id, eenheid]) => indicator(id, eenheid)),
    norm,
  ]),
};

/** What is said of these eisen: mistakes and remarks, with their place. */
function told(eisen: string, more = ""): readonly string[] {
  const text = `soort: toets\nid: test\n${KOP}\neisen: { e: ${eisen} }\nniveau: [regio]\n${more}`;
  const read = loadDocument(text, { bestand: "test.yaml", kennis });
  const fouten = read.ok ? [] : read.fouten;
  return [...fouten, ...read.opmerkingen].map(({ pad, tekst }) => `${pad}: ${tekst}`);
}

describe("an eis lays like beside like", () => {
  it.each([
    "{ aantal: sociaal, minstens: woningen }",
    "{ aantal: sociaal, minstens: 30 % van woningen }",
    "{ aantal: inwoners, minstens: 100 }",
    "{ aandeel: sociaal, van: woningen, minstens: 30 % }",
    "{ aandeel: beide, van: woningen, minstens: 30 % }",
    "{ aandeel: sociaal, van: inwoners, minder-dan: norm-per-inwoner }",
    "{ aantal: verhouding, minstens: sociaal }",
  ])("and is silent about %s", (eis) => {
    const more =
      "parameters: { norm-per-inwoner: { eenheid: woningen per inwoner, waarde: 1/3 } }\nafgeleid: { beide: sociaal + woningen, verhouding: sociaal / inwoners }";
    expect(told(eis, more)).toEqual([]);
  });

  it("not people beside homes", () => {
    expect(told("{ aantal: inwoners, minstens: woningen }")).toEqual([
      "eisen.e.minstens: «inwoners» is in personen en «woningen» is in woningen; die zijn niet te vergelijken. Noem een cijfer of een grens in personen.",
    ]);
  });

  it("nor a share of homes in people, or beside a parameter of something else, all told at once", () => {
    const more = "parameters: { grens: { eenheid: personen, waarde: 3 } }";
    const eis =
      "{ alle: [{ aandeel: sociaal, van: inwoners, minstens: 1/3 }, { aantal: sociaal, hoogstens: grens }, { aantal: aandeel, minstens: 30 % van woningen }] }";
    expect(told(eis, more).map((text) => text.split(":")[0])).toEqual([
      "eisen.e.alle[0].van",
      "eisen.e.alle[1].hoogstens",
      "eisen.e.alle[2].minstens",
    ]);
  });

  it("nor as the parts of a sum, or as one end of a range", () => {
    const eis =
      "{ alle: [{ som: inwoners, over: gemeenten, minstens: woningen van regio }, { aantal: inwoners, tussen: { van: 3, tot: woningen } }] }";
    expect(told(eis).map((text) => text.split(":")[0])).toEqual([
      "eisen.e.alle[0].minstens",
      "eisen.e.alle[1].tussen.tot",
    ]);
  });

  it.each([
    ["{ aantal: vastgesteld, minstens: 3 }", "aantal", "een datum, en hier hoort een getal"],
    ["{ datum: inwoners, uiterlijk: 2027-01-01 }", "datum", "een getal, en hier hoort een datum"],
    ["{ kenmerk: inwoners, is: veel }", "kenmerk", "een getal, en hier hoort een code"],
    ["{ duur: vastgesteld, minstens: 3 maanden }", "duur", "Schrijf «duur: { van: …, tot: … }»"],
    [
      "{ duur: { van: vastgesteld, tot: inwoners }, minstens: 3 maanden }",
      "duur.tot",
      "een getal, en hier hoort een datum",
    ],
    ["{ duur: sinds-de-aanvraag, minstens: 3 }", "minstens", "Schrijf een duur zoals 3 maanden"],
    ["{ datum: vastgesteld, uiterlijk: inwoners }", "uiterlijk", "Schrijf een datum zoals"],
    ["{ aantal: inwoners, minstens: 3 maanden }", "minstens", "Schrijf een getal zoals"],
  ])("nor of another kind: %s", (eis, place, words) => {
    const [only, ...others] = told(eis);
    expect(others).toEqual([]);
    expect(only).toMatch(new RegExp(`^eisen.e.${place}: «`));
    expect(only).toContain(words);
  });

  it.each([
    "{ datum: vastgesteld, tussen: { van: 2026-01-01, tot: laatste } }",
    "{ datum: vastgesteld, in-maanden: { van: juni, tot: februari } }",
    "{ duur: sinds-de-aanvraag, minstens: 3 maanden }",
    "{ duur: { van: vastgesteld, tot: vastgesteld }, hoogstens: 1 jaar }",
    "{ kenmerk: plek, is: thuis }",
  ])("and takes its own kind: %s", (eis) => {
    const kinds = told(eis, "parameters: { laatste: { eenheid: datum, waarde: 2027-01-01 } }");
    expect(kinds.filter((text) => text.includes("hier hoort"))).toEqual([]);
  });
});

describe("an aanvulling", () => {
  it("F008 is told which of its eisen are compared with nothing", () => {
    const [only, ...others] = told("{ aantal: 3, minstens: 1 }", "aanvulling-op: norm@1");
    expect(others).toEqual([]);
    expect(only).toContain("«norm@1» heeft geen eis «e»; deze eis wordt nergens mee vergeleken.");
  });
});

describe("a level", () => {
  it("that does not exist is told with the nearest, where a verdict is given and where not", () => {
    const more = "niet-op-niveau: { plann: omdat }";
    expect(told("{ aantal: 3, minstens: 1 }", more)).toEqual([
      "niet-op-niveau.plann: «plann» is geen niveau. Bedoelt u «plan»?",
    ]);
    const text = `soort: toets\nid: test\n${KOP}\neisen: { e: { aantal: 3, minstens: 1 } }\nniveau: [gemente]`;
    const read = loadDocument(text, { bestand: "test.yaml" });
    expect(read.ok ? [] : read.fouten.map(({ tekst }) => tekst)).toEqual([
      expect.stringContaining("Bedoelt u «gemeente»?"),
    ]);
  });
});

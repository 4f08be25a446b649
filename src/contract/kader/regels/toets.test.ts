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

import { describe, expect, it } from "vitest";
import { createBibliotheek } from "#domain/document.ts";
import { createGemeentelijst } from "#domain/gebied.ts";
import { editValue } from "./edit.ts";
import type { Kennis } from "./kennis.ts";
import { loadDocument } from "./load.ts";

const gemeenten = createGemeentelijst(
  [
    { code: "GM0855", naam: "Tilburg", provincie: "PV30" },
    { code: "GM0518", naam: "'s-Gravenhage", provincie: "PV28" },
    { code: "GM0796", naam: "'s-Hertogenbosch", provincie: "PV30" },
  ],
  [],
  [
    { code: "GM0518", naam: "Den Haag" },
    { code: "GM0518", naam: "s-Gravenhage" },
    { code: "GM0796", naam: "Den Bosch" },
  ],
);

const INDELING = `soort: indeling
id: proefindeling
titel: Een proef
onderwerp: indeling
bron: verzonnen
status: voorbeeld
soort-regio: samenwerking
peildatum: 2026-01-01
regios:
  zuid:
    titel: Zuid
    gemeenten: [GM0855, GM0518, GM0796]
    deelregios: { kust: [GM0518], binnenland: [GM0855, GM0796] }
`;

function kennis(): Kennis {
  const indeling = loadDocument(INDELING, { bestand: "proefindeling.yaml" });
  return {
    peildatum: "2026-01-01",
    gemeenten,
    regios: [{ id: "zuid", soortRegio: "samenwerking" }],
    codelijsten: new Map([["inkomensgroep", ["laag", "midden", "hoog"]]]),
    bibliotheek: createBibliotheek(indeling.ok ? [indeling.document] : []),
  };
}

function faults(stap: string, opgave = "{ aantal: 10, eenheid: woningen }"): readonly string[] {
  const text = `soort: verdeling
id: test
titel: Een proef
onderwerp: aandachtsgroepen
spoor: 1
bron: verzonnen
status: voorbeeld
opgave: ${opgave}
stappen:
  - { over: gemeenten, ${stap} }
`;
  const read = loadDocument(text, { bestand: "test.yaml", kennis: kennis() });
  return read.ok ? [] : read.fouten.map(({ pad, tekst }) => `${pad}: ${tekst}`);
}

describe("who is named in a step", () => {
  it("is a gemeente, region, deelregio, group or onderdeel that is there", () => {
    const opgave =
      "{ aantal: 10, eenheid: woningen, per: gebiedsdeel, is: { centrum: 1/2, rand: 1/2 } }";
    const good = `sleutel: gelijk, voor: { bij: [laag, GM0855 Tilburg], behalve: [kust] },
      voorwaarden: [{ hoogstens: 3, voor: [zuid] }],
      gelijke-standen: [{ volgorde: [binnenland, rand] }]`;
    const known = { ...kennis(), codelijsten: new Map([["inkomensgroep", ["laag"]]]) };
    expect(known.codelijsten.has("gebiedsdeel")).toBe(false);
    expect(faults(good, opgave).filter((fault) => fault.includes("Er is geen regio"))).toEqual([]);
  });

  it.each([
    ["sleutel: gelijk, voor: [binenland]", "stappen[0].voor[0]", "Bedoelt u «binnenland»?"],
    ["sleutel: gelijk, voor: { behalve: [laagg] }", "stappen[0].voor.behalve[0]", "«laag»?"],
    [
      "sleutel: gelijk, voorwaarden: [{ minstens: 1, voor: [woonbron] }]",
      "stappen[0].voorwaarden[0].voor[0]",
      "Kijk de naam na. Een gemeente schrijft u als «GM0855 Tilburg».",
    ],
    [
      "sleutel: gelijk, gelijke-standen: [{ volgorde: [kist] }]",
      "stappen[0].gelijke-standen[0].volgorde[0]",
      "Bedoelt u «kust»?",
    ],
    ["sleutel: { vast: { kust: 1/2, zuit: 1/2 } }", "stappen[0].sleutel.vast.zuit", "«zuid»?"],
    [
      "sleutel: gelijk, voorwaarden: [{ minstens: 1 }], herverdeling: { onder: [zuidd] }",
      "stappen[0].herverdeling.onder[0]",
      "Bedoelt u «zuid»?",
    ],
  ])("%s names nobody", (stap, pad, hint) => {
    const found = faults(stap);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${pad}: Er is geen regio, deelregio of groep`);
    expect(found[0]).toContain(hint);
  });

  it("is a corporatie that no list can tell, in a document that divides over these", () => {
    const steps = "sleutel: gelijk }\n  - { over: corporaties, sleutel: gelijk, voor: [woonbron]";
    expect(faults(steps)).toEqual([]);
  });

  it("keeps its official name in a document: another name is told its code", () => {
    expect(faults("sleutel: gelijk, voor: [Den Haag]")).toEqual([
      "stappen[0].voor[0]: «Den Haag» heet op 1 januari 2026 anders. Schrijf «GM0518 's-Gravenhage».",
    ]);
    expect(faults("sleutel: gelijk, voor: [GM0796 Den Bosch]")).toEqual([
      "stappen[0].voor[0]: «GM0796 Den Bosch» heet op 1 januari 2026 anders. Schrijf «GM0796 's-Hertogenbosch».",
    ]);
  });
});

describe("a number among shares", () => {
  it("that is more than the whole is told where it stands", () => {
    const opgave =
      "{ aantal: 500, eenheid: woningen, per: inkomensgroep, is: { laag: 300, midden: 30 %, hoog: rest } }";
    expect(faults("sleutel: gelijk", opgave)).toEqual([
      "opgave.is.laag: «300» staat hier voor 300 keer het «aantal». Schrijf een deel (30 % of 3/10), of haal «aantal» weg en noem van elk onderdeel het getal.",
    ]);
  });
});

describe("the place of a mistake", () => {
  it("counts what people see, not the mark before a file", () => {
    const at = (text: string) => {
      const read = loadDocument(text, { bestand: "test.yaml" });
      return read.ok ? [] : read.fouten.map(({ regel, kolom }) => `${regel}:${kolom}`);
    };
    const text = "soort: verdelin\nid: test\n";
    expect(at(`\uFEFF${text}`)).toEqual(at(text));
    expect(at("\uFEFF%YAML 1.2\n---\n")).toEqual(at("%YAML 1.2\n---\n"));
  });

  it("is that of the word, where a part of a composed sleutel holds its sleutel so", () => {
    const text = (inner: string) => `stappen:
  - over: gemeenten
    sleutel: { gewogen: [{ gewicht: 60 %, ${inner} }, { gewicht: 40 %, sleutel: gelijk }] }
`;
    const pad = "stappen[0].sleutel.gewogen[0].naar-rato-van";
    for (const inner of [
      "sleutel: inwoners",
      "naar-rato-van: inwoners",
      "sleutel: { naar-rato-van: inwoners }",
    ]) {
      const edited = editValue(text(inner), pad, "huishoudens");
      expect(edited).toEqual({ ok: true, tekst: text(inner.replace("inwoners", "huishoudens")) });
    }
  });
});

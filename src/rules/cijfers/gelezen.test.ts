import { describe, expect, it } from "vitest";
import { formatBreuk, parseBreuk } from "#domain/breuk.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Parameterwaarde } from "#domain/kop.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { leesDocument, observe } from "#test/builders.ts";
import { createGelezen } from "./gelezen.ts";
import { createLezer } from "./lezer.ts";
import { plekVan, type Rekenvraag } from "./rekenvraag.ts";

function verdeling(formule: string, factor = 2): Verdeling {
  const document = leesDocument(`soort: verdeling
id: proef
titel: Een proef
onderwerp: aandachtsgroepen
spoor: 1
bron: verzonnen voor een proef
status: voorbeeld
parameters: { factor: { eenheid: getal, waarde: ${factor} } }
afgeleid: { samen: ${formule} }
opgave: { aantal: 1, eenheid: woningen }
stappen: [{ over: gemeenten, sleutel: gelijk }]
`);
  if (document.soort !== "verdeling") throw new Error(document.soort);
  return document;
}

const GEBIED: Rekengebied = {
  id: "r",
  titel: "een regio",
  eenheden: [
    { id: "A", naam: "A" },
    { id: "B", naam: "B" },
  ],
  deelregios: {},
  onzeker: [],
};
const CIJFERS = createCijferbron([
  ...observe("inwoners", { A: 10, B: 7 }, "2024-01-01"),
  ...observe("inwoners", { A: 30 }, "2026-01-01"),
  ...observe("woningen", { A: 4 }, "2024-01-01"),
]);
const EERST = verdeling("inwoners * factor");

function vraag(other: Partial<Rekenvraag<Verdeling>> = {}): Rekenvraag<Verdeling> {
  const document = other.document ?? EERST;
  const bibliotheek = createBibliotheek([document]);
  const ingevuld = { parameters: {} };
  return {
    gebied: GEBIED,
    cijfers: CIJFERS,
    op: "2025-01-01",
    document,
    bibliotheek,
    ingevuld,
    ...other,
  };
}

/** What a run reads of one figure, of each unit and of both together, and all that it notes. */
function read(asked: Rekenvraag<Verdeling>) {
  const lezer = createLezer(asked);
  const bands = [["A"], ["B"], []].map((pad) => {
    const band = lezer.band({ naam: "samen", pad: [] }, plekVan(pad));
    return band && formatBreuk(band.midden);
  });
  return { bands, verslag: lezer.verslag() };
}

function filledIn(factor: string): Rekenvraag["ingevuld"] {
  const getal = parseBreuk(factor);
  if (!getal) throw new Error(factor);
  const value: Parameterwaarde = { soort: "getal", getal, tekst: factor };
  return { parameters: { factor: value } };
}

/** Each differs from the first in one thing that a reading depends on. */
const OTHERS: Readonly<Record<string, Partial<Rekenvraag<Verdeling>>>> = {
  "another formule": { document: verdeling("inwoners + factor") },
  "a formule over a figure that is missing": { document: verdeling("woningen * factor") },
  "another parameter": { document: verdeling("inwoners * factor", 3) },
  "a parameter that a person filled in": { ingevuld: filledIn("5") },
  "another day": { op: "2026-06-01" },
  "other figures": { cijfers: createCijferbron(observe("inwoners", { A: 1, B: 2 })) },
  "other units": { gebied: { ...GEBIED, id: "s", eenheden: [{ id: "A", naam: "A" }] } },
};

describe("what was read before", () => {
  it("is read again as it was, with all that was noted", () => {
    const gelezen = createGelezen(CIJFERS, GEBIED);
    const fresh = read(vraag());
    expect(fresh.bands).toEqual(["20", "14", "34"]);
    expect(read(vraag({ gelezen }))).toEqual(fresh);
    expect(read(vraag({ gelezen }))).toEqual(fresh);
  });

  it.each(Object.entries(OTHERS))("does not answer for %s", (_, other) => {
    const gelezen = createGelezen(CIJFERS, GEBIED);
    const before = read(vraag({ gelezen }));
    const fresh = read(vraag(other));
    expect(fresh.bands).not.toEqual(before.bands);
    expect(read(vraag({ ...other, gelezen }))).toEqual(fresh);
    expect(read(vraag({ gelezen }))).toEqual(before);
  });
});

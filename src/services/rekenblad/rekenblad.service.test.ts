import { describe, expect, it } from "vitest";
import { parseRekenjson, toRekenjson } from "#contract/rekenblad/codec.ts";
import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { computeVerdeling } from "#rules/verdeling/index.ts";
import { computeTabel } from "#services/verdeling/verdeling.service.ts";
import { basis } from "#test/basis.ts";
import { readRekenblad } from "./rekenblad.service.ts";

const MUTATIEGRAAD: Waarneming = {
  indicator: "mutatiegraad",
  cel: [],
  gebied: "*",
  bron: "proef",
  inhoud: { soort: "getal", waarde: { teller: 1n, noemer: 25n } },
};

function read(id: string, regio: string, naast: readonly string[] = []) {
  const document = basis.bibliotheek.find(id);
  if (document?.soort !== "verdeling") throw new Error(id);
  const cijfers: readonly Waarneming[] = [MUTATIEGRAAD];
  const opdracht = { document, regio, op: "2026-01-01", cijfers, ingevuld: {} };
  return {
    lezing: readRekenblad(basis, opdracht, naast),
    hier: computeTabel(basis, opdracht, naast),
  };
}

/** What a browser makes of the text that it gets. */
function reckonElsewhere(text: string) {
  const blad = parseRekenjson(text) as Rekenblad;
  const documents: readonly RegieDocument[] = [
    ...blad.sleutels.map(({ document }) => document),
    ...blad.documenten,
  ];
  return blad.sleutels.map(({ document }) =>
    computeVerdeling({
      document,
      gebied: blad.gebied,
      ...(blad.nederland ? { nederland: blad.nederland } : {}),
      cijfers: createCijferbron(blad.waarnemingen),
      bibliotheek: createBibliotheek(documents),
      op: blad.op,
      ingevuld: blad.ingevuld,
    }),
  );
}

describe("a rekenblad", () => {
  it.each([
    ["urgenten-bovengrens", "drechtsteden"],
    ["urgenten-bovengrens", "mra"],
    ["sleutel-inwoners", "drechtsteden"],
    ["gmr-urgenten", "arnhem-nijmegen"],
    ["taakstelling-vergunninghouders", "friesland"],
  ])("of %s over %s gives elsewhere what it gives here", (id, regio) => {
    const { lezing, hier } = read(
      id,
      regio,
      ["sleutel-sociale-huur"].filter(() => id === "sleutel-inwoners"),
    );
    if (!lezing.ok || !hier.ok) throw new Error("no sheet");
    const there = reckonElsewhere(toRekenjson(lezing.blad));
    expect(there).toEqual(hier.tabel.kolommen.map(({ uitkomst }) => uitkomst));
  });

  it("takes along no figure that nothing asked for", () => {
    const { lezing } = read("urgenten-bovengrens", "drechtsteden");
    if (!lezing.ok) throw new Error(lezing.fouten.join());
    const names = new Set(lezing.blad.waarnemingen.map(({ indicator }) => indicator));
    expect(names).toContain("inwoners");
    expect(names).not.toContain("land-km2");
    expect(lezing.blad.waarnemingen.length).toBeLessThan(200);
    expect(lezing.blad).not.toHaveProperty("nederland");
  });

  it("of a region that is not there says so", () => {
    const { lezing } = read("urgenten-bovengrens", "drechtstede");
    expect(lezing.ok ? [] : lezing.fouten).toEqual([
      "Er is geen regio «drechtstede». Bedoelt u «drechtsteden»?",
    ]);
  });
});

describe("what is written for elsewhere", () => {
  it("keeps fractions exact, and leaves a text that looks like a number a text", () => {
    const value = {
      titel: "12",
      deel: { teller: -1n, noemer: 3n },
      groot: { teller: 10n ** 30n, noemer: 1n },
    };
    expect(parseRekenjson(toRekenjson(value))).toEqual(value);
  });
});

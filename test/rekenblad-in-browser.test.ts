import { describe, expect, it } from "vitest";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { compareVerdelingen } from "#rules/verdeling/index.ts";
import { readRekenblad } from "#services/rekenblad/rekenblad.service.ts";
import { basis } from "#test/basis.ts";
import { questionOf, type Wijziging, withWijziging } from "#web/features/verdeling/bladvraag.ts";
import { bandsOf, reckon, reckonMiddles, withBands } from "#web/features/verdeling/reken.ts";

const MUTATIEGRAAD: Waarneming = {
  indicator: "mutatiegraad",
  cel: [],
  gebied: "*",
  bron: "proef",
  inhoud: {
    soort: "getal",
    waarde: { teller: 1n, noemer: 20n },
    laag: { teller: 1n, noemer: 25n },
    hoog: { teller: 3n, noemer: 50n },
  },
};

function sheet(id: string, regio: string, naast: readonly string[] = []): Rekenblad {
  const document = basis.bibliotheek.find(id);
  if (document?.soort !== "verdeling") throw new Error(id);
  const opdracht = { document, regio, op: "2026-01-01", cijfers: [MUTATIEGRAAD], ingevuld: {} };
  const read = readRekenblad(basis, opdracht, naast);
  if (!read.ok) throw new Error(read.fouten.join());
  return read.blad;
}

const SHEETS = [
  ["urgenten-bovengrens", "drechtsteden", ["sleutel-inwoners@1", "sleutel-sociale-huur@1"]],
  ["urgenten-bovengrens", "mra", []],
  ["gmr-urgenten", "arnhem-nijmegen", []],
  ["taakstelling-vergunninghouders", "friesland", []],
] as const;

describe("a sheet in a browser", () => {
  it.each(SHEETS)(
    "%s over %s: the middles with the bands of a worker are the whole run",
    (id, regio, naast) => {
      const blad = sheet(id, regio, naast);
      const whole = reckon(blad);
      const sent = structuredClone(bandsOf(whole));
      expect(withBands(reckonMiddles(blad), sent)).toEqual(whole);
    },
  );

  it.each(SHEETS)(
    "%s over %s: what was read for one change serves the next, and changes no outcome",
    (id, regio, naast) => {
      const blad = sheet(id, regio, naast);
      const [first] = blad.sleutels;
      if (!first) throw new Error("no key");
      const { document } = first;
      const changes: readonly Wijziging[] = [
        {},
        { document: { ...document, afgeleid: {} } },
        { document: { ...document, parameters: {} } },
        { ingevuld: { ...blad.ingevuld, parameters: {} } },
        { cijfers: [] },
        { cijfers: [MUTATIEGRAAD] },
        { document: { ...document, stappen: document.stappen.slice(0, 1) } },
      ];
      for (const wijziging of [...changes, ...changes.toReversed()]) {
        // A copy of the sheet has been read by nobody.
        const fresh = { ...blad };
        expect(reckonMiddles(blad, wijziging)).toEqual(reckonMiddles(fresh, wijziging));
        expect(reckon(blad, wijziging)).toEqual(reckon(fresh, wijziging));
      }
    },
  );

  it("compares keys of one table as it compares them apart", () => {
    const [id, regio, naast] = SHEETS[0];
    const blad = sheet(id, regio, naast);
    const { vraag, beside } = questionOf(blad, {});
    const documents = [vraag.document, ...beside];
    const { paren } = reckon(blad);
    expect(paren).toHaveLength(3);
    for (const { eerste, tweede, vergelijking } of paren) {
      const [first, second] = [documents[eerste], documents[tweede]];
      if (!first || !second) throw new Error("no such key");
      expect(vergelijking).toEqual(compareVerdelingen({ ...vraag, document: first }, second));
    }
  });

  it("with what was typed laid into it reckons as with the change beside it", () => {
    const blad = sheet("urgenten-bovengrens", "drechtsteden");
    const [first] = blad.sleutels;
    const cijfers: readonly Waarneming[] = [
      { ...MUTATIEGRAAD, inhoud: { soort: "getal", waarde: { teller: 1n, noemer: 10n } } },
    ];
    const ingevuld = { ...blad.ingevuld, watNietPast: { keuze: "open" as const } };
    const wijziging = { ...(first ? { document: first.document } : {}), cijfers, ingevuld };
    const laid = reckon(withWijziging(blad, wijziging));
    expect(laid).toEqual(reckon(blad, wijziging));
    expect(laid.kolommen[0].uitkomst).not.toEqual(reckon(blad).kolommen[0].uitkomst);
  });

  it("notes what it asks and does not have, so that the server can be asked", () => {
    const blad = sheet("urgenten-bovengrens", "drechtsteden");
    const [first] = blad.sleutels;
    if (!first) throw new Error("no key");
    const before = reckon(blad).gemist;
    const stappen = first.document.stappen.map((stap) =>
      stap.sleutel?.soort === "naar-rato-van"
        ? { ...stap, sleutel: { ...stap.sleutel, van: { naam: "land-km2", pad: [] } } }
        : stap,
    );
    const document = { ...first.document, stappen };
    const after = reckon(blad, { document }).gemist;
    expect([...after].filter((naam) => !before.has(naam))).toContain("land-km2");
    expect(reckon(blad, { document: first.document }).gemist).toEqual(before);
  });
});

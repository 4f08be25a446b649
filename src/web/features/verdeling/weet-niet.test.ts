import { describe, expect, it } from "vitest";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { breuk } from "#domain/breuk.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { eenVerdeling } from "#test/builders.ts";
import { createNamen } from "./namen.ts";
import { reckonMiddles } from "./reken.ts";
import { listUnknowns } from "./weet-niet.ts";

const { document, gebied } = eenVerdeling(`
    status: concept
    opgave: { aantal: 90, eenheid: woningen }
    stappen:
      - over: gemeenten
        sleutel:
          gewogen:
            - { gewicht: 50 %, naar-rato-van: inwoners }
            - { gewicht: 50 %, naar-rato-van: woningvoorraad }`)
  .over({ id: "GM0001", naam: "Noord" }, { id: "GM0002", naam: "Zuid", aanname: "verzonnen" })
  .vraag();

function figure(indicator: string, id: string, rest: Partial<Waarneming>): Waarneming {
  const inhoud = { soort: "getal", waarde: breuk(10n) } as const;
  return { indicator, cel: [], gebied: id, inhoud, bron: "proef", moment: "2025-01-01", ...rest };
}

function unknowns(over: Partial<Waarneming>, blad: Partial<Blad> = {}): readonly string[] {
  const data: Rekenblad = {
    op: "2026-01-01",
    gebied,
    sleutels: [{ document, tekst: "" }],
    documenten: [],
    waarnemingen: gebied.eenheden.flatMap(({ id }) => [
      figure("inwoners", id, {}),
      figure("woningvoorraad", id, id === "GM0001" ? over : {}),
    ]),
    ingevuld: { parameters: {} },
    mogelijk: { sleutels: [], regios: [] },
  };
  const asked: Blad = {
    document: "proef",
    regio: "proef",
    op: "2026-01-01",
    naast: [],
    cijfers: new Map(),
    keuzes: new Map(),
    wijzigingen: new Map(),
    voorbeeld: false,
    ...blad,
  };
  const uitgerekend = reckonMiddles(data);
  return listUnknowns({ uitgerekend, data, blad: asked, namen: createNamen(data) });
}

const MEMBER = "Dat Zuid erbij hoort, is een aanname.";

describe("what a sheet does not know", () => {
  it("names who only belongs to it by assumption", () => {
    expect(unknowns({})).toEqual([MEMBER]);
  });

  it("names an assumed figure with whose it is and who assumed it", () => {
    expect(unknowns({ betrouwbaarheid: "aanname" })).toEqual([
      MEMBER,
      "woningvoorraad van Noord is een aanname: proef.",
    ]);
  });

  it("names a figure that is older than the others", () => {
    expect(unknowns({ moment: "2021-01-01" })).toEqual([
      MEMBER,
      "woningvoorraad is van 1 januari 2021, ouder dan andere cijfers (2025).",
    ]);
  });

  it("says that figures were made up", () => {
    expect(unknowns({ status: "voorbeeld" })).toContain(
      "Er zijn cijfers bij die verzonnen zijn, als voorbeeld.",
    );
    expect(unknowns({}, { voorbeeld: true, cijfers: new Map([["urgenten", "10"]]) })).toContain(
      "Wat is ingevuld, is verzonnen om te laten zien hoe het werkt.",
    );
  });
});

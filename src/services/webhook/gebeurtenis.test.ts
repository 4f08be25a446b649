import { describe, expect, it } from "vitest";
import { toGebeurtenis } from "./gebeurtenis.ts";

type Regel = Parameters<typeof toGebeurtenis>[0];

const aRegel = (tabel: string, own: Partial<Regel>): Regel => ({
  ...{ tabel, sleutel: "een 2", soort: "gewijzigd" },
  ...own,
});

describe("a line of the change log", () => {
  it.each<[Regel, string, string]>([
    [
      aRegel("inlevering", { nieuw: { stand: "overgenomen" } }),
      "levering.overgenomen",
      "/inleveringen/een",
    ],
    [
      aRegel("document", { soort: "gemaakt", nieuw: { zichtbaarheid: "organisatie" } }),
      "document.gewijzigd",
      "/documenten/een",
    ],
    [
      aRegel("document", { oud: { zichtbaarheid: "prive" }, nieuw: { zichtbaarheid: "regio" } }),
      "document.gewijzigd",
      "/documenten/een",
    ],
    [
      aRegel("document", { soort: "verwijderd", oud: { zichtbaarheid: "regio" } }),
      "document.gewijzigd",
      "/documenten/een",
    ],
    [
      aRegel("rekenversie", { nieuw: { zichtbaarheid: "kring" } }),
      "versie.gedeeld",
      "/verdeling/versies/een",
    ],
    [
      aRegel("correctieronde", { soort: "gemaakt", nieuw: { zichtbaarheid: "regio" } }),
      "correctieronde.begonnen",
      "/verdeling/correcties/een",
    ],
    [
      aRegel("vaststelling", { soort: "gemaakt", nieuw: { soort: "vaststelling", over: "vhp" } }),
      "vaststelling.gemaakt",
      "/vaststellingen/een",
    ],
    [
      aRegel("vaststelling", { soort: "gemaakt", nieuw: { soort: "intrekking", van: "eerste" } }),
      "vaststelling.ingetrokken",
      "/vaststellingen/eerste",
    ],
  ])("%j is %s at %s", (regel, soort, adres) => {
    expect(toGebeurtenis(regel)).toEqual({ soort, adres });
  });

  it.each<[Regel]>([
    [aRegel("inlevering", { soort: "gemaakt", nieuw: { stand: "concept" } })],
    [aRegel("inlevering", { nieuw: { zichtbaarheid: "regio" } })],
    [aRegel("document", { soort: "gemaakt", nieuw: { zichtbaarheid: "prive" } })],
    [aRegel("document", { nieuw: { zichtbaarheid: "prive" } })],
    [aRegel("document", { soort: "verwijderd", oud: { zichtbaarheid: "prive" } })],
    [aRegel("rekenversie", { soort: "gemaakt", nieuw: { zichtbaarheid: "organisatie" } })],
    [aRegel("rekenversie", { nieuw: { weg_op: "2026-01-01" } })],
    [aRegel("correctieronde", { nieuw: { zichtbaarheid: "kring" } })],
    [aRegel("correctieronde", { soort: "gemaakt", nieuw: { zichtbaarheid: "prive" } })],
    [aRegel("mandaat", { soort: "gemaakt", nieuw: { rol: "ambtelijk" } })],
    [aRegel("persoon", { nieuw: { uitgeschakeld_op: "2026-01-01" } })],
  ])("%j is told to nobody", (regel) => {
    expect(toGebeurtenis(regel)).toBeUndefined();
  });
});

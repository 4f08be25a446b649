import { describe, expect, it } from "vitest";
import { type Blad, bladAdres, readBlad, stukAdres, uitlegAdres } from "./blad.ts";

const blad: Blad = {
  document: "sleutel-inwoners@1",
  regio: "corop-2024@1#groot-amsterdam",
  op: "2026",
  naast: ["sleutel-mutaties@1", "urgenten-bovengrens@1"],
  cijfers: new Map([
    ["urgenten", "420 tot 480"],
    ["plaatsingen-urgenten@GM0505", "12"],
    ["mutatiegraad", "4,5% tot 5,5%"],
  ]),
  keuzes: new Map([["wat-niet-past", "open"]]),
  wijzigingen: new Map([["opgave.aantal", "420..480"]]),
  voorbeeld: true,
};

const queryOf = (adres: string) => new URL(adres, "http://localhost").searchParams;

describe("the address of a rekenblad", () => {
  it("brings back exactly the same rekenblad", () => {
    expect(readBlad(blad.document, queryOf(bladAdres(blad)), "2026-01-01")).toEqual(blad);
  });

  it("stands whole in the address of the account of one of its numbers", () => {
    const query = queryOf(uitlegAdres(blad, "sleutel-mutaties@1", "GM0505"));
    expect(readBlad(query.get("document") ?? "", query, "2026-01-01")).toEqual(blad);
    expect([query.get("kolom"), query.get("gemeente")]).toEqual(["sleutel-mutaties@1", "GM0505"]);
  });

  it("stands whole in the address of a paper of it", () => {
    const query = queryOf(stukAdres(blad, "a4.pdf", "GM0505"));
    expect(readBlad(query.get("document") ?? "", query, "2026-01-01")).toEqual(blad);
    expect(query.get("gemeente")).toBe("GM0505");
  });

  it("leaves out what was left empty in the form, and the document itself beside itself", () => {
    const query = new URLSearchParams(
      "regio=mra&op=&cijfer.urgenten=+&naast=a@1&naast=a@1&naast=b",
    );
    expect(readBlad("b", query, "2026-01-01")).toEqual({
      document: "b",
      regio: "mra",
      op: "2026-01-01",
      naast: ["a@1"],
      cijfers: new Map(),
      keuzes: new Map(),
      wijzigingen: new Map(),
      voorbeeld: false,
    });
  });
});

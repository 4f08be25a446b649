import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { basis } from "#test/basis.ts";
import { readBlad } from "./blad.ts";
import { readIngevuld } from "./ingevuld.ts";

function document(id: string): Verdeling {
  const found = basis.bibliotheek.find(id);
  if (found?.soort !== "verdeling") throw new Error(`${id} is no verdeling`);
  return found;
}

function fill(id: string, query: string) {
  return readIngevuld(readBlad(id, new URLSearchParams(query), "2026-01-01"), document(id), basis);
}

describe("what people fill in", () => {
  it("is read as the Dutch write it, exactly, and marked as theirs", () => {
    const { cijfers, fouten } = fill(
      "sleutel-inwoners",
      "cijfer.urgenten=1.250&cijfer.mutatiegraad=5,5%25",
    );
    expect(fouten).toEqual([]);
    expect(cijfers.map(({ inhoud }) => inhoud)).toEqual([
      { soort: "getal", waarde: breuk(1250) },
      { soort: "getal", waarde: breuk(11, 200) },
    ]);
    expect(cijfers[0]).toMatchObject({
      bron: "ingevuld op deze pagina, niet nagegaan",
      betrouwbaarheid: "aanname",
    });
  });

  it("may be a range, of which the middle is halfway", () => {
    const { cijfers } = fill("sleutel-inwoners", "cijfer.urgenten=420+tot+480&voorbeeld=ja");
    expect(cijfers[0]).toMatchObject({
      inhoud: { soort: "getal", waarde: breuk(450), laag: breuk(420), hoog: breuk(480) },
      bron: "voorbeeld, verzonnen",
      status: "voorbeeld",
    });
  });

  it("may be of one gemeente, and may be that it is not known", () => {
    const { cijfers } = fill("sleutel-inwoners", "cijfer.inwoners@GM0505=onbekend");
    expect(cijfers[0]).toMatchObject({
      indicator: "inwoners",
      gebied: "GM0505",
      inhoud: { soort: "onbekend" },
    });
  });

  it.each([
    ["cijfer.urgenten=5.5", "«5.5» is niet duidelijk. Schrijf decimalen met een komma (5,5)"],
    ["cijfer.urgenten=veel", "«veel» is geen getal."],
    ["cijfer.urgenten=-3", "«-3» is geen getal."],
    ["cijfer.urgenten=480+tot+420", "480 is meer dan 420. Zet het laagste getal voorop."],
    ["cijfer.mutatiegraad=5", "Bedoelt u 5%?"],
    ["cijfer.mutatiegraad=4+tot+6", "Bedoelt u 4% tot 6%?"],
    ["cijfer.bestaat-niet=5", "Er is geen cijfer «bestaat-niet»."],
    [`cijfer.urgenten=${"9".repeat(500)}`, "Dit is te lang voor een getal."],
  ])("is told at its field where it cannot be read: %s", (query, tekst) => {
    const { fouten, cijfers } = fill("sleutel-inwoners", query);
    expect(cijfers).toEqual([]);
    expect(fouten.map((fout) => fout.veld)).toEqual([query.split("=")[0]]);
    expect(fouten[0]?.tekst).toContain(tekst);
  });

  it("keeps words as they are, and numbers of parameters exact", () => {
    const query = "kies.deel-urgenten=22,5%25&kies.heel-maken=omhoog&kies.wat-niet-past=open";
    expect(fill("gmr-urgenten", query).ingevuld).toEqual({
      "deel-urgenten": "0.225",
      "heel-maken": "omhoog",
      "wat-niet-past": "open",
    });
  });
});

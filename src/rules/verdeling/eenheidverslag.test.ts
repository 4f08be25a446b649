import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import { readCijfers } from "#services/scenario/gegevens.ts";
import { findVerdeling, toVraag } from "#services/verdeling/opdracht.ts";
import { basis } from "#test/basis.ts";
import { computeVerdeling } from "./verdeel.ts";

function dordrecht(urgenten: string | Map<string, string>) {
  const found = findVerdeling(basis, "sleutel-inwoners", "2026-01-01");
  if ("fout" in found) throw new Error(found.fout);
  const supply = new Map([
    ["van", "800"],
    ["tot", "1000"],
  ]);
  const read = toVraag(basis, {
    document: found.document,
    regio: "drechtsteden",
    op: "2026-01-01",
    cijfers: readCijfers(
      new Map<string, string | Map<string, string | Map<string, string>>>([
        ["urgenten", urgenten],
        ["vrijkomende-sociale-huurwoningen", new Map([["GM0505", supply]])],
      ]),
    ),
    ingevuld: {},
  });
  if (!read.ok) throw new Error(read.fouten.join(" "));
  const row = computeVerdeling(read.vraag).eenheden.find(({ id }) => id === "GM0505");
  if (!row?.over || !row.deelVanAanbod) throw new Error("geen aanbod");
  return { aantal: row.aantal, over: row.over, deel: row.deelVanAanbod };
}

describe("what is left of a supply that is not known exactly", () => {
  it("F085 has the room of the supply, also where the key does not look at it", () => {
    const { over } = dordrecht("450");
    expect([over.laag, over.midden, over.hoog].map(formatBreuk)).toEqual(["615", "715", "815"]);
  });

  it("has the room of the opgave and of the supply together", () => {
    const wide = new Map([
      ["van", "420"],
      ["tot", "480"],
    ]);
    const { over, deel, aantal } = dordrecht(wide);
    expect(formatBreuk(aantal.midden)).toBe("185");
    const [low, high] = [over.laag, over.hoog].map(
      ({ teller, noemer }) => Number(teller) / Number(noemer),
    );
    expect(low).toBeLessThan(803 - 197);
    expect(high).toBeGreaterThan(997 - 173);
    const share = Number(deel.hoog.teller) / Number(deel.hoog.noemer);
    expect(share).toBeCloseTo(197.44 / 800, 3);
  });
});

import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL } from "#rules/cijfers/rekenvraag.ts";
import { basis } from "#test/basis.ts";

/** The limit that a document reads on a day, from what ships with the product. */
function grensOp(op: string, naam: string): string {
  const document = basis.bibliotheek.find("prijssegment-van-een-woning");
  if (!document) throw new Error("the document ships with the product");
  const nederland = basis.nederland(op);
  const lezer = createLezer({
    document,
    gebied: { ...nederland, id: "regio", eenheden: nederland.eenheden.slice(0, 3) },
    nederland,
    cijfers: basis.cijfers,
    op,
    bibliotheek: basis.bibliotheek,
    ingevuld: NIETS_INGEVULD,
  });
  const band = lezer.band({ naam, pad: [], van: "nederland" }, HET_GEHEEL);
  return band ? formatBreuk(band.midden) : "onbekend";
}

describe("a price limit", () => {
  it.each([
    ["2022-12-31", "763.47"],
    ["2023-01-01", "onbekend"],
    ["2025-12-31", "900.07"],
    ["2026-01-01", "932.93"],
    ["2026-12-31", "932.93"],
    ["2027-01-01", "onbekend"],
    ["2020-12-31", "onbekend"],
  ])("of sociale huur on %s is %s", (op, bedrag) => {
    expect(grensOp(op, "grens-sociale-huur")).toBe(bedrag);
  });

  it.each([
    ["2024-06-30", "1123.13"],
    ["2024-07-01", "onbekend"],
    ["2025-01-01", "1184.82"],
    ["2026-06-01", "1228.07"],
  ])("of middenhuur on %s is %s: what changed in mid 2024 is not guessed", (op, bedrag) => {
    expect(grensOp(op, "grens-middenhuur")).toBe(bedrag);
  });

  it.each([
    ["2023-12-31", "355000"],
    ["2024-01-01", "390000"],
    ["2026-06-01", "420000"],
    ["2027-01-01", "onbekend"],
  ])("of betaalbare koop on %s is %s", (op, bedrag) => {
    expect(grensOp(op, "grens-betaalbare-koop")).toBe(bedrag);
  });
});

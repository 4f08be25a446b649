import { describe, expect, it } from "vitest";
import { readWeergave, type Weergave, weergaveAdres } from "./modus-adres.ts";

const SHEET = "/verdeling/verkennen?regio=mra&document=sleutel-inwoners";

function roundTrip(weergave: Weergave): Weergave {
  const [, query = ""] = weergaveAdres(SHEET, weergave).split("?");
  return readWeergave(new URLSearchParams(query));
}

describe("how a sheet is looked at, in its address", () => {
  it.each<Weergave>([
    {},
    { modus: "beamer", dicht: ["ijmond", "zaanstreek"], sleutel: "sleutel-inwoners@1" },
    { modus: "beamer", dicht: [] },
    { uitleg: { kolom: "sleutel-inwoners@1", eenheid: "GM0392" } },
    { uitleg: { kolom: "sleutel-inwoners@1" } },
    { uitleg: { kolom: "aanbod", eenheid: "GM0392", naast: true } },
    { uitleg: { kolom: "sleutel-inwoners@1", naast: true } },
  ])("comes back as it was: %j", (weergave) => {
    expect(roundTrip(weergave)).toEqual(weergave);
  });

  it("leaves the sheet itself alone, and takes away what was there before", () => {
    const before = weergaveAdres(SHEET, { modus: "principe" });
    expect(before).toBe(`${SHEET}&modus=principe`);
    expect(weergaveAdres(before, {})).toBe(SHEET);
  });

  it("passes over a mode that does not exist", () => {
    expect(readWeergave(new URLSearchParams("modus=dashboard"))).toEqual({});
  });
});

import { describe, expect, it } from "vitest";
import { basis } from "#test/basis.ts";
import { readFilledIn } from "./filled-in.ts";
import { findGemeente } from "./find-unit.ts";

const { gemeenten } = basis;
const find = (text: string) => findGemeente(text, gemeenten, "2026-01-01");

describe("a gemeente on the line", () => {
  it.each([
    ["'s-Gravenhage", "GM0518"],
    ["Den Haag", "GM0518"],
    ["den bosch", "GM0796"],
    ["GM0518 Den Haag", "GM0518"],
    ["Sudwest-Fryslan", "GM1900"],
  ])("is found as «%s»", (text, id) => {
    expect(find(text)).toEqual({ id });
  });

  it("is not found by the other name of another", () => {
    expect(find("GM0505 Den Haag")).toMatchObject({ fout: expect.stringContaining("Dordrecht") });
  });
});

describe("the order that people give", () => {
  it("names gemeenten by name or code, and an onderdeel by its id", () => {
    const read = readFilledIn(
      ["gelijke-standen=Den Haag, GM0505, sociale-huur"],
      gemeenten,
      "2026-01-01",
    );
    expect(read).toEqual({
      ingevuld: { "gelijke-standen": ["GM0518", "GM0505", "sociale-huur"] },
      fouten: [],
    });
  });
});

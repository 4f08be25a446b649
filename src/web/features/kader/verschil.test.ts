import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween } from "./verschil.ts";

describe("the change from one text to another", () => {
  it("makes the other of the one", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (voor, na, oud, nieuw) => {
        const [was, wordt] = [voor + oud + na, voor + nieuw + na];
        const change = changeBetween(was, wordt);
        const { from, to, insert } = change ?? { from: 0, to: 0, insert: "" };
        expect(was.slice(0, from) + insert + was.slice(to)).toBe(wordt);
      }),
    );
  });

  it("is as small as one stretch can be", () => {
    expect(changeBetween("a: 10 # b", "a: 250 # b")).toEqual({ from: 3, to: 4, insert: "25" });
    expect(changeBetween("xx", "xxx")).toEqual({ from: 2, to: 2, insert: "x" });
  });
});

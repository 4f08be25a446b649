import { describe, expect, it } from "vitest";
import { controleer, type Zet } from "#test/beproeving/ketens.ts";

const zet = (naam: string, own: Partial<Zet> = {}): Zet => ({
  ...{ object: "x", naam, stand: "bevestigd", begin: 0, eind: 100 },
  ...own,
});
const keten = (...namen: readonly string[]) => new Map([["x", namen]]);

describe("the history of what many change at once", () => {
  it("holds each change once, after the one it was built on", () => {
    const zetten = [zet("a"), zet("b", { op: "a" }), zet("c", { op: "a", stand: "geweigerd" })];
    expect(controleer(zetten, keten("a", "b"))).toEqual([]);
  });

  it("may hold a change of which nobody heard, or not", () => {
    const zetten = [zet("a"), zet("b", { op: "a", stand: "gevraagd" })];
    expect(controleer(zetten, keten("a"))).toEqual([]);
    expect(controleer(zetten, keten("a", "b"))).toEqual([]);
  });

  it.each([
    ["lost", ["a"], "b was bevestigd en staat niet in x"],
    ["done twice", ["a", "b", "b"], "b staat twee keer in x"],
    ["refused, and there", ["a", "b", "c"], "c was geweigerd en staat er toch"],
    ["of nobody", ["a", "b", "q"], "niemand vroeg om q in x"],
    ["written over another", ["a", "d", "b"], "b was gebouwd op a en staat na d"],
  ])("shows an update that is %s", (_, namen, fout) => {
    const zetten = [
      ...[zet("a"), zet("b", { op: "a" })],
      ...[zet("c", { stand: "geweigerd" }), zet("d", { op: "a", stand: "gevraagd" })],
    ];
    expect(controleer(zetten, keten(...namen))).toEqual([fout]);
  });

  it("keeps the order that people saw", () => {
    const early = zet("a", { begin: 0, eind: 10 });
    const late = zet("b", { begin: 20, eind: 30 });
    expect(controleer([early, late], keten("a", "b"))).toEqual([]);
    expect(controleer([early, late], keten("b", "a"))).toEqual([
      "a was klaar voor b begon, en staat erna",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { asksHarmonisation, compareLeden, type Vergeleken } from "./vergelijk.ts";

const lid = (code: string, zekerheid: Vergeleken["zekerheid"] = "vast"): Vergeleken => ({
  code,
  naam: `Gemeente ${code}`,
  zekerheid,
});

const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

describe("two sets of gemeenten beside each other", () => {
  const onze = [lid("A"), lid("B", "aanname"), lid("C")];
  const wmo = [lid("B"), lid("C"), lid("D", "onzeker")];

  it("F051 give who is in both, only in ours and only in the Wmo-regio, each with how sure it is", () => {
    const found = compareLeden(onze, wmo);
    expect(found.beide).toEqual([
      { code: "B", naam: "Gemeente B", hier: "aanname", daar: "vast" },
      { code: "C", naam: "Gemeente C", hier: "vast", daar: "vast" },
    ]);
    expect([codes(found.alleenHier), codes(found.alleenDaar)]).toEqual([["A"], ["D"]]);
    expect([found.gelijk, found.onzeker]).toEqual([false, true]);
  });

  it("F106 ask to harmonise where the region of an agreement is another than the woningbouwregio", () => {
    expect(asksHarmonisation(compareLeden(onze, wmo))).toBe(true);
    expect(asksHarmonisation(compareLeden(onze, onze.toReversed()))).toBe(false);
    expect(asksHarmonisation(compareLeden(onze, onze.slice(1)))).toBe(true);
  });

  it("count a gemeente once that is listed twice", () => {
    expect(compareLeden([lid("A"), lid("A")], [lid("A")])).toMatchObject({ gelijk: true });
  });
});

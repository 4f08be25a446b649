import { describe, expect, it } from "vitest";
import { readKoppelingen, readVelden } from "./formulier.ts";

function velden(values: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [naam, waarde] of Object.entries(values)) form.set(naam, waarde);
  return readVelden(form);
}

describe("the form in which somebody says how a sheet is read", () => {
  it("takes rows as people count them, one by one or as a stretch", () => {
    const sent = velden({
      "b0.lees": "ja",
      "b0.blad": "Plannen",
      "b0.kop": "1-2",
      "b0.totaal": "20, 14 tot en met 16",
      "b0.k0.rol": "gebied",
    });
    expect(readKoppelingen(sent, [[0]])).toEqual([
      {
        blad: "Plannen",
        kopregels: [0, 1],
        totaalregels: [13, 14, 15, 19],
        kolommen: [{ kolom: 0, rol: "gebied" }],
      },
    ]);
  });

  it("leaves out a sheet that nobody ticked, and takes no endless stretch", () => {
    const sent = velden({ "b1.lees": "ja", "b1.blad": "Tweede", "b1.kop": "1-999999" });
    const [koppeling, ...others] = readKoppelingen(sent, [[0], []]);
    expect(others).toEqual([]);
    expect(koppeling?.blad).toBe("Tweede");
    expect(koppeling?.kopregels.length).toBeLessThan(1000);
  });
});

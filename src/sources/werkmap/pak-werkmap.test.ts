import { expect, test } from "vitest";
import type { Werkmap } from "#domain/werkmap.ts";
import { getal, tekst } from "#test/werkmap.ts";
import { packWerkmap, unpackWerkmap } from "./pak-werkmap.ts";

test("een werkmap komt uit de verpakking zoals zij erin ging", () => {
  const werkmap: Werkmap = {
    bladen: [
      {
        naam: "Plannen",
        verborgen: true,
        samengevoegd: [{ vanRij: 0, vanKolom: 0, totRij: 1, totKolom: 1 }],
        rijen: [
          [tekst("Gouda"), { soort: "leeg" }, getal(0.1)],
          [],
          [{ soort: "getal", getal: 0.5, procent: true }, tekst("Gouda"), tekst("Delft")],
          [
            { soort: "datum", datum: "2024-01-01" },
            { soort: "waarheid", waar: false },
            { soort: "fout", tekst: "#N/B" },
            { soort: "formule", formule: "A1", waarde: getal(-1e300) },
          ],
        ],
      },
      { naam: "Leeg", rijen: [] },
    ],
  };
  const { ingepakt, blokken } = packWerkmap(werkmap);
  expect(unpackWerkmap(structuredClone(ingepakt, { transfer: [...blokken] }))).toEqual(werkmap);
});

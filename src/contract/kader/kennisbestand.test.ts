import { describe, expect, it } from "vitest";
import { basis } from "#test/basis.ts";
import { parseRekenjson, toRekenjson } from "../rekenblad/codec.ts";
import { fromKennisbestand, type Kennisbestand, toKennisbestand } from "./kennisbestand.ts";
import { loadDocument } from "./load.ts";

const elsewhere = fromKennisbestand(
  parseRekenjson(toRekenjson(toKennisbestand(basis.kennis))) as Kennisbestand,
);

/** Mistakes that only who knows figures, gemeenten, codes, regions or documents can see. */
const MISTAKES: readonly (readonly [string, string])[] = [
  ["inwoners", "inwonners"],
  ["GM0505 Dordrecht", "GM0505 Breda"],
  ["zeer-laag", "zeerlaag"],
  ["urgenten", "urgentn"],
  ["@1", "@9"],
  ["drechtsteden", "drechtstede"],
];

describe("what a loader knows, sent to another place", () => {
  it("makes it say the same of every document, and of the same with a mistake in it", () => {
    const documents = basis.bibliotheek.list().filter((_, index) => index % 3 === 0);
    let wrong = 0;
    for (const { id, versie } of documents) {
      const tekst = basis.tekstVan(`${id}@${versie}`) ?? "";
      const [from, to] = MISTAKES.find(([word]) => tekst.includes(word)) ?? ["titel", "titl"];
      for (const text of [tekst, tekst.replaceAll(from, to)]) {
        const options = { bestand: `${id}.yaml` };
        const here = loadDocument(text, { ...options, kennis: basis.kennis });
        const there = loadDocument(text, { ...options, kennis: elsewhere });
        if (!here.ok) wrong += 1;
        expect({ ...there, bron: undefined }).toEqual({ ...here, bron: undefined });
      }
    }
    expect(wrong).toBeGreaterThan(20);
  });
});

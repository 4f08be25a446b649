import { describe, expect, it } from "vitest";
import { createConcepten } from "./concepten.ts";

/** A store as a browser has it. */
function store(full = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (full) throw new Error("full");
      kept.set(key, text);
    },
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const at = (minute: number) => () => new Date(Date.UTC(2026, 0, 1, 12, minute));

describe("a text that was not kept", () => {
  it("is there for a next visit, and another tab does not write over it", () => {
    const plek = store();
    createConcepten(plek, "proef", "een", at(1)).bewaar("van tab een", 2);
    createConcepten(plek, "proef", "twee", at(2)).bewaar("van tab twee", 3);
    const later = createConcepten(plek, "proef", "drie", at(3));
    expect(later.andere().map(({ tekst, van }) => [tekst, van])).toEqual([
      ["van tab twee", 3],
      ["van tab een", 2],
    ]);
    later.vergeet(later.andere()[0]?.sleutel);
    expect(later.andere().map(({ tekst }) => tekst)).toEqual(["van tab een"]);
  });

  it("is of one document only, and is gone once it was kept", () => {
    const plek = store();
    const own = createConcepten(plek, "proef", "een", at(1));
    own.bewaar("tekst", 0);
    expect(createConcepten(plek, "proef-2", "twee", at(2)).andere()).toEqual([]);
    own.vergeet();
    expect(createConcepten(plek, "proef", "twee", at(2)).andere()).toEqual([]);
  });

  it("says so where the browser keeps nothing, and passes by what it cannot read", () => {
    expect(createConcepten(store(true), "proef", "een", at(1)).bewaar("tekst", 0)).toBe(false);
    const plek = store();
    plek.setItem("woonregie.document.proef/oud", "{");
    plek.setItem("woonregie.document.proef/ander", '{"tekst":1}');
    expect(createConcepten(plek, "proef", "een", at(1)).andere()).toEqual([]);
  });
});

import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";

/** A frozen outcome of some tens of kilobytes; each name gives another. */
export function aBevriezing(naam: string): BevriezingInhoud {
  const eenheden = Array.from({ length: 342 }, (_, index) => ({ eenheid: `GM${index}`, naam }));
  return {
    document: {
      id: "proef",
      versie: 1,
      tekst: `\uFEFFid: proef # ${naam}\r\n\ttitel: één «proef»\n`,
    },
    cijfers: JSON.stringify(eenheden),
    engineVersie: "0.1.0",
    op: "2026-01-01",
    gebied: "drechtsteden@1#drechtsteden",
    ingevuld: "{}",
    uitkomst: JSON.stringify({ eenheden, onzichtbaar: "\u0000\u2028" }),
  };
}

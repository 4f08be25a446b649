import type { Begrip } from "#domain/begrip.ts";

/** The words of the field that stand in these texts, by alphabet: what a page has to explain. */
export function begrippenIn(
  begrippen: readonly Begrip[],
  teksten: readonly string[],
): readonly Begrip[] {
  const all = teksten.join("\n");
  return begrippen
    .filter(({ begrip }) => listVormen(begrip).some((vorm) => standsIn(vorm, all)))
    .toSorted((a, b) => a.begrip.localeCompare(b.begrip, "nl"));
}

/** `sleutel (verdeelsleutel)` and `woningbouwregio, woningmarktregio` are two words each. */
function listVormen(begrip: string): readonly string[] {
  return begrip.split(/[,()]/).flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}

/** As a word of its own, also where there are more of it. */
function standsIn(vorm: string, tekst: string): boolean {
  return new RegExp(`(?<![\\p{L}-])${vorm}(?:en|s|'s|e|n)?(?![\\p{L}-])`, "iu").test(tekst);
}

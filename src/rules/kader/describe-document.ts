import type { RegieDocument } from "#domain/document.ts";
import { createRuimte, type Zincontext } from "./context.ts";
import { describeIndeling } from "./indelingzin.ts";
import { describeIndicator } from "./indicatorzin.ts";
import { describeKader } from "./kaderzin.ts";
import { describeRangorde } from "./rangordezin.ts";
import { describeToets } from "./toetszin.ts";
import { describeTraject } from "./trajectzin.ts";
import { describeVerdeling } from "./verdelingzin.ts";
import type { Zin } from "./zin.ts";

/**
 * The sentence that a document is (docs/taal.md, rule 12).
 *
 * Made of the fragments of its keys; what holds by default is not said. Each part that a click
 * changes carries its key path. Empty parameters stand in it as "nog te bepalen"; each parameter
 * is mentioned. Titles and filled-in values come from the context; without them codes are read as
 * words. What the document works out for itself (`afgeleid`) and what its sentence did not name
 * follows in sentences of its own; a kader has one for each onderdeel. Never throws.
 */
export function describeDocument(document: RegieDocument, context: Zincontext = {}): Zin {
  const ruimte = createRuimte(document, context);
  switch (document.soort) {
    case "verdeling":
      return describeVerdeling(document, ruimte);
    case "indicator":
      return describeIndicator(document, ruimte);
    case "indeling":
      return describeIndeling(document, ruimte);
    case "toets":
      return describeToets(document, ruimte);
    case "rangorde":
      return describeRangorde(document, ruimte);
    case "traject":
      return describeTraject(document, ruimte);
    case "kader":
      return describeKader(document, ruimte);
  }
}

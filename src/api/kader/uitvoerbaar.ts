import type { RegieDocument } from "#domain/document.ts";
import type { Sleutel } from "#domain/sleutel.ts";

/** Whether this version of Woonregie carries the document out; the others are checked and shown. */
export function isUitvoerbaar(document: RegieDocument): boolean {
  if (document.soort === "indicator" || document.soort === "indeling") return true;
  if (document.soort !== "verdeling") return false;
  return !document.stappen.some(({ sleutel }) => sleutel && hasRanking(sleutel));
}

/** A key that fills up in an order asks a rangorde, and that is not carried out yet. */
function hasRanking(sleutel: Sleutel): boolean {
  return sleutel.soort === "op-volgorde";
}

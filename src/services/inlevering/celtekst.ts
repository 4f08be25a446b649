import type { Werkcel } from "#domain/werkmap.ts";
import { tekstVan } from "#rules/cijfers/inlezen/celtekst.ts";

/** What a cell says, for who looks at it; a cell that is not there says nothing. */
export function celtekst(cel: Werkcel | undefined): string {
  return cel ? tekstVan(cel) : "";
}

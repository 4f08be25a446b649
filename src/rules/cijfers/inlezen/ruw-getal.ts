import { toNumber } from "#domain/breuk.ts";
import type { Werkcel } from "#domain/werkmap.ts";
import { waardeVan } from "./celtekst.ts";
import { leesGetal } from "./getal.ts";

/**
 * About how large the number in a cell is, to see how a column writes its numbers; never a figure.
 *
 * Undefined where there is none, where it can be read in two ways, and where it says itself that it
 * is a percentage.
 */
export function ruwGetal(cel: Werkcel | undefined): number | undefined {
  const waarde = cel && waardeVan(cel);
  if (waarde?.soort === "getal") return waarde.procent ? undefined : waarde.getal;
  if (waarde?.soort !== "tekst") return undefined;
  const gelezen = leesGetal(waarde.tekst, { notatie: "open", grof: false });
  return gelezen.soort === "getal" && !gelezen.teken ? toNumber(gelezen.waarde) : undefined;
}

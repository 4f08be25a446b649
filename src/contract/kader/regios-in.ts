import { readBrontekst } from "./brontekst.ts";
import type { BekendeRegio } from "./kennis.ts";
import { toBoom } from "./knoop.ts";
import { asTekst, entries, isKaart, type Kaartboom } from "./regels/ruw.ts";

/** The regions that a file says it draws, good or not. */
export function regiosIn(boom: Kaartboom): readonly BekendeRegio[] {
  if (boom.soort !== "indeling") return [];
  const soortRegio = asTekst(boom["soort-regio"]) ?? "";
  return entries(boom.regios).map(([id]) => ({ id, soortRegio }));
}

/** The same of its text. */
export function regiosInTekst(tekst: string): readonly BekendeRegio[] {
  const { bron } = readBrontekst(tekst);
  const boom = bron && toBoom(bron.boom);
  return isKaart(boom) ? regiosIn(boom) : [];
}

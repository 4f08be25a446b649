import type { Pad } from "./fout.ts";

/** Something the file may not hold, before anyone asks what it means. */
export type Leesfout = {
  readonly offset: number;
  readonly pad: Pad;
  readonly tekst: string;
  readonly gevonden?: string;
};

/** Bytes of UTF-8; a larger file is refused before it is read. */
export const HOOGSTE_GROOTTE = 1_000_000;

/** Beyond this many, mending the first shows what the rest was. */
export const MEESTE_FOUTEN = 500;

/** Maps and lists inside each other, the document itself the first. */
export const DIEPSTE_NIVEAU = 30;

export function tooDeep(offset: number, pad: Pad): Leesfout {
  const tekst = `Het document gaat hier dieper dan ${DIEPSTE_NIVEAU} niveaus. Schrijf het met minder blokken in blokken.`;
  return { offset, pad, tekst };
}

import { type Documentfout, formatPad, type Pad, type Plaats } from "./fout.ts";
import { type Knoop, locate } from "./knoop.ts";
import { type Leesfout, MEESTE_FOUTEN } from "./leesfout.ts";
import type { Bevinding } from "./melding.ts";

/** Findings with their place in the file, without those that only follow from a reading fault. */
export function placeAll(
  found: readonly Bevinding[],
  boom: Knoop,
  leesfouten: readonly Leesfout[],
): readonly Leesfout[] {
  const unread = new Set(
    leesfouten.filter(({ pad }) => pad.length > 0).map(({ pad }) => formatPad(pad)),
  );
  return found.filter(({ pad }) => !isInside(pad, unread)).map((item) => toPlace(item, boom));
}

/** Where a value could not be read, what it then lacks is no news. */
function isInside(pad: Pad, unread: ReadonlySet<string>): boolean {
  if (unread.size === 0) return false;
  return pad.some((_, index) => unread.has(formatPad(pad.slice(0, index + 1))));
}

/** Where in the file a finding is. */
function toPlace({ pad, bij, tekst, gevonden }: Bevinding, boom: Knoop): Leesfout {
  const found = locate(boom, pad);
  const atKey = found.sleutel && (bij === "sleutel" || found.ontbreekt);
  const offset = atKey ? found.sleutel.van : found.knoop.van;
  return { offset, pad: found.pad, tekst, ...(gevonden === undefined ? {} : { gevonden }) };
}

/** In the order of the file, each once; of very many only the first, and how many follow. */
export function toFouten(
  found: readonly Leesfout[],
  plaats: (offset: number) => Plaats,
  bestand: string,
): readonly Documentfout[] {
  const seen = new Set<string>();
  const unique = found
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ offset, tekst }) => {
      const key = `${offset} ${tekst}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  return firstOf(unique).map(({ offset, pad, tekst, gevonden }) => ({
    bestand,
    ...plaats(offset),
    pad: formatPad(pad),
    tekst,
    ...(gevonden === undefined ? {} : { gevonden }),
  }));
}

function firstOf(unique: readonly Leesfout[]): readonly Leesfout[] {
  const next = unique[MEESTE_FOUTEN];
  if (!next) return unique;
  const tekst = `Vanaf hier zijn er nog ${unique.length - MEESTE_FOUTEN} fouten. Herstel eerst de fouten hierboven.`;
  return [...unique.slice(0, MEESTE_FOUTEN), { offset: next.offset, pad: [], tekst }];
}

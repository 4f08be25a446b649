import { type Documentfout, formatPad, type Pad, type Plaats } from "./fout.ts";
import { type Knoop, locate } from "./knoop.ts";
import type { Leesfout } from "./leesfout.ts";
import type { Bevinding } from "./melding.ts";

/** Findings with their place in the file, without those that only follow from a reading fault. */
export function placeAll(
  found: readonly Bevinding[],
  boom: Knoop,
  leesfouten: readonly Leesfout[],
): readonly Leesfout[] {
  return found
    .filter((item) => !isFollowUp(item.pad, leesfouten))
    .map((item) => toPlace(item, boom));
}

/** Where a value could not be read, what it then lacks is no news. */
function isFollowUp(pad: Pad, leesfouten: readonly Leesfout[]): boolean {
  return leesfouten.some(
    (fout) => fout.pad.length > 0 && fout.pad.every((part, index) => pad[index] === part),
  );
}

/** Where in the file a finding is. */
function toPlace({ pad, bij, tekst, gevonden }: Bevinding, boom: Knoop): Leesfout {
  const found = locate(boom, pad);
  const atKey = found.sleutel && (bij === "sleutel" || found.ontbreekt);
  const offset = atKey ? found.sleutel.van : found.knoop.van;
  return { offset, pad: found.pad, tekst, ...(gevonden === undefined ? {} : { gevonden }) };
}

/** In the order of the file, each once. */
export function toFouten(
  found: readonly Leesfout[],
  plaats: (offset: number) => Plaats,
  bestand: string,
): readonly Documentfout[] {
  const seen = new Set<string>();
  return found
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ offset, tekst }) => {
      const key = `${offset} ${tekst}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map(({ offset, pad, tekst, gevonden }) => ({
      bestand,
      ...plaats(offset),
      pad: formatPad(pad),
      tekst,
      ...(gevonden === undefined ? {} : { gevonden }),
    }));
}

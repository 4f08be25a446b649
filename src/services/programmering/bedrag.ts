import { type Breuk, breuk, isPositive, isWhole, multiply } from "#domain/breuk.ts";
import { parseGetal } from "#domain/notatie.ts";

const MAAL: Readonly<Record<string, Breuk>> = {
  duizend: breuk(1_000),
  miljoen: breuk(1_000_000),
  mln: breuk(1_000_000),
  miljard: breuk(1_000_000_000),
  mld: breuk(1_000_000_000),
};

/**
 * Euros as people write them: `5 miljard`, `€ 1,25 mln`, `12.500`, `12,50`.
 *
 * @returns undefined where it is no amount above zero in whole cents, or can be read in two ways.
 */
export function parseBedrag(text: string): Breuk | undefined {
  const match = /^(?:€|euro)?\s*([\d.,]+)\s*([a-z]*)\.?$/.exec(text.trim().toLowerCase());
  const number = parseGetal(match?.[1] ?? "");
  const word = match?.[2] ?? "";
  const times = word === "" || word === "euro" ? breuk(1) : MAAL[word];
  if (!number || !times) return undefined;
  const bedrag = multiply(number, times);
  return isPositive(bedrag) && isWhole(multiply(bedrag, breuk(100))) ? bedrag : undefined;
}

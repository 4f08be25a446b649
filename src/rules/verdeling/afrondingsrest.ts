import {
  add,
  type Breuk,
  formatBreuk,
  isNegative,
  isZero,
  NUL,
  subtract,
  sum,
} from "#domain/breuk.ts";
import { formatExact } from "#domain/notatie.ts";
import type { Afrondingsmethode } from "#domain/verdeling.ts";
import { roundsWithinBounds } from "./afronden.ts";
import type { Stapvak } from "./stapvak.ts";
import type { Vakuitkomst } from "./vak.ts";

/** What rounding leaves of a vak: what nobody got, and what its account says of it. */
type Afrondingsrest = { readonly open: Breuk; readonly opmerking?: string };

const NIETS: Afrondingsrest = { open: NUL };

/**
 * What rounding did not place, or placed too much (docs/adr/0015).
 *
 * A method that divides to the last unit leaves only what is no whole number or multiple: that
 * stays open, so that placed and open are the opgave. Where units are rounded each alone their sum
 * may differ either way, which is said. On a path running totals are made whole, and what one
 * periode leaves the next one takes up.
 */
export function restOf(
  vak: Stapvak,
  { uitkomst, openTotaal }: Extract<Vakuitkomst, { soort: "verdeeld" }>,
  methode: Afrondingsmethode,
): Afrondingsrest {
  if (methode === "geen" || vak.lopend) return NIETS;
  const total = add(vak.totaal, sum(vak.wacht));
  const rest = subtract(subtract(total, sum(uitkomst)), openTotaal);
  if (isZero(rest)) return NIETS;
  const where = vak.onderdeel ? `Bij ${vak.onderdeel} is` : "Er is";
  const asked = formatExact(formatBreuk(total));
  if (isNegative(rest)) {
    const more = formatExact(formatBreuk(subtract(NUL, rest)));
    return {
      open: NUL,
      opmerking: `${where} ${more} meer geplaatst dan de ${asked} die te verdelen was; dat komt door het afronden.`,
    };
  }
  const left = formatExact(formatBreuk(rest));
  const opmerking = `${where} ${left} niet geplaatst van de ${asked} die te verdelen was; dat komt door het afronden.`;
  return roundsWithinBounds(methode) ? { open: rest, opmerking } : { open: NUL, opmerking };
}

import {
  type Breuk,
  breuk,
  ceil,
  equals,
  floor,
  isNegative,
  isPositive,
  multiply,
  negate,
  round,
} from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";

const ROUNDING = { af: floor, op: ceil, dichtstbij: round } as const;
type Richting = keyof typeof ROUNDING;

/** A number as Dutch readers write it: thousands with a point, at most so many decimals with a comma. */
export function formatGetal(
  number: Breuk,
  decimals = 0,
  richting: Richting = "dichtstbij",
): string {
  const factor = 10n ** BigInt(decimals);
  const scaled = ROUNDING[richting](multiply(number, breuk(factor)));
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(decimals + 1, "0");
  const whole = withThousands(digits.slice(0, digits.length - decimals));
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${scaled < 0n ? "-" : ""}${whole}${rest ? `,${rest}` : ""}`;
}

/** A share as a percentage, without a space before the sign. */
export function formatProcent(share: Breuk, decimals = 0): string {
  return `${formatGetal(multiply(share, breuk(100n)), decimals)}%`;
}

/** A difference or a saldo: what is above zero carries its plus. */
export function formatVerschil(number: Breuk): string {
  const text = formatGetal(isNegative(number) ? negate(number) : number, 2);
  if (isPositive(number)) return `+${text}`;
  return isNegative(number) ? `−${text}` : text;
}

/** Whether a number came out with room on either side. */
export function isWide({ laag, hoog }: Bandbreedte): boolean {
  return !equals(laag, hoog);
}

/** The range in a sentence, `420 tot 480`; rounded outwards, so that it still holds all it held. */
export function formatVanTot(band: Bandbreedte, decimals = 0): string {
  if (!isWide(band)) return formatGetal(band.midden, decimals);
  const [low, high] = ends(band, decimals);
  return low === high ? low : `${low} tot ${high}`;
}

/** The range of a share in a sentence, `22% tot 29%`. */
export function formatProcentVanTot(band: Bandbreedte, decimals = 0): string {
  const [low, high] = [formatProcent(band.laag, decimals), formatProcent(band.hoog, decimals)];
  return low === high ? formatProcent(band.midden, decimals) : `${low} tot ${high}`;
}

/** A share as numbers of a percentage: 0,29 becomes 29. */
export function percentBand({ laag, midden, hoog }: Bandbreedte): Bandbreedte {
  const hundred = breuk(100n);
  return {
    laag: multiply(laag, hundred),
    midden: multiply(midden, hundred),
    hoog: multiply(hoog, hundred),
  };
}

/** The range in a table, `(37–45)`; empty where there is none. */
export function formatBandbreedte(band: Bandbreedte, decimals = 0): string {
  if (!isWide(band)) return "";
  return `(${ends(band, decimals).join("–")})`;
}

function ends(band: Bandbreedte, decimals: number): readonly [string, string] {
  return [formatGetal(band.laag, decimals, "af"), formatGetal(band.hoog, decimals, "op")];
}

/**
 * An exact number of an account (`16610.04`, `41.5301…%`, `1/3`) as readers write it.
 *
 * Nothing is rounded; text that is no number stays as it is.
 */
export function formatExact(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(…?%?)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", decimals, tail = ""] = match;
  return `${sign}${withThousands(whole)}${decimals ? `,${decimals}` : ""}${tail}`;
}

function withThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ".");
}

import {
  add,
  type Breuk,
  breuk,
  compare,
  divide,
  equals,
  isZero,
  largest,
  multiply,
  NUL,
  smallest,
  subtract,
} from "#domain/breuk.ts";
import type { Indicator, Marge } from "#domain/indicator.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";

/** A number that is known exactly. */
export function exact(waarde: Breuk): Bandbreedte {
  return { laag: waarde, midden: waarde, hoog: waarde };
}

export function isExact(band: Bandbreedte): boolean {
  return equals(band.laag, band.hoog);
}

/** From a low and a high, with the middle halfway unless the figure came with its own. */
export function between(laag: Breuk, hoog: Breuk, midden?: Breuk): Bandbreedte {
  const halfway = midden ?? divide(add(laag, hoog), breuk(2n));
  return { laag: smallest(laag, halfway), midden: halfway, hoog: largest(hoog, halfway) };
}

/**
 * A figure with the marge of its indicator on either side.
 *
 * Never below zero for a figure that is not itself negative: a count or a share cannot be.
 */
export function withMarge(waarde: Breuk, indicator: Indicator | undefined): Bandbreedte {
  if (!indicator?.marge) return exact(waarde);
  const width = margin(waarde, indicator.marge);
  const low = subtract(waarde, width);
  const floor = compare(waarde, NUL) >= 0 ? largest(low, NUL) : low;
  return { laag: floor, midden: waarde, hoog: add(waarde, width) };
}

function margin(waarde: Breuk, marge: Marge): Breuk {
  if (marge.soort !== "procent") return marge.waarde;
  const width = multiply(waarde, marge.waarde);
  return compare(width, NUL) < 0 ? subtract(NUL, width) : width;
}

/**
 * The band of `links teken rechts`, by interval arithmetic on the ends.
 *
 * A divisor whose band reaches zero has no finite band: then only the middles count.
 *
 * @returns undefined where a quotient has a divisor that is zero.
 */
export function combine(
  teken: "+" | "-" | "*" | "/",
  links: Bandbreedte,
  rechts: Bandbreedte,
): Bandbreedte | undefined {
  if (teken === "+") return zip(add, links, rechts);
  if (teken === "-")
    return zip(subtract, links, { ...rechts, laag: rechts.hoog, hoog: rechts.laag });
  if (teken === "/" && isZero(rechts.midden)) return undefined;
  const operate = teken === "*" ? multiply : divide;
  const pointOnly = (isExact(links) && isExact(rechts)) || (teken === "/" && reachesZero(rechts));
  if (pointOnly) return exact(operate(links.midden, rechts.midden));
  const ends = [links.laag, links.hoog].flatMap((a) =>
    [rechts.laag, rechts.hoog].map((b) => operate(a, b)),
  );
  return {
    laag: ends.reduce(smallest),
    midden: operate(links.midden, rechts.midden),
    hoog: ends.reduce(largest),
  };
}

/** A number in one corner, and what it is in the opposite one. */
export type Hoekgetal = { readonly hier: Breuk; readonly tegenover: Breuk };

/** `links teken rechts` in one corner and in the opposite one; undefined over a divisor around zero. */
export function combineInHoek(
  teken: "+" | "-" | "*" | "/",
  links: Hoekgetal,
  rechts: Hoekgetal,
): Hoekgetal | undefined {
  if (teken === "+" || teken === "*") {
    const operate = teken === "+" ? add : multiply;
    return {
      hier: operate(links.hier, rechts.hier),
      tegenover: operate(links.tegenover, rechts.tegenover),
    };
  }
  const { hier, tegenover } = rechts;
  if (teken === "/" && compare(multiply(hier, tegenover), NUL) <= 0) return undefined;
  const operate = teken === "-" ? subtract : divide;
  return { hier: operate(links.hier, tegenover), tegenover: operate(links.tegenover, hier) };
}

function reachesZero(band: Bandbreedte): boolean {
  return compare(band.laag, NUL) <= 0 && compare(band.hoog, NUL) >= 0;
}

function zip(
  operate: (a: Breuk, b: Breuk) => Breuk,
  links: Bandbreedte,
  rechts: Bandbreedte,
): Bandbreedte {
  return {
    laag: operate(links.laag, rechts.laag),
    midden: operate(links.midden, rechts.midden),
    hoog: operate(links.hoog, rechts.hoog),
  };
}

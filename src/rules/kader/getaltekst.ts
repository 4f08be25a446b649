import { type Breuk, breuk, formatBreuk, multiply } from "#domain/breuk.ts";

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:\/(\d+)(?:\.(\d+))?)?\s*(%)?$/;

/**
 * A number as Dutch readers write it, from the exact text of a document.
 *
 * `30 %` becomes `30%`, `1.5` becomes `1,5`, `12000` becomes `12.000`, and a fraction of a round
 * hundred or thousand is said as a rate: `1.3/1000` is `1,3 per 1.000`.
 */
export function formatGetaltekst(tekst: string): string {
  const match = NUMBER.exec(tekst.trim());
  if (!match) return tekst;
  const [, sign = "", whole = "", decimals, under, underDecimals, percent = ""] = match;
  const above = sign + decimal(whole, decimals);
  if (under === undefined) return above + percent;
  const below = decimal(under, underDecimals);
  return `${above}${/^10{2,}$/.test(under) ? " per " : "/"}${below}${percent}`;
}

/** An exact number in Dutch: `16.610,04`, `1/3`; with `procent` the same as a percentage. */
export function formatBreuktekst(getal: Breuk, procent = false): string {
  const shown = procent ? multiply(getal, breuk(100n)) : getal;
  const tekst = formatBreuk(shown);
  if (!procent) return formatGetaltekst(tekst);
  return tekst.includes("/") ? formatGetaltekst(formatBreuk(getal)) : formatGetaltekst(`${tekst}%`);
}

function decimal(whole: string, decimals: string | undefined): string {
  return decimals === undefined ? group(whole) : `${group(whole)},${decimals}`;
}

/** Points between the thousands. */
function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ".");
}

import { addDuur, type Datum, parsePeriode } from "#domain/peildatum.ts";

/** At which end of its period CBS counted a stock. */
export type Telkant = "begin" | "einde";

/** What a period of CBS is with us: the moment a figure holds for, and the last day it measures. */
export type Cbsmoment = { readonly moment: string; readonly peildatum: Datum };

const CODE = /^(\d{4})(JJ00|KW0[1-4]|MM(?:0[1-9]|1[0-2]))$/;

/** `2023JJ00`, `2023KW01` or `2023MM06` as a periode of ours; undefined where it is another. */
export function toPeriode(code: string): string | undefined {
  const match = CODE.exec(code.trim());
  if (!match) return undefined;
  const [, year = "", part = ""] = match;
  if (part === "JJ00") return year;
  return part.startsWith("KW") ? `${year}-Q${part.slice(3)}` : `${year}-${part.slice(2)}`;
}

/**
 * The moment of a figure of CBS: the periode itself for what happens in it, a day for a stock.
 *
 * A stock at the end of a period counts from the day after, as shipped figures do.
 */
export function toMoment(code: string, kant: Telkant | undefined): Cbsmoment | undefined {
  const periode = toPeriode(code);
  const span = periode === undefined ? undefined : parsePeriode(periode);
  if (periode === undefined || !span) return undefined;
  if (kant === undefined) return { moment: periode, peildatum: span.tot };
  if (kant === "begin") return { moment: span.van, peildatum: span.van };
  const dayAfter = addDuur(span.tot, { aantal: 1, maat: "dagen" });
  return { moment: dayAfter, peildatum: span.tot };
}

import { MAANDEN } from "#domain/notatie.ts";
import type { Duur } from "#domain/peildatum.ts";
import { addDuur } from "#domain/peildatum.ts";
import type { Verwijzing, Waarde } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";

/** The month numbers from `van` to `tot`, over the turn of the year where `tot` comes first. */
export function monthsIn(van: string, tot: string): ReadonlySet<number> {
  const names: readonly string[] = MAANDEN;
  const first = names.indexOf(van) + 1;
  const last = names.indexOf(tot) + 1;
  const numbers = names.map((_, index) => index + 1);
  if (first === 0 || last === 0) return new Set();
  return new Set(
    numbers.filter((n) => (first <= last ? first <= n && n <= last : n >= first || n <= last)),
  );
}

/**
 * A term that ran against a term asked: -1, 0 or 1; undefined where either is not known.
 *
 * Between two dates the asked term is laid from the first date, so that months are calendar
 * months. Of two bare terms, months are compared with months and days with days; of unlike
 * measures only what is certain whatever the months are.
 */
export function compareDuur(
  onderwerp: { readonly van: Verwijzing; readonly tot?: Verwijzing },
  asked: Waarde,
  plek: Plek,
  lezer: Lezer,
): -1 | 0 | 1 | undefined {
  const limit = duurOf(asked, plek, lezer);
  if (!limit) return undefined;
  const first = lezer.waarneming(onderwerp.van, plek)?.inhoud;
  if (!onderwerp.tot) return first?.soort === "duur" ? compareTerms(first.duur, limit) : undefined;
  const last = lezer.waarneming(onderwerp.tot, plek)?.inhoud;
  if (first?.soort !== "datum" || last?.soort !== "datum") return undefined;
  const end = addDuur(first.datum, limit);
  return last.datum < end ? -1 : last.datum > end ? 1 : 0;
}

/** The term that a waarde stands for; undefined, and noted, where it is not known. */
export function duurOf(waarde: Waarde, plek: Plek, lezer: Lezer): Duur | undefined {
  if (waarde.soort === "duur") return waarde.duur;
  if (waarde.soort !== "verwijzing") return undefined;
  const { verwijzing } = waarde;
  if (lezer.isParameter(verwijzing.naam)) {
    const value = lezer.parameter(verwijzing.naam);
    return value && "soort" in value && value.soort === "duur" ? value.duur : undefined;
  }
  const inhoud = lezer.waarneming(verwijzing, plek)?.inhoud;
  return inhoud?.soort === "duur" ? inhoud.duur : undefined;
}

function compareTerms(a: Duur, b: Duur): -1 | 0 | 1 | undefined {
  const left = measure(a);
  const right = measure(b);
  if (left.unit === right.unit) return order(left.amount, right.amount);
  const [fewest, most] = left.unit === "months" ? [left, right] : [right, left];
  // A month is 28 to 31 days; only what holds for both ends is certain.
  const low = order(fewest.amount * 28, most.amount);
  const high = order(fewest.amount * 31, most.amount);
  if (low !== high) return undefined;
  return left.unit === "months" ? low : order(0, low);
}

function measure({ aantal, maat }: Duur): {
  readonly unit: "months" | "days";
  readonly amount: number;
} {
  if (maat === "jaar") return { unit: "months", amount: 12 * aantal };
  if (maat === "maanden") return { unit: "months", amount: aantal };
  return { unit: "days", amount: maat === "weken" ? 7 * aantal : aantal };
}

function order(a: number, b: number): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

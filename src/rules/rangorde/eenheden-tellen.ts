import { divide, floor, isNegative, isPositive } from "#domain/breuk.ts";
import { RuleError } from "#domain/errors.ts";
import { addDuur, type Datum, type Duur, parseMoment } from "#domain/peildatum.ts";
import type { Waarde } from "#domain/waarde.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import type { Eislezer } from "#rules/normen/eis.ts";
import { readWaarde } from "#rules/normen/waarde.ts";

/** How many whole units fit; fewest and most differ where weeks are laid along months. */
export type Telling = { readonly fewest: bigint; readonly most: bigint };

/**
 * How many whole times `per` fits in `van`: a number in a number, a term in a term, or a term in
 * the time from a date to the day of the run. Undefined where a figure is missing.
 *
 * @throws RuleError "delen-door-nul" where the unit is nothing at all.
 */
export function countUnits(
  van: Waarde,
  per: Waarde,
  plek: Plek,
  lezer: Eislezer,
  op: string | undefined,
): Telling | undefined {
  const unit = duurOf(per, lezer);
  if (unit === undefined) return countNumbers(van, per, plek, lezer);
  if (unit.aantal <= 0) refuseNothing(plek);
  const inhoud = van.soort === "verwijzing" && lezer.lezer.waarneming(van.verwijzing, plek)?.inhoud;
  if (!inhoud) return undefined;
  if (inhoud.soort === "duur") return countTerms(inhoud.duur, unit);
  const day = op === undefined ? undefined : parseMoment(op)?.van;
  return inhoud.soort === "datum" && day ? exactly(countSince(inhoud.datum, day, unit)) : undefined;
}

function countNumbers(van: Waarde, per: Waarde, plek: Plek, lezer: Eislezer): Telling | undefined {
  const whole = readWaarde(van, plek, lezer);
  const unit = readWaarde(per, plek, lezer);
  if (!whole || !unit) return undefined;
  if (!isPositive(unit)) refuseNothing(plek);
  return exactly(isNegative(whole) ? 0n : floor(divide(whole, unit)));
}

function refuseNothing(plek: Plek): never {
  throw new RuleError("delen-door-nul", { cijfer: "per", eenheid: plek.pad.join(", ") });
}

function duurOf(waarde: Waarde, { lezer }: Eislezer): Duur | undefined {
  if (waarde.soort === "duur") return waarde.duur;
  if (waarde.soort !== "verwijzing" || !lezer.isParameter(waarde.verwijzing.naam)) return undefined;
  const value = lezer.parameter(waarde.verwijzing.naam);
  return value && "soort" in value && value.soort === "duur" ? value.duur : undefined;
}

/** A term in months or in days, the two measures that do not turn into each other. */
export type Maat = { readonly maat: "maanden" | "dagen"; readonly aantal: number };

export function measureDuur({ aantal, maat }: Duur): Maat {
  if (maat === "jaar") return { maat: "maanden", aantal: 12 * aantal };
  if (maat === "maanden") return { maat: "maanden", aantal };
  return { maat: "dagen", aantal: maat === "weken" ? 7 * aantal : aantal };
}

/** A month is 28 to 31 days: between unlike measures only the two ends are certain. */
const DAYS_IN_MONTH = { fewest: 28, most: 31 } as const;

/** The same term at both ends in days; a term in days has one. */
export function daysIn({ maat, aantal }: Maat): readonly [number, number] {
  if (maat === "dagen") return [aantal, aantal];
  return [aantal * DAYS_IN_MONTH.fewest, aantal * DAYS_IN_MONTH.most];
}

function countTerms(van: Duur, per: Duur): Telling {
  const [whole, unit] = [measureDuur(van), measureDuur(per)];
  if (whole.maat === unit.maat) return exactly(BigInt(Math.floor(whole.aantal / unit.aantal)));
  const [least, most] = daysIn(whole);
  const [shortest, longest] = daysIn(unit);
  return {
    fewest: BigInt(Math.floor(least / longest)),
    most: BigInt(Math.floor(most / shortest)),
  };
}

/** Whole calendar terms from a day to another, the last one counted when its end day is reached. */
function countSince(from: Datum, day: Datum, { aantal, maat }: Duur): bigint {
  let count = 0;
  while (addDuur(from, { aantal: aantal * (count + 1), maat }) <= day) count += 1;
  return BigInt(count);
}

function exactly(count: bigint): Telling {
  return { fewest: count, most: count };
}

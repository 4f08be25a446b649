import { type Breuk, isNegative, isPositive, negate, subtract, sum } from "#domain/breuk.ts";
import type { Boeking, Fonds } from "#domain/fonds.ts";
import { formatGetal } from "#domain/notatie.ts";

/** How a fund stands: what was promised out of it, and what is left. */
export type Fondsstand = {
  readonly geboekt: Breuk;
  /** Below zero where more was promised than there is; absent where nobody said how much there is. */
  readonly over?: Breuk;
  /** Every year in which something counts, in order. */
  readonly perJaar: readonly { readonly jaar: number; readonly bedrag: Breuk }[];
};

/** Sums what counts; a booking that was taken back does not. */
export function standVan(fonds: Pick<Fonds, "bedrag">, boekingen: readonly Boeking[]): Fondsstand {
  const counting = boekingen.filter(({ terug }) => terug === undefined);
  const geboekt = sum(counting.map(({ bedrag }) => bedrag));
  const years = [...new Set(counting.map(({ jaar }) => jaar))].toSorted((a, b) => a - b);
  const perJaar = years.map((jaar) => ({
    jaar,
    bedrag: sum(counting.filter((one) => one.jaar === jaar).map(({ bedrag }) => bedrag)),
  }));
  if (fonds.bedrag === undefined) return { geboekt, perJaar };
  return { geboekt, over: subtract(fonds.bedrag, geboekt), perJaar };
}

/**
 * Why an amount cannot be booked in a year: outside the years of the fund there is no money (F020).
 *
 * That a fund is promised for more than it holds is no reason: people do that knowingly, and see it.
 */
export function whyNotBooked(
  { naam, van, tot }: Pick<Fonds, "naam" | "van" | "tot">,
  { jaar, bedrag }: { readonly jaar: number; readonly bedrag: Breuk },
): readonly string[] {
  const reasons: string[] = [];
  if (jaar > tot) {
    reasons.push(`Jaar: «${naam}» loopt tot en met ${tot}. In ${jaar} kan niets worden geboekt.`);
  }
  if (van !== undefined && jaar < van) {
    reasons.push(`Jaar: «${naam}» begint in ${van}. In ${jaar} kan nog niets worden geboekt.`);
  }
  if (!isPositive(bedrag)) {
    reasons.push("Bedrag: schrijf een bedrag boven nul. Trek een boeking terug als zij vervalt.");
  }
  return reasons;
}

/** What a fund that was promised for more than it holds says of itself; undefined where it was not. */
export function describeTeVeel({ over }: Fondsstand): string | undefined {
  if (over === undefined || !isNegative(over)) return undefined;
  return `Er is ${formatEuro(negate(over))} meer toegezegd dan er is.`;
}

/** Euros as people write them, with cents only where there are. */
export function formatEuro(bedrag: Breuk): string {
  const text = formatGetal(bedrag, 2);
  const [, decimals] = text.split(",");
  return `€ ${decimals?.length === 1 ? `${text}0` : text}`;
}

import { compareNaam } from "#domain/alfabet.ts";
import { compare, NUL } from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { combine, exact } from "#rules/cijfers/band.ts";

/** What one gemeente says it can take over; without `aantal` it has not answered. */
type Aanbieding = {
  readonly id: string;
  readonly naam: string;
  readonly aantal?: Bandbreedte;
};

export type Overname = {
  /** All offers together. */
  readonly aangeboden: Bandbreedte;
  /** What nobody takes over, never below zero; at most, as long as somebody has not answered. */
  readonly open: Bandbreedte;
  /** Names of who has not answered, by alphabet. */
  readonly zonderAntwoord: readonly string[];
};

/**
 * What stands open of a need after everyone said what they can take over.
 *
 * It hands out nothing: which offer is used, and in which order, is for the meeting or a rangorde.
 *
 * @see Platform31 2025, Regionaal handelingsperspectief Noordoost-Brabant (F188).
 */
export function computeOvername(
  behoefte: Bandbreedte,
  aanbiedingen: readonly Aanbieding[],
): Overname {
  const offers = aanbiedingen.flatMap(({ aantal }) => aantal ?? []);
  const aangeboden = offers.reduce((a, b) => combine("+", a, b) ?? a, exact(NUL));
  const left = combine("-", behoefte, aangeboden) ?? behoefte;
  return {
    aangeboden,
    open: {
      laag: atLeastZero(left.laag),
      midden: atLeastZero(left.midden),
      hoog: atLeastZero(left.hoog),
    },
    zonderAntwoord: aanbiedingen
      .filter(({ aantal }) => !aantal)
      .map(({ naam }) => naam)
      .sort(compareNaam),
  };
}

function atLeastZero(number: Bandbreedte["midden"]): Bandbreedte["midden"] {
  return compare(number, NUL) < 0 ? NUL : number;
}

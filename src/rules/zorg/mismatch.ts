import type { Bandbreedte } from "#domain/uitkomst.ts";
import { combine } from "#rules/cijfers/band.ts";

/** What a group needs and what there is for it, in woningen; absent where nobody delivered it. */
export type Woonzorgcijfers = {
  readonly behoefte?: Bandbreedte;
  readonly bestaand?: Bandbreedte;
  readonly gepland?: Bandbreedte;
};

/**
 * What a group lacks: need − existing − planned supply, with the room that the three leave.
 *
 * Below zero there is more than is needed. Without one of the three there is no number: what nobody
 * counted is not nought. Never over groups together; homes of one form are no answer to another.
 *
 * @see Platform31 2025, chapter 1, woonzorg- en spreidingsanalyse (F091).
 */
export function computeMismatch({
  behoefte,
  bestaand,
  gepland,
}: Woonzorgcijfers): Bandbreedte | undefined {
  if (!behoefte || !bestaand || !gepland) return undefined;
  const left = combine("-", behoefte, bestaand);
  return left && combine("-", left, gepland);
}

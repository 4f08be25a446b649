import type { Datum } from "#domain/peildatum.ts";
import type { Cijferbron } from "#domain/waarneming.ts";
import { overgangenOp } from "#rules/cijfers/herindeling/gebeurtenissen.ts";
import { withHerindelingen } from "#rules/cijfers/herindeling/met-herindelingen.ts";
import type { Basis } from "#services/basis.ts";

/**
 * The figures as they count in the gemeenten of that day: where a gemeente is made of earlier ones
 * and its own figure lacks, it is made of theirs. An announced herindeling does not count.
 */
export function cijfersOp(
  { cijfers, bibliotheek, herindelingen }: Pick<Basis, "cijfers" | "bibliotheek" | "herindelingen">,
  dag: Datum,
): Cijferbron {
  const overgangen = overgangenOp(herindelingen.overgangen, dag);
  return withHerindelingen({
    cijfers,
    bibliotheek,
    herindelingen: { ...herindelingen, overgangen },
  });
}

import { isPositive, NUL } from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { combine, exact } from "../band.ts";
import { asBand, type Stuk } from "./samenstelling.ts";

/** How a figure of a gemeente came about from those that it was made of. */
export type Overzetting = {
  /** `exact`: a sum of whole gemeenten. `gewogen`: an average by weights. `geschat`: a part was split off. */
  readonly soort: "exact" | "gewogen" | "geschat";
  readonly waarde: Bandbreedte;
};

type Lees = (code: string) => Bandbreedte | undefined;

/**
 * The sum over what a gemeente is made of, for figures that may be added.
 *
 * Exact where every part is a whole gemeente. A part of a gemeente gets its part of the figure, as
 * an estimate with its range. Undefined where a figure is missing, or how large a part is.
 */
export function addStukken(stukken: readonly Stuk[], lees: Lees): Overzetting | undefined {
  let total: Bandbreedte = exact(NUL);
  for (const { code, deel } of stukken) {
    const own = lees(code);
    if (!own || deel === "onbekend") return undefined;
    const part = combine("*", own, asBand(deel));
    const next = part && combine("+", total, part);
    if (!next) return undefined;
    total = next;
  }
  const whole = stukken.every(({ deel }) => deel === "heel");
  return { soort: whole ? "exact" : "geschat", waarde: total };
}

/**
 * The average over whole gemeenten, weighted, for a share or an average without a formule.
 *
 * Undefined where a figure or a weight is missing, and where a part was split off: of a part the
 * average is not known.
 */
export function weighStukken(
  stukken: readonly Stuk[],
  lees: Lees,
  weeg: Lees,
): Overzetting | undefined {
  if (stukken.some(({ deel }) => deel !== "heel")) return undefined;
  const weight = addStukken(stukken, (code) => middle(weeg(code)));
  const product = addStukken(stukken, (code) => {
    const [own, by] = [lees(code), middle(weeg(code))];
    return own && by && combine("*", own, by);
  });
  if (!weight || !product || !isPositive(weight.waarde.midden)) return undefined;
  const waarde = combine("/", product.waarde, weight.waarde);
  return waarde && { soort: "gewogen", waarde };
}

/** Weights are taken as they are: how far they may be off hardly moves an average. */
function middle(band: Bandbreedte | undefined): Bandbreedte | undefined {
  return band && exact(band.midden);
}

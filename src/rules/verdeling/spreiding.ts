import { type Breuk, breuk, compare, divide, subtract, sum } from "#domain/breuk.ts";

/** How far parts lie apart; a figure to talk about, never a norm and never a ranking. */
export type Spreiding = {
  /** The part of all units together. */
  readonly gemiddeld: Breuk;
  /** Mean distance of the units to that, in the same measure; zero where all are equal. */
  readonly afwijking: Breuk;
};

/**
 * The mean absolute deviation of a share per unit from the share of all together (F092).
 *
 * @param delen What each unit has, and of how much: `[bijdrage, aanbod]`, aanbod above zero.
 * @returns undefined without units.
 */
export function measureSpreiding(
  delen: readonly (readonly [Breuk, Breuk])[],
): Spreiding | undefined {
  if (delen.length === 0) return undefined;
  const gemiddeld = divide(sum(delen.map(([part]) => part)), sum(delen.map(([, whole]) => whole)));
  const distances = delen.map(([part, whole]) => distance(divide(part, whole), gemiddeld));
  return { gemiddeld, afwijking: divide(sum(distances), breuk(delen.length)) };
}

function distance(a: Breuk, b: Breuk): Breuk {
  return compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
}

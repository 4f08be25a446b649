import fc from "fast-check";
import { type Breuk, breuk, divide, multiply, sum } from "#domain/breuk.ts";
import type { Standregel } from "#domain/verdeling.ts";
import type { Standgegevens } from "#rules/verdeling/gelijke-stand.ts";

/** Any fraction, of either sign, with small and with large parts. */
export const breuken: fc.Arbitrary<Breuk> = fc
  .tuple(
    fc.oneof(fc.bigInt(-60n, 60n), fc.bigInt(-(10n ** 12n), 10n ** 12n)),
    fc.oneof(fc.bigInt(1n, 12n), fc.bigInt(1n, 10n ** 9n)),
  )
  .map(([teller, noemer]) => breuk(teller, noemer));

/** A whole weight, often small, so that equal claims are common; never zero. */
export const gewicht: fc.Arbitrary<bigint> = fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 1_000_000n));

/** A weight that may be nothing at all. */
export const gewichtOfNul: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 5, arbitrary: gewicht },
  { weight: 1, arbitrary: fc.constant(0n) },
);

/** The exact parts of a total by weights. */
export function quotaOf(totaal: bigint, gewichten: readonly bigint[]): readonly Breuk[] {
  const together = sum(gewichten.map((weight) => breuk(weight)));
  return gewichten.map((weight) => divide(multiply(breuk(totaal), breuk(weight)), together));
}

/** Units named u0, u1, …, told apart by these rules. */
export function standOver(
  basis: readonly Breuk[],
  regels: readonly Standregel[],
  ids: readonly string[] = basis.map((_, i) => `u${i}`),
): Standgegevens {
  return { ids, basis, regels };
}

/** The order in which people settled every equal claim: by name. */
export function naarNaam(ids: readonly string[]): readonly Standregel[] {
  return [{ soort: "volgorde", eenheden: ids.toSorted() }];
}

/** A list with the places it goes to when it is shuffled. */
export function geschud<T>(
  list: fc.Arbitrary<readonly T[]>,
): fc.Arbitrary<{ readonly list: readonly T[]; readonly order: readonly number[] }> {
  return list.chain((items) =>
    fc
      .shuffledSubarray([...items.keys()], { minLength: items.length, maxLength: items.length })
      .map((order) => ({ list: items, order })),
  );
}

/** The items of a list in another order. */
export function inOrder<T>(list: readonly T[], order: readonly number[]): readonly T[] {
  return order.flatMap((i) => list.slice(i, i + 1));
}

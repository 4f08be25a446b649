import { describe, expect, it } from "vitest";
import { add, breuk, subtract } from "#domain/breuk.ts";
import { naarNaam, quotaOf, standOver } from "#test/arbitraries.ts";
import { allocateLargestRemainder } from "./largest-remainder.ts";

function homes(totaal: bigint, weights: readonly bigint[]): readonly bigint[] {
  const quota = quotaOf(totaal, weights);
  const ids = quota.map((_, i) => `u${i}`);
  return allocateLargestRemainder(totaal, quota, standOver(quota, naarNaam(ids))).aantallen;
}

describe("largest remainders", () => {
  it("give 79, 39, 30, 20 and 10 of 178 by 80, 40, 30, 20 and 10 thousand households", () => {
    expect(homes(178n, [80_000n, 40_000n, 30_000n, 20_000n, 10_000n])).toEqual([
      79n,
      39n,
      30n,
      20n,
      10n,
    ]);
  });

  // Balinski and Young, Fair Representation: the method is not monotonic in the total. Who wants
  // that asks for a divisor method, which has no such effect (divisor.property.test.ts).
  it("can cost a unit one when there is one more to divide: the Alabama paradox", () => {
    expect(homes(10n, [6n, 6n, 2n])).toEqual([4n, 4n, 2n]);
    expect(homes(11n, [6n, 6n, 2n])).toEqual([5n, 5n, 1n]);
  });

  it("give the larger of two equal remainders' owners the last one when the document says grootste-basis", () => {
    const quota = [breuk(3, 2), breuk(5, 2)];
    const regels = [{ soort: "grootste-basis" as const }];
    expect(allocateLargestRemainder(4n, quota, standOver(quota, regels)).aantallen).toEqual([
      1n,
      3n,
    ]);
    const smallest = [{ soort: "kleinste-basis" as const }];
    expect(allocateLargestRemainder(4n, quota, standOver(quota, smallest)).aantallen).toEqual([
      2n,
      2n,
    ]);
  });

  it("tell two remainders apart however close they are", () => {
    const little = breuk(1n, 10n ** 40n);
    const half = breuk(1, 2);
    const quota = [subtract(half, little), add(half, little), breuk(7)];
    expect(allocateLargestRemainder(8n, quota, standOver(quota, [])).aantallen).toEqual([
      0n,
      1n,
      7n,
    ]);
  });

  it("ask people who gets the last one of two that are equal in everything", () => {
    const quota = [breuk(1, 2), breuk(1, 2), breuk(1)];
    const regels = [{ soort: "grootste-basis" as const }];
    const { open } = allocateLargestRemainder(2n, quota, standOver(quota, regels));
    expect(open).toEqual({ kandidaten: [0, 1], teVerdelen: 1 });
  });
});

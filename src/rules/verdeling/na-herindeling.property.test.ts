import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, equals, sum } from "#domain/breuk.ts";
import type { Overgang } from "#domain/herindeling.ts";
import { exact } from "../cijfers/band.ts";
import { carryUitkomst } from "./na-herindeling.ts";

const LEDEN = ["GM0001", "GM0002", "GM0003", "GM0004", "GM0005"];
const OP = "2026-01-01";
const basis = { datum: "2027-01-01", zekerheid: "vast", bron: "proef" } as const;

/** Some members go into one new gemeente, and one of the others is cut in two. */
const wereld = fc
  .record({
    samen: fc.uniqueArray(fc.nat(3), { minLength: 2, maxLength: 3 }),
    deel: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ samen, deel }): readonly Overgang[] => {
    const cut = LEDEN[4] ?? "";
    const part = (tiende: number) => ({ deel: breuk(tiende, 10), gewicht: "proef" });
    return [
      ...samen.map((i) => ({ ...basis, van: LEDEN[i] ?? "", naar: "GM0100" })),
      { ...basis, van: cut, naar: "GM0101", deel: part(deel) },
      { ...basis, van: cut, naar: "GM0102", deel: part(10 - deel) },
    ];
  });
const jaren = fc.array(fc.tuple(...LEDEN.map(() => fc.bigInt(0n, 5000n))), {
  minLength: 1,
  maxLength: 4,
});

const toKolommen = (numbers: readonly (readonly bigint[])[]) =>
  numbers.map((row) => new Map(LEDEN.map((id, i) => [id, exact(breuk(row[i] ?? 0n))])));

describe("an outcome in the gemeenten of after a herindeling", () => {
  it("keeps the total of every key and of every year to the last home", () => {
    fc.assert(
      fc.property(wereld, jaren, (overgangen, numbers) => {
        const rijen = carryUitkomst(toKolommen(numbers), overgangen, OP);
        numbers.forEach((row, kolom) => {
          const after = sum(rijen.map(({ aantallen }) => aantallen[kolom]?.midden ?? breuk(-1n)));
          expect(equals(after, sum(row.map((number) => breuk(number))))).toBe(true);
        });
      }),
    );
  });

  it("tells apart what stays, what is a sum and what is an estimate", () => {
    fc.assert(
      fc.property(wereld, jaren, (overgangen, numbers) => {
        for (const { id, soort, aantallen } of carryUitkomst(toKolommen(numbers), overgangen, OP)) {
          const expected =
            { GM0100: "exact", GM0101: "geschat", GM0102: "geschat" }[id] ?? "gelijk";
          expect(soort).toBe(expected);
          const certain = aantallen.every((band) => band && equals(band.laag, band.hoog));
          if (soort !== "geschat") expect(certain).toBe(true);
        }
      }),
    );
  });

  it("says who was not in the outcome, and what nobody knows the size of", () => {
    const overgangen: readonly Overgang[] = [
      { ...basis, van: "GM0001", naar: "GM0100" },
      { ...basis, van: "GM0900", naar: "GM0100" },
      { ...basis, van: "GM0002", naar: "GM0200", deel: "onbekend" },
    ];
    const rijen = carryUitkomst(
      [
        new Map([
          ["GM0001", exact(breuk(7n))],
          ["GM0002", exact(breuk(3n))],
        ]),
      ],
      overgangen,
      OP,
    );
    expect(rijen).toMatchObject([
      { id: "GM0100", soort: "exact", uit: ["GM0001"], buiten: ["GM0900"] },
      { id: "GM0200", soort: "onbekend", uit: ["GM0002"], aantallen: [undefined] },
    ]);
  });

  it("does not count what happened before the day of the outcome", () => {
    const before = [{ ...basis, datum: "2025-01-01", van: "GM0001", naar: "GM0100" }];
    const [rij] = carryUitkomst([new Map([["GM0100", exact(breuk(7n))]])], before, OP);
    expect(rij).toMatchObject({ id: "GM0100", soort: "gelijk" });
  });
});

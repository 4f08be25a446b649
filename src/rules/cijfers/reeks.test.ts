import { describe, expect, it } from "vitest";
import { breuk, formatBreuk } from "#domain/breuk.ts";
import { formatGetal, formatProcent } from "#domain/notatie.ts";
import { layReeks, measureDoel, type Reekspunt } from "./reeks.ts";

const raming = (periode: string, getal?: number): Reekspunt => ({
  periode,
  ...(getal === undefined ? {} : { raming: breuk(getal) }),
});

const dips = (punten: readonly Reekspunt[]) =>
  layReeks(punten).flatMap(({ periode, teruggang }) => (teruggang.raming ? [periode] : []));

describe("a target against what was realised", () => {
  it("F019 of 290.000 homes for elderly up to 2030 60.000 are there: 20,7%, and 230.000 to go", () => {
    const found = measureDoel(breuk(290_000), breuk(60_000));
    expect(found && [formatProcent(found.deel, 1), formatGetal(found.gat)]).toEqual([
      "20,7%",
      "230.000",
    ]);
  });

  it("F019 has no gap below nought, and no share of a target of nothing", () => {
    expect(measureDoel(breuk(10), breuk(12))).toMatchObject({ deel: breuk(6, 5), gat: breuk(0) });
    expect(measureDoel(breuk(0), breuk(12))).toBeUndefined();
  });
});

describe("a yearly forecast against what was realised", () => {
  it("F031 marks 2024 as a teruggang where it is lower than 2023 and 2025", () => {
    const reeks = [raming("2025", 90_000), raming("2023", 88_000), raming("2024", 79_000)];
    expect(dips(reeks)).toEqual(["2024"]);
    expect(dips([raming("2023", 88), raming("2024", 88), raming("2025", 90)])).toEqual([]);
  });

  it("F031 takes a year that nobody knows for no dip, and for no neighbour", () => {
    expect(dips([raming("2023", 88), raming("2024"), raming("2025", 90)])).toEqual([]);
    expect(dips([raming("2022", 88), raming("2024", 79), raming("2025", 90)])).toEqual([]);
    expect(dips([raming("2023", 88), raming("2024", 79)])).toEqual([]);
  });

  it("F031 tells the difference where both are known, and adds up until one is not", () => {
    const reeks = layReeks([
      { periode: "2023", raming: breuk(100), gerealiseerd: breuk(90) },
      { periode: "2024", raming: breuk(100) },
      { periode: "2025", gerealiseerd: breuk(50) },
    ]);
    const text = reeks.map(({ verschil, opgeteld }) => [
      verschil && formatBreuk(verschil),
      opgeteld && formatBreuk(opgeteld),
    ]);
    expect(text).toEqual([
      ["-10", "90"],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});

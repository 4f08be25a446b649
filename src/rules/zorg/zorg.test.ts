import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { between, exact } from "#rules/cijfers/band.ts";
import { computeMismatch } from "./mismatch.ts";
import { computeOvername } from "./overname.ts";

const n = (number: number) => exact(breuk(BigInt(number)));
const range = (low: number, high: number) => between(breuk(BigInt(low)), breuk(BigInt(high)));

describe("what a group lacks", () => {
  it("F091 is need less existing less planned supply: 120 − 70 − 30 = 20", () => {
    const mismatch = computeMismatch({ behoefte: n(120), bestaand: n(70), gepland: n(30) });
    expect(mismatch).toEqual(n(20));
  });

  it("F091 keeps the room of each of the three", () => {
    const rough = { behoefte: range(110, 130), bestaand: n(70), gepland: range(20, 40) };
    expect(computeMismatch(rough)).toEqual({ ...n(20), laag: breuk(0n), hoog: breuk(40n) });
  });

  it("F091 is below zero where there is more than is needed", () => {
    expect(computeMismatch({ behoefte: n(10), bestaand: n(12), gepland: n(0) })).toEqual(n(-2));
  });

  it.each(["behoefte", "bestaand", "gepland"] as const)(
    "F091 is unknown without %s: not counted is not nought",
    (part) => {
      const all = { behoefte: n(120), bestaand: n(70), gepland: n(30) };
      const { [part]: _, ...rest } = all;
      expect(computeMismatch(rest)).toBeUndefined();
    },
  );
});

describe("a need that others take over", () => {
  const offer = (naam: string, number?: number) => ({
    id: naam,
    naam,
    ...(number === undefined ? {} : { aantal: n(number) }),
  });

  it("F188 leaves one open where six are needed and two and three are offered", () => {
    const { aangeboden, open } = computeOvername(n(6), [offer("B", 2), offer("C", 3)]);
    expect([aangeboden, open]).toEqual([n(5), n(1)]);
  });

  it("F188 leaves nothing open, and never less, where more is offered than needed", () => {
    expect(computeOvername(n(6), [offer("B", 4), offer("C", 4)]).open).toEqual(n(0));
  });

  it("F188 names who has not answered, whatever the order they come in", () => {
    const late = [offer("Zeist"), offer("B", 2), offer("Alphen")];
    for (const order of [late, late.toReversed()]) {
      expect(computeOvername(n(6), order).zonderAntwoord).toEqual(["Alphen", "Zeist"]);
    }
  });
});

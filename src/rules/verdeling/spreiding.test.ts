import { describe, expect, it } from "vitest";
import { breuk, formatBreuk } from "#domain/breuk.ts";
import { measureSpreiding } from "./spreiding.ts";

const part = (bijdrage: number, aanbod: number) => [breuk(bijdrage), breuk(aanbod)] as const;

describe("how far parts lie apart", () => {
  it("F092 is nothing when every gemeente does the same part", () => {
    const even = measureSpreiding([part(10, 100), part(20, 200), part(5, 50)]);
    expect(even && [formatBreuk(even.gemiddeld), formatBreuk(even.afwijking)]).toEqual([
      "0.1",
      "0",
    ]);
  });

  it("F092 is the mean distance to the part of all together", () => {
    // 30% and 10% around a part together of 20%: each lies 10 points away.
    const apart = measureSpreiding([part(30, 100), part(10, 100)]);
    expect(apart && [formatBreuk(apart.gemiddeld), formatBreuk(apart.afwijking)]).toEqual([
      "0.2",
      "0.1",
    ]);
  });

  it("does not exist without gemeenten", () => {
    expect(measureSpreiding([])).toBeUndefined();
  });
});

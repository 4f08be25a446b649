import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { parseBedrag } from "./bedrag.ts";

describe("an amount as people write it", () => {
  it.each([
    ["5 miljard", breuk(5_000_000_000)],
    ["€ 1,25 mln", breuk(1_250_000)],
    ["12.500", breuk(12_500)],
    ["12,50", breuk(25, 2)],
    ["20 duizend", breuk(20_000)],
    ["1000 euro", breuk(1_000)],
  ])("%s is read", (text, bedrag) => {
    expect(parseBedrag(text)).toEqual(bedrag);
  });

  it.each(["", "veel", "0", "-5", "12,505", "1.25", "5 biljoen", "30%", "1/3"])(
    "«%s» is no amount",
    (text) => {
      expect(parseBedrag(text)).toBeUndefined();
    },
  );
});

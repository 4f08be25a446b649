import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, equals, formatBreuk, parseBreuk } from "#domain/breuk.ts";
import { formatBreuktekst, formatGetaltekst } from "./getaltekst.ts";

describe("a number in a sentence", () => {
  it.each([
    ["178", "178"],
    ["1000", "1.000"],
    ["1234567.5", "1.234.567,5"],
    ["1.5", "1,5"],
    ["-2500", "-2.500"],
    ["30 %", "30%"],
    ["12.5%", "12,5%"],
    ["2/3", "2/3"],
    ["1.3/1000", "1,3 per 1.000"],
    ["5/100", "5 per 100"],
    ["3/10", "3/10"],
  ])("%s is written as %s", (tekst, dutch) => {
    expect(formatGetaltekst(tekst)).toBe(dutch);
  });

  it("is a percentage where it is a share, unless that never ends", () => {
    expect(formatBreuktekst(breuk(1, 8), true)).toBe("12,5%");
    expect(formatBreuktekst(breuk(1, 3), true)).toBe("1/3");
    expect(formatBreuktekst(breuk(1661004, 100))).toBe("16.610,04");
  });

  it("is the same number for who reads it back", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.nat(6),
        (above, places) => {
          const number = breuk(above, 10n ** BigInt(places));
          const shown = formatGetaltekst(formatBreuk(number));
          const back = parseBreuk(shown.replaceAll(".", "").replace(",", "."));
          expect(back && equals(back, number)).toBe(true);
        },
      ),
    );
  });
});

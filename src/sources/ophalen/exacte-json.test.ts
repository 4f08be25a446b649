import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBreuk, parseBreuk } from "#domain/breuk.ts";
import { Getal, parseExact, toBreuk } from "./exacte-json.ts";

describe("JSON in which every number keeps its digits", () => {
  it("loses none that a float would lose", () => {
    const digits = "12345678901234567890.123456789";
    const read = parseExact(`{"a": ${digits}, "b": "5", "c": [1.10, -0, null, true]}`, "x");
    expect(read).toEqual({
      ...{ a: new Getal(digits), b: "5" },
      c: [new Getal("1.10"), new Getal("-0"), null, true],
    });
  });

  it("is the same as any other JSON but for its numbers", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        const back = JSON.stringify(parseExact(text, "x"), (_, item: unknown) =>
          item instanceof Getal ? Number(item.cijfers) : item,
        );
        expect(back).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it.each([
    "",
    "{",
    "[1,]",
    "01",
    "1.",
    "+1",
    "{a:1}",
    "[1 2]",
    "1e",
    '"\u{E000}getal:5"',
    '"\\ue000getal:5"',
  ])("refuses %j, which is none", (text) => {
    expect(() => parseExact(text, "het antwoord")).toThrow("het antwoord");
  });

  it("reads digits exactly, with an exponent too", () => {
    const exact = (digits: string) => {
      const value = toBreuk(digits);
      return value && formatBreuk(value);
    };
    expect(["9.375E4", "-1.50", "1e-3", "0"].map(exact)).toEqual(["93750", "-1.5", "0.001", "0"]);
    expect(["1e999", "x", "", "1e-99"].map(exact)).toEqual(Array(4).fill(undefined));
    fc.assert(
      fc.property(fc.integer(), fc.nat(99999), (whole, decimals) => {
        const digits = `${whole}.${`${decimals}`.padStart(5, "0")}`;
        expect(toBreuk(digits)).toEqual(parseBreuk(digits));
      }),
    );
  });
});

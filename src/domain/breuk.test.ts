import { describe, expect, it } from "vitest";
import { breuk, divide, formatBreuk, NUL, parseBreuk, round } from "./breuk.ts";

describe("a number as it is written", () => {
  it.each([
    ["178", breuk(178)],
    ["1.5", breuk(3, 2)],
    ["2/3", breuk(2, 3)],
    ["1.3/1000", breuk(13, 10_000)],
    ["30 %", breuk(3, 10)],
    ["30%", breuk(3, 10)],
    ["2/3 %", breuk(2, 300)],
    ["-0.5", breuk(-1, 2)],
    ["007", breuk(7)],
    ["0.10", breuk(1, 10)],
  ])("%s is exactly that", (text, expected) => {
    expect(parseBreuk(text)).toEqual(expected);
  });

  it.each([
    "1,5",
    "",
    " ",
    "veel",
    "1e6",
    "Infinity",
    "NaN",
    "1/0",
    "1/0.0",
    "--1",
    "1/2/3",
    ".5",
    "5.",
    "0x10",
    "1 000",
    "30 % %",
  ])("«%s» is no number", (text) => {
    expect(parseBreuk(text)).toBeUndefined();
  });

  it("is written back in decimals where decimals write it exactly, else as a fraction", () => {
    expect(formatBreuk(breuk(1_661_004, 100))).toBe("16610.04");
    expect(formatBreuk(breuk(-1, 20))).toBe("-0.05");
    expect(formatBreuk(breuk(1, 3))).toBe("1/3");
    expect(formatBreuk(breuk(-7, 6))).toBe("-7/6");
    expect(formatBreuk(breuk(120, 6))).toBe("20");
  });
});

describe("a fraction over nothing", () => {
  it("does not exist", () => {
    expect(() => breuk(1, 0)).toThrow("noemer nul");
    expect(() => divide(breuk(1), NUL)).toThrow("noemer nul");
  });
});

describe("a half", () => {
  it("below zero is rounded up too, toward zero", () => {
    expect(round(breuk(-1, 2))).toBe(0n);
    expect(round(breuk(-3, 2))).toBe(-1n);
    expect(round(breuk(5, 2), "naar-even")).toBe(2n);
    expect(round(breuk(7, 2), "naar-even")).toBe(4n);
    expect(round(breuk(-5, 2), "naar-even")).toBe(-2n);
  });
});

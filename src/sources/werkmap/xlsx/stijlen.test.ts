import { expect, test } from "vitest";
import { readFormatcode } from "./stijlen.ts";

test.each([
  ["General", "getal"],
  ["#,##0.00", "getal"],
  ['#,##0 "dagen"', "getal"],
  ["[Red]0.00;-0.00", "getal"],
  ["0.00E+00", "getal"],
  ["@", "getal"],
  ["[$€-413] #,##0", "getal"],
  ["0%", "procent"],
  ["0.0\\ %;[Red]-0.0\\ %", "procent"],
  ["dd-mm-yyyy", "datum"],
  ["[$-413]d mmmm yyyy;@", "datum"],
  ["mmm", "datum"],
  ["yyyy", "datum"],
  ["hh:mm", "tijd"],
  ["[h]:mm:ss", "tijd"],
  ["[mm]", "tijd"],
])("de opmaak %s toont een %s", (code, soort) => {
  expect(readFormatcode(code)).toBe(soort);
});

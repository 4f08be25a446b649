import { describe, expect, it } from "vitest";
import { csvText } from "./csvtekst.ts";

describe("a text in csv", () => {
  it.each([
    ["=SOM(A1:A9)", "'=SOM(A1:A9)"],
    ["+31", "'+31"],
    ["-1+2", "'-1+2"],
    ["-1,5", "-1,5"],
    ["-", "'-"],
    ["@naam", "'@naam"],
    ["\tx", "'\tx"],
    ["Dordrecht", "Dordrecht"],
    ["'s-Gravenhage", "'s-Gravenhage"],
  ])("is never a formula to a spreadsheet: %j becomes %j", (text, written) => {
    expect(csvText(text)).toBe(written);
  });

  it("stands between quotes where it holds a separator, a quote or a line break", () => {
    expect(csvText('a;b "c"\nd')).toBe('"a;b ""c""\nd"');
    expect(csvText('=1;"')).toBe('"\'=1;"""');
  });
});

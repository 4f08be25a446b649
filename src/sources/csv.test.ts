import { describe, expect, it } from "vitest";
import { parseCsv } from "./csv.ts";

const read = (text: string) => parseCsv(text, "data/proef.csv");

describe("a csv file of ours", () => {
  it("gives each cell by the name of its column, empty cells too", () => {
    const [first, second] = read("gebied,waarde,opmerking\nGM0014,244807,\nGM0034,229570,let op\n");
    expect(first?.("waarde")).toBe("244807");
    expect(first?.("opmerking")).toBe("");
    expect(second?.("opmerking")).toBe("let op");
  });

  it("may hold a comma and a quote inside a quoted cell", () => {
    const [row] = read('code,naam\r\nGM0001,"een, ""twee"""\r\n');
    expect(row?.("naam")).toBe('een, "twee"');
  });

  it("is refused with its line where a cell is missing or one too many", () => {
    expect(() => read("a,b\n1,2\n3\n")).toThrow("data/proef.csv:3  Deze regel heeft 1 cellen");
    expect(() => read("a,b\n1,2,3\n")).toThrow("het moeten er 2 zijn");
  });

  it("is refused where a column that is asked is not there", () => {
    const [row] = read("a\n1\n");
    expect(() => row?.("waarde")).toThrow("De kolom «waarde» ontbreekt");
  });
});

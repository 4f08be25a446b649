import { describe, expect, it } from "vitest";
import { type Column, type Row, renderTable } from "./table.ts";
import { beside, visibleLength, withoutControls, wrap } from "./wrap.ts";

const columns: readonly Column[] = [
  { header: "gemeente", align: "left" },
  { header: "naar inwoners", align: "right" },
  { header: "naar sociale huur", align: "right" },
];

const rows: readonly Row[] = [
  { kind: "row", cells: ["Dordrecht", ["185", "(172–198)", "20%"], "9"] },
  { kind: "row", cells: ["Papendrecht", ["49", "(45–52)", "21%"], "onbekend"] },
  { kind: "total", cells: ["Samen", ["234", "", ""], "9"] },
];

describe("a table", () => {
  it("lines up numbers, bands and percentages below each other", () => {
    expect(renderTable({ columns, rows }, 100)).toEqual([
      "gemeente          naar inwoners   naar sociale huur",
      "───────────────────────────────────────────────────",
      "Dordrecht     185 (172–198) 20%                   9",
      "Papendrecht    49   (45–52) 21%            onbekend",
      "───────────────────────────────────────────────────",
      "Samen         234                                 9",
    ]);
  });

  it("comes in blocks that repeat the names where it does not fit", () => {
    const lines = renderTable({ columns, rows }, 36);
    expect(Math.max(...lines.map(visibleLength))).toBeLessThanOrEqual(36);
    expect(lines.filter((line) => line.startsWith("Papendrecht"))).toHaveLength(2);
    expect(lines).toContain("Papendrecht            onbekend");
  });
});

describe("text", () => {
  it("is broken between words and never loses one", () => {
    const text = "een twee drie vier vijf";
    expect(wrap(text, 9)).toEqual(["een twee", "drie vier", "vijf"]);
    expect(wrap(text, 3).join(" ")).toBe(text);
  });

  it("stands beside its label", () => {
    expect(beside("Op", "21 november 2026", 6, 18)).toEqual(["Op    21 november", "      2026"]);
  });

  it("of others cannot steer the terminal", () => {
    const start = String.fromCharCode(27);
    expect(withoutControls(`Titel${start}[31m rood\u0007\nnieuw`)).toBe("Titel[31m rood nieuw");
  });
});

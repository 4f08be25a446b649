import { expect, test } from "vitest";
import { readPlaksel } from "./parse-werkmap.ts";

test("wat uit Excel is geplakt houdt cellen met meer regels bij elkaar", () => {
  const lezing = readPlaksel('naam\topmerking\nGouda\t"eerste\ntweede"\n');
  expect(lezing.ok && lezing.werkmap.bladen[0]?.rijen[1]).toEqual([
    { soort: "tekst", tekst: "Gouda" },
    { soort: "tekst", tekst: "eerste\ntweede" },
  ]);
});

test("een los aanhalingsteken in wat geplakt is, is gewoon een teken", () => {
  const lezing = readPlaksel('naam\tmaat\n"s-Gravenhage\t5');
  expect(lezing.ok && lezing.werkmap.bladen[0]?.rijen[1]).toEqual([
    { soort: "tekst", tekst: '"s-Gravenhage' },
    { soort: "tekst", tekst: "5" },
  ]);
});

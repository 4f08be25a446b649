import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readGrenzenblad } from "./grenzen.ts";

// Stored as they came: of the WFS and of the OGC API, both without a jaarcode.
const fileOf = (jaar: number) =>
  `../shared/data/gemeenten-geojson-${jaar}/gemeente_gegeneraliseerd_${jaar}.geojson`;
const here = existsSync(fileOf(2022)) && existsSync(fileOf(2024));

describe.skipIf(!here)(`real answers of PDOK${here ? "" : ": none are stored here"}`, () => {
  it.each([
    [2022, 345],
    [2024, 342],
  ])("of %d give the borders of %d gemeenten", (jaar, aantal) => {
    const text = readFileSync(fileOf(jaar), "utf8");
    const { inhoud } = readGrenzenblad(text, jaar);
    expect(new Set(inhoud.map(({ code }) => code)).size).toBe(aantal);
    expect(inhoud.find(({ code }) => code === "GM0014")?.naam).toBe("Groningen");
    expect(() => readGrenzenblad(text, 2019)).toThrow("«jaarcode»");
  });
});

import { describe, expect, it } from "vitest";
import { readBegrippen } from "#sources/begrippen.ts";
import { findProjectRoot } from "#sources/project-root.ts";
import { begrippenIn } from "./begrippen.ts";

const begrippen = readBegrippen(findProjectRoot());
const found = (...teksten: string[]) => begrippenIn(begrippen, teksten).map((one) => one.begrip);

describe("the words that a page explains", () => {
  it("are those that stand on it, in one or more, by alphabet", () => {
    expect(found("Verdeel urgenten over gemeenten", "deel van de AANDACHTSGROEPEN")).toEqual([
      "aandachtsgroep",
      "urgent",
    ]);
    expect(found("De opgave per standplaats")).toEqual(["opgave", "standplaats"]);
  });

  it("are found by each of their names", () => {
    const key = ["sleutel (verdeelsleutel)"];
    expect([found("een sleutel"), found("alle verdeelsleutels")]).toEqual([key, key]);
    expect(found("de woningmarktregio")).toEqual(["woningbouwregio, woningmarktregio"]);
  });

  it("are not those that are only a part of another word", () => {
    expect(found("opgavenlijst, sleutelbos, voorlaag, spoorwegzone")).toEqual([]);
  });

  it("each say what they mean, and who says so", () => {
    expect(begrippen.length).toBeGreaterThan(20);
    const bare = begrippen.filter(({ betekenis, bron }) => betekenis === "" || bron === "");
    expect(bare).toEqual([]);
  });
});

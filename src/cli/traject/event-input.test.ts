import { describe, expect, it } from "vitest";
import { readEventFile, readEventOptions } from "./event-input.ts";

describe("readEventOptions", () => {
  it("reads keys with their values, and keeps a comma inside one", () => {
    const { events, fouten } = readEventOptions([
      "stap=advies, klaar=2026-03-01, reden=ambtelijk akkoord, bestuur volgt",
    ]);
    expect(fouten).toEqual([]);
    expect(events[0]?.velden).toEqual({
      stap: "advies",
      klaar: "2026-03-01",
      reden: "ambtelijk akkoord, bestuur volgt",
    });
  });

  it("tells what is no event", () => {
    expect(readEventOptions(["advies"]).fouten[0]).toContain("Schrijf «stap=…");
  });
});

describe("readEventFile", () => {
  it("reads a list in yaml, each with its line", () => {
    const text = "gebeurtenissen:\n  - { stap: a, op: 2026-01-01 }\n  - { stap: b, stuk: nota }\n";
    expect(readEventFile(text, "x.yaml").events).toEqual([
      { plek: "x.yaml:2", velden: { stap: "a", op: "2026-01-01" } },
      { plek: "x.yaml:3", velden: { stap: "b", stuk: "nota" } },
    ]);
  });

  it("reads csv with the same words as columns, and leaves out what is empty", () => {
    const text = 'stap;op;reden\na;2026-01-01;"x; y"\nb;;\n';
    expect(readEventFile(text, "x.csv").events.map(({ velden }) => velden)).toEqual([
      { stap: "a", op: "2026-01-01", reden: "x; y" },
      { stap: "b" },
    ]);
  });

  it.each([
    ["x.yaml", "iets: a\n", "De lijst «gebeurtenissen» ontbreekt"],
    ["x.yaml", "gebeurtenissen: [a]\n", "Een gebeurtenis is een blok"],
    ["x.csv", "op\n2026-01-01\n", "De kolom «stap» ontbreekt"],
    ["x.csv", "stap;op\na\n", "Deze regel heeft 1 cellen"],
    ["x.csv", 'stap;op\n"a;b\n', "los aanhalingsteken"],
  ])("tells what is wrong in %s: %s", (file, text, message) => {
    const { fouten } = readEventFile(text, file);
    expect(fouten.join()).toContain(message);
    expect(fouten.join()).toContain(file);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatFout } from "#contract/kader/fout.ts";
import { loadScenarios } from "#contract/kader/scenarios.ts";
import { loadBasis } from "#services/basis.service.ts";
import { proveScenario, provesDocument } from "#services/scenario/scenario.service.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";

const meegeleverd = readMeegeleverd();
const basis = loadBasis(meegeleverd);

describe("documents that ship with the product", () => {
  it("are all read without a mistake", () => {
    expect(meegeleverd.documenten.fouten().map(formatFout)).toEqual([]);
    expect(meegeleverd.documenten.bestanden.length).toBeGreaterThan(60);
  });
});

// One test per scenario, titled with its name: a row of the list of functions that it names counts
// as covered when it passes.
describe.each(meegeleverd.documenten.bestanden.filter(({ scenarios }) => scenarios !== undefined))(
  "$id",
  (bestand) => {
    const pad = bestand.scenarios ?? "";
    const tekst = readFileSync(join(meegeleverd.root, pad), "utf8");
    const read = loadScenarios(tekst, { bestand: pad, kennis: meegeleverd.kennis });
    if (!read.ok) {
      it("has scenarios without a mistake", () => {
        expect(read.fouten.map(formatFout)).toEqual([]);
      });
      return;
    }

    it("is the document that its scenarios name", () => {
      const own = bestand.lees();
      expect(own.ok && provesDocument(read.document, own.document)).toBe(true);
    });

    for (const scenario of read.scenarios) {
      it(scenario.naam, () => {
        const differences = proveScenario(
          scenario,
          { pad: bestand.pad, tekst: bestand.tekst() },
          basis,
        );
        expect(differences).toEqual([]);
      });
    }
  },
);

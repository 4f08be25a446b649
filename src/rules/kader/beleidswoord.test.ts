import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { BELEIDSWOORDEN } from "#domain/beleidswoord.ts";
import { ONDERWERPEN, type Onderwerp, SOORTEN, type Soort } from "#domain/kop.ts";
import { beleidswoordVan, PER_DOCUMENT } from "./beleidswoord.ts";

type Kopje = { readonly id: string; readonly soort: Soort; readonly onderwerp: Onderwerp };

const kaders = join(import.meta.dirname, "../../../kaders");
const shipped: readonly Kopje[] = readdirSync(kaders, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml") && !name.endsWith(".scenarios.yaml"))
  .map((name) => parse(readFileSync(join(kaders, name), "utf8")));

describe("the policy word of a document", () => {
  it("is exactly one of the seven, for every document that ships", () => {
    expect(shipped.length).toBeGreaterThan(300);
    for (const document of shipped) {
      expect(BELEIDSWOORDEN, document.id).toContain(beleidswoordVan(document));
    }
  });

  it("is one of the seven for whatever people may still write", () => {
    for (const soort of SOORTEN) {
      for (const onderwerp of ONDERWERPEN) {
        expect(BELEIDSWOORDEN).toContain(beleidswoordVan({ id: "eigen", soort, onderwerp }));
      }
    }
  });

  it("leaves no word without an agreement or a rule", () => {
    const rules = shipped.filter(({ soort }) => soort !== "indicator");
    expect(new Set(rules.map(beleidswoordVan))).toEqual(new Set(BELEIDSWOORDEN));
  });

  it("is set apart only for documents that are there, and only where that says something else", () => {
    for (const [id, woord] of Object.entries(PER_DOCUMENT)) {
      const found = shipped.filter((document) => document.id === id);
      expect(found, id).not.toEqual([]);
      for (const document of found) {
        expect(beleidswoordVan({ ...document, id: "anders" }), id).not.toBe(woord);
      }
    }
  });

  it.each([
    ["mra", "indeling"],
    ["mra-indeling", "indeling"],
    ["wvrv-regio", "programmering"],
    ["urgenten-bovengrens", "verdeling"],
    ["twente-begeleiding", "zorg"],
    ["pact-convenant", "samenwerking"],
    ["interventieladder", "toezicht"],
    ["urgentiecategorieen-wvrv", "transferpunt"],
    ["inwoners", "indeling"],
  ])("of %s is %s", (id, woord) => {
    expect(shipped.filter((document) => document.id === id).map(beleidswoordVan)).toEqual([woord]);
  });
});

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { formatFout } from "#contract/kader/fout.ts";
import { createJsonSchemas } from "#contract/kader/json-schema.ts";
import { loadDocument } from "#contract/kader/load.ts";
import { loadScenarios } from "#contract/kader/scenarios.ts";
import type { RegieDocument } from "#domain/document.ts";
import { createZinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { proveScenario } from "#services/scenario/scenario.service.ts";
import { basis } from "#test/basis.ts";
import { anchorsOf, type Blok, blocksOf, linksOf, listPages, readPage } from "./markdown.ts";

const root = join(import.meta.dirname, "..");
const pages = listPages();
const blocks = pages.flatMap(blocksOf);
const yaml = blocks.filter(({ soort }) => soort === "yaml");
const whole = yaml.filter(({ tekst }) => tekst.startsWith("soort: "));
describe("the pages", () => {
  it.each(pages)("point only to what is there: %s", (page) => {
    const broken = linksOf(page).filter((target) => !isThere(page, target));
    expect(broken).toEqual([]);
  });

  it("are found, with their examples", () => {
    expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/taal.md"]));
    expect(whole.length).toBeGreaterThan(6);
  });
});

describe("an example in the pages", () => {
  it.each(whole.map(named))("is a document without a mistake: %s", (_, blok) => {
    const read = load(blok);
    expect(read.ok ? [] : read.fouten.map(formatFout)).toEqual([]);
  });

  it.each(whole.filter(({ citaat }) => citaat !== "").map(named))(
    "is the sentence that stands below it: %s",
    (_, blok) => {
      expect(sentenceOf(documentIn(blok))).toBe(blok.citaat);
    },
  );

  it.each(yaml.map(named))("is good YAML, also where it is a fragment: %s", (_, { tekst }) => {
    expect(() => parse(tekst, { schema: "failsafe" })).not.toThrow();
  });

  it.each(blocks.filter(({ soort }) => soort === "yaml fout").map(named))(
    "is refused with the words below it: %s",
    (_, blok) => {
      const read = load(blok);
      expect(read.ok ? "" : `${read.fouten.map(formatFout).join("\n")}\n`).toBe(after(blok).tekst);
    },
  );
});

describe("a proof in the pages", () => {
  const proofs = yaml
    .filter(({ tekst }) => tekst.startsWith("document: "))
    .flatMap((blok) => {
      const id = /^document: ([a-z0-9-]+)/.exec(blok.tekst)?.[1] ?? "";
      const bestand = `${id}.scenarios.yaml`;
      const read = loadScenarios(blok.tekst, { bestand, kennis: basis.kennis });
      const scenarios = read.ok ? read.scenarios : [];
      return scenarios.map((scenario) => ({ naam: scenario.naam, scenario, blok, id }));
    });

  it("is there", () => {
    expect(proofs.length).toBeGreaterThan(2);
  });

  it.each(proofs)("holds: $naam", ({ scenario, id }) => {
    const here = whole.find((blok) => blok.tekst.includes(`\nid: ${id}\n`))?.tekst;
    const tekst = here ?? basis.tekstVan(id) ?? "";
    expect(proveScenario(scenario, { pad: `${id}.yaml`, tekst }, basis)).toEqual([]);
  });
});

describe("the reference of the language", () => {
  const explained = codeWordsIn(readPage("docs/taal.md"));

  it.each(Object.entries(createJsonSchemas()))("explains every key of %s", (_, schema) => {
    const missing = [...keysIn(schema)].filter((key) => !explained.has(key));
    expect(missing).toEqual([]);
  });
});

function named(blok: Blok): [string, Blok] {
  return [blok.plaats, blok];
}

function isThere(page: string, target: string): boolean {
  if (/^[a-z]+:/.test(target)) return true;
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? page : join(dirname(page), file).replaceAll("\\", "/");
  if (!existsSync(join(root, path))) return false;
  return anchor === undefined || anchorsOf(path).has(anchor);
}

function load({ tekst }: Blok): ReturnType<typeof loadDocument> {
  const id = /^id: ([a-z0-9-]+)/m.exec(tekst)?.[1] ?? "zonder-id";
  return loadDocument(tekst, { bestand: `${id}.yaml`, kennis: basis.kennis });
}

function documentIn(blok: Blok): RegieDocument | undefined {
  const read = load(blok);
  return read.ok ? read.document : undefined;
}

function sentenceOf(document: RegieDocument | undefined): string {
  return document ? zinAlsTekst(createZinmaker(basis)(document)) : "";
}

function after(blok: Blok): Blok {
  const next = blocks[blocks.indexOf(blok) + 1];
  if (next?.soort !== "text") throw new Error(`no messages below ${blok.plaats}`);
  return next;
}

/** The words between back quotes, outside the examples: `{ van, tot }` explains two keys. */
function codeWordsIn(text: string): ReadonlySet<string> {
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  return new Set(spans.flatMap((span) => span.match(/[a-z]+(-[a-z]+)*/g) ?? []));
}

function keysIn(schema: unknown): ReadonlySet<string> {
  if (typeof schema !== "object" || schema === null) return new Set();
  const own = "properties" in schema ? Object.keys(schema.properties ?? {}) : [];
  return new Set([...own, ...Object.values(schema).flatMap((part) => [...keysIn(part)])]);
}

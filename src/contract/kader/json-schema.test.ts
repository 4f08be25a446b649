import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createJsonSchemas } from "./json-schema.ts";

const root = join(import.meta.dirname, "../../..");

function yamlIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, name));
}

const ajv = new Ajv({ strict: false, allErrors: true });
for (const [name, schema] of Object.entries(createJsonSchemas())) ajv.addSchema(schema, name);

/** What another reader of YAML, with numbers and words of its own, makes of a file. */
function faults(text: string, schema = "document.schema.json"): readonly string[] {
  const validate = ajv.getSchema(schema);
  if (!validate) throw new Error(`no schema ${schema}`);
  if (validate(parse(text))) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

describe("the JSON Schema of the language", () => {
  const files = [...yamlIn(join(root, "kaders")), ...yamlIn(join(root, "../shared/documenten"))];

  it.each(files)("accepts %s", (path) => {
    const schema = path.endsWith(".scenarios.yaml") ? "scenarios.schema.json" : undefined;
    expect(faults(readFileSync(path, "utf8"), schema)).toEqual([]);
  });

  const TOETS = "soort: toets\nid: t\ntitel: T\nonderwerp: algemeen\nbron: b\nniveau: [plan]\n";

  it.each([
    ["a misspelt key", `${TOETS}eisen: { a: { aantal: x, mintens: 1 } }\n`],
    ["a word that is none", `${TOETS}eisen: { a: { aantal: x, minstens: 1 } }\nbeginsel: zacht\n`],
    [
      "a value for a list",
      `${TOETS.replace("[plan]", "plan")}eisen: { a: { niet: { aanwezig: [x] } } }\n`,
    ],
    ["a key that is not there", TOETS],
    ["a soort that is none", TOETS.replace("toets", "toetsing")],
  ])("refuses %s", (_, text) => {
    expect(faults(text).length).toBeGreaterThan(0);
  });
});

// The grammar of the documents as JSON Schema, for editors outside: kaders/schema/*.schema.json.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createJsonSchemas } from "../src/contract/kader/json-schema.ts";

const folder = join(import.meta.dirname, "../kaders/schema");
const check = process.argv.includes("--check");
mkdirSync(folder, { recursive: true });

for (const [name, schema] of Object.entries(createJsonSchemas())) {
  const file = join(folder, name);
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  if (!check) writeFileSync(file, text);
  else if (read(file) !== text) {
    console.error(`kaders/schema/${name} is niet bijgewerkt; draai npm run generate`);
    process.exitCode = 1;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

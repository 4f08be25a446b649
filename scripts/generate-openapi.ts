// The description of the HTTP API, for whoever builds on it: openapi.json.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createApi } from "../src/api/v1/api.ts";
import { describeApi } from "../src/api/v1/openapi.routes.ts";
import { aRooms } from "../test/api-proef.ts";

const file = join(import.meta.dirname, "../openapi.json");
const text = `${JSON.stringify(describeApi(createApi(aRooms())), undefined, 2)}\n`;

if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (read() !== text) {
  console.error("openapi.json is niet bijgewerkt; draai npm run generate");
  process.exitCode = 1;
}

function read(): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

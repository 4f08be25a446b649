// The bytes of the kernel over columns, as a text that the browser and Node both take in.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KOLOMKERN } from "./kolomkern.ts";
import { writeWasm } from "./wasm-schrijver.ts";

const name = "src/rules/normen/kolommen/kern-bytes.ts";
const file = join(import.meta.dirname, "..", name);
const WIDTH = 90;

const hex = Buffer.from(writeWasm(KOLOMKERN)).toString("hex");
const lines = hex.match(new RegExp(`.{1,${WIDTH}}`, "g")) ?? [];
const text = [
  "// Made by scripts/generate-kolomkern.ts from scripts/kolomkern.ts; do not change by hand.",
  "",
  "/** The kernel as bytes of WebAssembly, two digits each. */",
  "export const KERN_BYTES = [",
  ...lines.map((line) => `  "${line}",`),
  '].join("");',
  "",
].join("\n");

if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (read() !== text) {
  console.error(`${name} is niet bijgewerkt; draai npm run generate`);
  process.exitCode = 1;
}

function read(): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

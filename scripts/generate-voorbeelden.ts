// Fills in what the commands in the pages really print: below every line that starts with
// "$ woonregie" or "$ node bin/woonregie.mjs" in a block marked "console". "| head -20" is kept.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCli } from "#cli/run.ts";
import type { Surroundings } from "#cli/surroundings.ts";
import { loadBasis } from "#services/basis.service.ts";

const PAGES = ["README.md", "docs/handleiding/opdrachtregel.md"];
const COMMAND = /^\$ (?:node bin\/woonregie\.mjs|woonregie) (.*?)(?: \| head -(\d+))?$/;
/** The pages show this day as today, so that they do not change by themselves. */
const TODAY = new Date("2026-11-21T09:00:00Z");

const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const basis = loadBasis();

for (const page of PAGES) {
  const file = join(root, page);
  const old = readFileSync(file, "utf8");
  const text = await fillIn(old);
  if (!check) writeFileSync(file, text);
  else if (old !== text) {
    console.error(`${page} toont niet wat de opdrachten nu geven; draai npm run generate`);
    process.exitCode = 1;
  }
}

async function fillIn(text: string): Promise<string> {
  const parts = text.split(/^(```console\n[\s\S]*?^```$)/m);
  const filled: string[] = [];
  for (const part of parts) filled.push(part.startsWith("```console\n") ? await run(part) : part);
  return filled.join("");
}

async function run(block: string): Promise<string> {
  const commands = block.split("\n").filter((line) => COMMAND.test(line));
  const shown: string[] = [];
  for (const command of commands) shown.push(command, ...(await linesOf(command)));
  return ["```console", ...shown, "```"].join("\n");
}

async function linesOf(command: string): Promise<readonly string[]> {
  const [, args = "", head] = COMMAND.exec(command) ?? [];
  let output = "";
  const write = (text: string): void => {
    output += text;
  };
  await runCli(wordsOf(args), surroundings(write));
  const lines = output.trimEnd().split("\n");
  return lines.slice(0, head === undefined ? lines.length : Number(head));
}

/** The words of a line as a shell reads them: a word between quotes is one. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

function surroundings(write: (text: string) => void): Surroundings {
  return {
    write,
    warn: write,
    width: 100,
    tableWidth: 100,
    colour: false,
    now: () => TODAY,
    env: {},
    version: "0",
    root,
    loadBasis: async () => basis,
    openDatabase: () => Promise.reject(new Error("an example needs no database")),
    readIn: () => Promise.reject(new Error("an example reads nothing in")),
    start: () => Promise.reject(new Error("an example starts nothing")),
  };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCli } from "#cli/run.ts";
import type { Surroundings } from "#cli/surroundings.ts";
import { findProjectRoot } from "#sources/project-root.ts";

const { stdout, stderr, env, argv } = process;

const NARROWEST = 40;
/** Longer lines of text are hard to read; tables may go on. */
const WIDEST_TEXT = 110;
const WIDEST = 200;
/** Where nobody looks at a terminal: fits a page, a mail, and a log. */
const USUAL = 100;

/** Width of the lines: that of the terminal, within what still reads well. */
function lineWidth(): number {
  const asked = stdout.isTTY ? stdout.columns : Number(env.COLUMNS);
  return Math.min(WIDEST, Math.max(NARROWEST, asked || USUAL));
}

const root = findProjectRoot();

function readVersion(): string {
  const content: { readonly version: string } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return content.version;
}

const around: Surroundings = {
  write: (text) => stdout.write(text),
  warn: (text) => stderr.write(text),
  width: Math.min(WIDEST_TEXT, lineWidth()),
  tableWidth: lineWidth(),
  colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
  now: () => new Date(),
  version: readVersion(),
  root,
  loadBasis: async () => {
    const { loadBasis } = await import("#services/basis.service.ts");
    return loadBasis();
  },
  openDatabase: async (what, onProgress, tot) => {
    const { databasePlace, openDatabase } = await import("#storage/database.ts");
    const until = tot === undefined ? {} : { tot };
    return openDatabase(databasePlace(env, what), { onProgress, ...until });
  },
  readIn: async ({ eigenaar }, onProgress) => {
    const { readInBasis } = await import("#services/basis-inlezen.service.ts");
    const { readMeegeleverd } = await import("#sources/meegeleverd.ts");
    return readInBasis(eigenaar, readMeegeleverd(root), onProgress);
  },
  start: async (args) => {
    // The entry of `npm start` reads the line itself.
    process.argv.splice(2, process.argv.length, ...args);
    await import("./start.ts");
    return !process.exitCode;
  },
  env,
};

// Whoever reads on has seen enough: `woonregie toon | head` is no failure.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

// Not one of the codes that say how a question ended: this is a fault of the program itself.
const FAULT = 70;

try {
  process.exitCode = await runCli(argv.slice(2), around);
} catch (error) {
  stderr.write("Er ging iets mis in Woonregie zelf. Meld dit met de regels hieronder:\n");
  console.error(error);
  process.exitCode = FAULT;
}

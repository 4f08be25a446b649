import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const coreConfig = join(root, "tsconfig.core.json");
const fixture = mkdtempSync(join(tmpdir(), "woonregie-zuiver-"));

afterAll(() => rmSync(fixture, { recursive: true }));

/** What the compiler says of a project; empty where all is well. */
async function compile(project: string): Promise<string> {
  const compiler = join(root, "node_modules/typescript-7/bin/tsc");
  return promisify(execFile)(process.execPath, [compiler, "-p", project]).then(
    () => "",
    (error: { readonly stdout: string }) => error.stdout,
  );
}

// The compiler accepts Date and Math.random, for they belong to the language; hence this scan.
// Of Date only what gives the same answer everywhere and always may be used.
const LOCAL_TIME = /^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/;

// What these answer depends on the machine and on the version of its language tables.
const LOCALE = /^(Intl|localeCompare|toLocale\w+|getTimezoneOffset|globalThis)$/;

/** The words in a text of code that ask the clock, the place or chance. */
function impurities(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const word = impurity(node);
    if (word) found.push(word);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("core.ts", source, ts.ScriptTarget.ES2023, true));
  return found;
}

function impurity(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.DeclareKeyword) return node.parent.getText().split(":")[0];
  if (!ts.isIdentifier(node)) return undefined;
  const word = node.text;
  if (LOCALE.test(word) || LOCAL_TIME.test(word)) return word;
  if (word === "Math") return ["", "random"].includes(memberOf(node)) ? "Math.random" : undefined;
  if (word === "Date") return isPureDate(node) ? undefined : node.parent.getText();
  return undefined;
}

// What is declared here has to come from outside; only the kernel over columns may (ADR 0013).
const WASM_FILE = join("src/rules/normen/kolommen", "kern-wasm.ts");
const WASM = `${WASM_FILE}: declare const WebAssembly`;

// Only a member reached by its name can be judged: `Math[x]` and `const m = Math` cannot.
function memberOf({ parent }: ts.Identifier): string {
  return ts.isPropertyAccessExpression(parent) ? parent.name.text : "";
}

function isPureDate(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return parent.arguments?.length === 1;
  return ["UTC", "parse"].includes(memberOf(node)) || ts.isTypeReferenceNode(parent);
}

function coreFiles(): string[] {
  return ["src/domain", "src/rules"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => join(folder, name)),
  );
}

describe("domain and rules", () => {
  it("compile without Node, a browser or packages", async () => {
    expect(await compile(coreConfig)).toBe("");
  });

  it("ask neither the clock, nor the place, nor chance", () => {
    const files = coreFiles();
    const found = files.flatMap((file) =>
      impurities(readFileSync(join(root, file), "utf8")).map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([WASM]);
    expect(files.length).toBeGreaterThan(15);
  });
});

describe("the lock on domain and rules", () => {
  it("refuses what only Node or a browser has", async () => {
    const words = ["process", "fetch", "setTimeout", "document", "crypto", "performance", "Buffer"];
    writeFileSync(join(fixture, "planted.ts"), `${words.join(";\n")};\nexport {};\n`);
    const project = join(fixture, "tsconfig.json");
    writeFileSync(project, JSON.stringify({ extends: coreConfig, include: ["planted.ts"] }));

    const output = await compile(project);
    for (const word of words) expect(output).toContain(`'${word}'`);
  });

  it.each([
    "Date.now()",
    "new Date()",
    "new Date",
    "Date()",
    "new Date(2024, 0, 1)",
    "const clock = Date",
    "new Date(day).getFullYear()",
    "Math.random()",
    'Math["random"]()',
    "const { random } = Math",
    "globalThis.Date",
    "names.sort((a, b) => a.localeCompare(b))",
    "new Intl.NumberFormat()",
    "total.toLocaleString()",
    "declare const process: { readonly env: object }",
    "declare function fetch(url: string): void",
    "declare global { var clock: number }",
  ])("refuses %s", (source) => {
    expect(impurities(source)).not.toEqual([]);
  });

  it.each([
    "new Date(Date.UTC(2024, 0, 1)).getUTCFullYear()",
    "const day = Date.parse(text)",
    "Math.max(1, 2)",
    "// Date.now() in a comment",
    'const text = "Math.random()"',
  ])("leaves %s alone", (source) => {
    expect(impurities(source)).toEqual([]);
  });
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { cruise, type IConfiguration, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const config: IConfiguration = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const FOLDERS = ["src", "test", "scripts", "bench"];
const rules = (config.forbidden ?? []).map((rule) => rule.name);

function filesIn(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => join(folder, name).replaceAll(sep, "/"));
}

async function violations(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { forbidden = [], options = {} } = config;
  const { enhancedResolveOptions = {}, ...rest } = options;
  const { output } = await cruise(
    folders,
    { ...rest, baseDir, validate: true, ruleSet: { forbidden } },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, "tsconfig.json")) },
  );
  if (typeof output === "string") throw new Error(output);
  return output;
}

describe("the import table", () => {
  it("holds for every file, and saw them all", async () => {
    const { summary, modules } = await violations(root, FOLDERS);
    const found = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(found).toEqual([]);

    const seen = new Set(modules.map(({ source }) => source));
    const files = FOLDERS.flatMap(filesIn);
    expect(files.filter((file) => !seen.has(file))).toEqual([]);
    expect(files.length).toBeGreaterThan(30);
  });
});

// One file per rule that breaks it; the fixture has packages of its own, so it needs no install.
const PLANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "laag-domain": { "src/domain/a.ts": 'import "node:fs";' },
  "laag-rules": { "src/rules/cijfers/a.ts": 'import "zod";' },
  "laag-contract": { "src/contract/a.ts": 'import "node:fs";' },
  "laag-sources": { "src/sources/a.ts": 'import "#storage/leaf.ts";' },
  "laag-storage": { "src/storage/a.ts": 'import "#rules/leaf.ts";' },
  "laag-services": { "src/services/a.ts": 'import "#api/leaf.ts";' },
  "laag-api": { "src/api/a.ts": 'import "#rules/leaf.ts";' },
  "laag-cli": { "src/cli/a.ts": 'import "#api/leaf.ts";' },
  "laag-main": { "src/main/a.ts": 'import "#web/leaf.ts";' },
  "laag-web": { "src/web/a.ts": 'import "#services/leaf.ts";' },
  "verdieping-cijfers": { "src/rules/cijfers/b.ts": 'import "#rules/normen/leaf.ts";' },
  "verdieping-normen": { "src/rules/normen/b.ts": 'import "#rules/rangorde/leaf.ts";' },
  "verdieping-rangorde": { "src/rules/rangorde/b.ts": 'import "#rules/verdeling/leaf.ts";' },
  "verdieping-verdeling": { "src/rules/verdeling/b.ts": 'import "#rules/kader/leaf.ts";' },
  "verdieping-kader": { "src/rules/kader/b.ts": 'import "#rules/zorg/leaf.ts";' },
  beleidswoord: { "src/rules/zorg/b.ts": 'import "#rules/kader/leaf.ts";' },
  "samenwerking-alleen-door-toezicht": {
    "src/rules/indeling/b.ts": 'import "#rules/samenwerking/leaf.ts";',
    "src/rules/toezicht/allowed.ts": 'import "#rules/samenwerking/leaf.ts";',
  },
  "gezicht-niet-van-binnen": {
    "src/rules/verdeling/c.ts": 'import "./index.ts";',
    "src/rules/verdeling/index.ts": "export {};",
  },
  "dienst-niet-naar-dienst": {
    "src/services/b.service.ts": 'import "./c.service.ts";',
    "src/services/c.service.ts": "export {};",
  },
  "onderdeel-niet-naar-onderdeel": {
    "src/web/features/een/a.ts": 'import "../twee/a.ts";',
    "src/web/features/twee/a.ts": "export {};",
  },
  "pglite-in-een-bestand": { "src/storage/b.ts": 'import "@electric-sql/pglite";' },
  "geen-kring": {
    "src/domain/c.ts": 'import "./d.ts";',
    "src/domain/d.ts": 'import "./c.ts";',
  },
  "product-zonder-gereedschap": { "src/main/b.ts": 'import "bouwer";' },
  "product-zonder-tests": { "src/main/c.ts": 'import "./d.test.ts";', "src/main/d.test.ts": "" },
};

const ALLOWED = {
  "src/domain/leaf.ts": "export {};",
  "src/rules/leaf.ts": 'import "#domain/leaf.ts";',
  "src/contract/leaf.ts": 'import "zod"; import "#domain/leaf.ts";',
  "src/storage/pglite-pool.ts": 'import "@electric-sql/pglite"; import "node:fs";',
  "src/services/leaf.ts": 'import "#rules/leaf.ts"; import "#storage/leaf.ts";',
  "src/main/leaf.ts": 'import "#api/leaf.ts"; import "#cli/leaf.ts";',
  "src/rules/programmering/leaf.ts": 'import "#rules/verdeling/leaf.ts";',
  "src/domain/leaf.test.ts": 'import "node:fs"; import "#rules/leaf.ts";',
};

const LEAVES = [
  ...["storage", "api", "cli", "web"],
  ...["normen", "rangorde", "verdeling", "kader", "zorg", "samenwerking"].map((n) => `rules/${n}`),
].map((folder) => [`src/${folder}/leaf.ts`, "export {};"] as const);

const manifest = (fields: object) =>
  JSON.stringify({ version: "1.0.0", type: "module", ...fields });

describe("a planted violation", () => {
  const fixture = mkdtempSync(join(tmpdir(), "woonregie-lagen-"));
  let found: ReadonlySet<string>;
  let broken: readonly string[];

  beforeAll(async () => {
    const plant = (path: string, text: string) => {
      mkdirSync(dirname(join(fixture, path)), { recursive: true });
      writeFileSync(join(fixture, path), text);
    };
    const aliases = ["domain", "rules", "contract", "storage", "services", "api", "cli", "web"];
    plant(
      "package.json",
      manifest({
        imports: Object.fromEntries(aliases.map((a) => [`#${a}/*`, `./src/${a}/*`])),
        dependencies: { zod: "1.0.0", "@electric-sql/pglite": "1.0.0" },
        devDependencies: { bouwer: "1.0.0" },
      }),
    );
    for (const name of ["zod", "@electric-sql/pglite", "bouwer"]) {
      plant(`node_modules/${name}/package.json`, manifest({ name, exports: "./index.js" }));
      plant(`node_modules/${name}/index.js`, "export {};");
    }
    const files = [...Object.values(PLANTED), ALLOWED].flatMap((each) => Object.entries(each));
    for (const [path, text] of [...LEAVES, ...files]) plant(path, text);

    const { summary } = await violations(fixture, ["src"]);
    found = new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
    broken = summary.violations.map(({ from }) => from);
  });

  afterAll(() => rmSync(fixture, { recursive: true }));

  it.each(rules)("of %s is found", (rule) => {
    const [path] = Object.keys(PLANTED[rule ?? ""] ?? {});
    expect(found).toContain(`${rule} ${path}`);
  });

  it("does not drag along what the table allows", () => {
    expect(broken.filter((path) => path.includes("leaf") || path.includes("allowed"))).toEqual([]);
    expect(broken).not.toContain("src/storage/pglite-pool.ts");
  });
});

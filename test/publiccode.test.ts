import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

type Taalversie = {
  readonly shortDescription?: string;
  readonly longDescription?: string;
  readonly genericName?: string;
  readonly features?: readonly string[];
};
type Publiccode = Readonly<Record<string, unknown>> & {
  readonly softwareVersion?: string;
  readonly description: Readonly<Record<string, Taalversie>>;
  readonly legal: { readonly license?: string; readonly authorsFile?: string };
  readonly maintenance: {
    readonly type?: string;
    readonly contacts?: readonly unknown[];
    readonly contractors?: readonly unknown[];
  };
  readonly localisation: { readonly localisationReady?: boolean; readonly availableLanguages?: [] };
};
type Package = { readonly version: string; readonly license: string };

const root = join(import.meta.dirname, "..");
const schemaFile = join(root, "../shared/standaarden/publiccode/publiccode_schema_v0.5.0.json");
const publiccode = parse(read("publiccode.yml")) as Publiccode;
const manifest = JSON.parse(read("package.json")) as Package;

const REQUIRED = [
  "publiccodeYmlVersion",
  "name",
  "url",
  "platforms",
  "developmentStatus",
  "softwareType",
  "description",
  "legal",
  "maintenance",
  "localisation",
];

describe("the entry in the catalogue of public code", () => {
  it("has every key that the standard requires", () => {
    expect(REQUIRED.filter((key) => publiccode[key] === undefined)).toEqual([]);
    expect(publiccode.localisation).toMatchObject({ localisationReady: false });
    expect(publiccode.localisation.availableLanguages).toContain("nl");
  });

  it("says the same licence and version as the package", () => {
    expect(publiccode.legal.license).toBe(manifest.license);
    expect(publiccode.softwareVersion).toBe(manifest.version);
  });

  it("points to a licence and to authors that are there", () => {
    expect(read("LICENSE")).toContain("EUROPEAN UNION PUBLIC LICENCE v. 1.2");
    expect(existsSync(join(root, publiccode.legal.authorsFile ?? "-"))).toBe(true);
  });

  // The schema does not look inside the languages: it holds a key too deep.
  it.each(Object.entries(publiccode.description))("describes the product in %s", (_, text) => {
    expect(text.shortDescription?.length).toBeGreaterThan(20);
    expect(text.shortDescription?.length).toBeLessThanOrEqual(150);
    expect(text.longDescription?.length).toBeGreaterThanOrEqual(150);
    expect(text.longDescription?.length).toBeLessThanOrEqual(10_000);
    expect(text.genericName?.length).toBeLessThanOrEqual(35);
    expect(text.features?.length).toBeGreaterThan(2);
  });

  it("names people or a contract wherever it claims that somebody maintains it", () => {
    const { type, contacts, contractors } = publiccode.maintenance;
    const needed = { none: [], community: contacts, internal: contacts, contract: contractors };
    expect(Object.keys(needed)).toContain(type);
    expect(needed[type as keyof typeof needed]).toBeDefined();
  });

  it("passes the schema of publiccode.yml 0.5", (context) => {
    if (!existsSync(schemaFile)) {
      context.skip("the schema is not part of the product and is not beside it");
      return;
    }
    expect(validate(publiccode)).toEqual([]);
    expect(validate({ ...publiccode, platforms: ["fax"] })).not.toEqual([]);
    expect(validate({ ...publiccode, maintenance: undefined })).not.toEqual([]);
  });
});

function validate(entry: unknown): readonly ErrorObject[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
  return check(entry) ? [] : (check.errors ?? []);
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

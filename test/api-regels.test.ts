import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { aSite } from "#test/api-proef.ts";
import { fetchNpmTool } from "#test/npm-tool.ts";

const root = join(import.meta.dirname, "..");
const own = join(root, "test/openapi-regels.yaml");
const national = join(root, "../shared/standaarden/adr/adr-linter-2.2-head.yaml");
const openapi = join(root, "openapi.json");

const PATIENCE_MS = 200_000;

const folder = await fetchNpmTool("@stoplight/spectral-cli", "6.16.3", { scripts: false });
const spectral = join(folder ?? "", "dist/index.js");
const unavailable = folder ? "" : ": Spectral is hier niet te krijgen";
const absent = existsSync(national) ? "" : ": de regelset van Logius ligt hier niet";

type Melding = { readonly code: string; readonly severity: number; readonly path: string[] };

/** Errors and warnings of a ruleset, as Spectral tells them. */
function lint(ruleset: string, file: string): Promise<readonly Melding[]> {
  const args = [spectral, "lint", "-r", ruleset, "-f", "json", "--quiet", file];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 1e8 }, (_, stdout, stderr) => {
      const list = /\[[\s\S]*\]/.exec(stdout)?.[0];
      if (list === undefined) reject(new Error(stderr + stdout));
      else resolve(JSON.parse(list) as Melding[]);
    });
  });
}

describe.skipIf(!folder)(`the description of the API${unavailable}`, () => {
  it("keeps to our own rules", { timeout: PATIENCE_MS }, async () => {
    expect(await lint(own, openapi)).toEqual([]);
  });

  it.skipIf(absent)(`keeps to the rules of Logius (2.2)${absent}`, async () => {
    const found = await lint(national, openapi);
    expect(found.filter(({ severity }) => severity === 0)).toEqual([]);
  });
});

describe.skipIf(!folder)(`the description of the OGC API${unavailable}`, () => {
  const fixture = mkdtempSync(join(tmpdir(), "woonregie-ogc-api-"));
  afterAll(() => rmSync(fixture, { recursive: true }));

  it("is OpenAPI 3.0 without a mistake", { timeout: PATIENCE_MS }, async () => {
    const rules = join(fixture, "regels.yaml");
    writeFileSync(rules, 'extends: [["spectral:oas", all]]\n');
    const file = join(fixture, "ogc.json");
    const answer = await createApp(aSite()).request("/ogc/v1/api");
    const api = await answer.text();
    writeFileSync(file, api);
    expect(await lint(rules, file)).toEqual([]);
    writeFileSync(file, api.replace('"title"', '"titel"'));
    expect(await lint(rules, file)).not.toEqual([]);
  });
});

type Beschrijving = {
  openapi: string;
  info: { version: string; contact: { email?: string } };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operatie>>;
  components: { schemas: Record<string, { properties?: Record<string, object> }> };
};
type Operatie = {
  summary?: string;
  tags: string[];
  parameters: { name: string }[];
  responses: Record<
    string,
    { description?: string; headers?: object; content?: Record<string, object> }
  >;
};

/** Each breaks one rule, at a place of its own: all of them are laid in one description. */
const BROKEN: Readonly<Record<string, (api: Beschrijving) => unknown>> = {
  "versie-is-semver": ({ info }) => (info.version = "1"),
  "versie-in-het-adres": (api) => (api.servers = [{ url: "/api" }]),
  "contact-is-volledig": ({ info }) => delete info.contact.email,
  "openapi-3.1": (api) => (api.openapi = "3.0.3"),
  "geen-streep-aan-het-eind": ({ paths }) => rename(paths, "/rekenbladen", "/rekenbladen/"),
  "paden-in-kleine-letters": ({ paths }) => rename(paths, "/kaarten", "/deKaarten"),
  "alleen-gewone-methoden": ({ paths }) => rename(paths["/openapi.json"] ?? {}, "get", "trace"),
  "namen-in-kameelschrift": (api) =>
    (get(api, "/gebieden").parameters[0] = parameter("per_pagina")),
  "uitleg-bij-elk-adres": (api) => delete get(api, "/gebieden").summary,
  "operation-tag-defined": (api) => (get(api, "/gebieden").tags = ["wat-anders"]),
  "versie-in-de-kop": (api) => delete get(api, "/gebieden").responses["200"]?.headers,
  "een-goed-antwoord": (api) => delete get(api, "/indelingen").responses.default,
  "fouten-als-problem": (api) => asPlainJson(get(api, "/indelingen/{id}").responses),
  "nooit-422": (api) => (get(api, "/documenten").responses["422"] = { description: "" }),
  "invoer-kan-fout-zijn": (api) => delete get(api, "/documenten/{id}").responses["400"],
  "grote-inhoud-kan-geweigerd": ({ paths }) => delete paths["/verdelingen"]?.post?.responses["413"],
  "schemas-met-een-hoofdletter": ({ components }) => (components.schemas.klein_x = {}),
  "data-als-date": (api) => fieldsOf(api, "Gebied", { datum: { type: "string" } }),
  "velden-in-kameelschrift": (api) => fieldsOf(api, "Lid", { eerste_dag: {} }),
};

function get({ paths }: Beschrijving, path: string): Operatie {
  const found = paths[path]?.get;
  if (!found) throw new Error(`${path} is not there`);
  return found;
}

function parameter(name: string) {
  return { name, in: "query", schema: { type: "string" } };
}

function asPlainJson(responses: Operatie["responses"]): void {
  responses["400"] = { content: { "application/json": {} } };
}

function rename<T>(all: Record<string, T>, from: string, to: string): void {
  const own = all[from];
  delete all[from];
  if (own) all[to] = own;
}

function fieldsOf({ components }: Beschrijving, naam: string, fields: Record<string, object>) {
  Object.assign(components.schemas[naam]?.properties ?? {}, fields);
}

describe.skipIf(!folder)(`our own rules${unavailable}`, () => {
  const fixture = mkdtempSync(join(tmpdir(), "woonregie-regels-"));
  afterAll(() => rmSync(fixture, { recursive: true }));

  it("find each thing that breaks them", { timeout: PATIENCE_MS }, async () => {
    const api = JSON.parse(readFileSync(openapi, "utf8")) as Beschrijving;
    for (const breakIt of Object.values(BROKEN)) breakIt(api);
    const file = join(fixture, "gebroken.json");
    writeFileSync(file, JSON.stringify(api));
    const found = new Set((await lint(own, file)).map(({ code }) => code));
    expect(Object.keys(BROKEN).filter((rule) => !found.has(rule))).toEqual([]);
  });
});

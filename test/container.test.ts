import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createApp } from "#api/app.tsx";
import { aSite } from "#test/api-proef.ts";
import { listSettings } from "#test/instellingen.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** One instruction of the Containerfile, with what stands behind it. */
const instructions = read("Containerfile")
  .replace(/^#.*$/gm, "")
  .replace(/\\\n\s*/g, " ")
  .split("\n")
  .flatMap((line) => {
    const [, wat = "", rest = ""] = /^([A-Z]+)\s+(.+)$/.exec(line.trim()) ?? [];
    return wat === "" ? [] : [{ wat, rest }];
  });
const all = (name: string) =>
  instructions.filter(({ wat }) => wat === name).map(({ rest }) => rest);
const packageJson = JSON.parse(read("package.json"));
const settings = listSettings();

describe("the Containerfile", () => {
  const copied = all("COPY").filter((rest) => !rest.startsWith("--from="));
  const sources = copied.flatMap((rest) => rest.split(/\s+/).slice(0, -1));

  it("copies only what is there, and what it may see", () => {
    const seen = read(".dockerignore").trim().split("\n");
    expect(seen[0]).toBe("*");
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(sources.filter((path) => !seen.includes(`!${path.replace(/^\.\//, "")}`))).toEqual([]);
    expect(seen.slice(1).filter((line) => !sources.includes(line.slice(1)))).toEqual([]);
  });

  it("runs scripts that are there, on a Node that the program takes", () => {
    const scripts = all("RUN").flatMap((rest) => rest.match(/scripts\/[\w.-]+/g) ?? []);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const [oldest] = /\d+/.exec(packageJson.engines.node) ?? [];
    const [major] = /(?<=NODE=)\d+/.exec(all("ARG").join("\n")) ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(Number(oldest));
  });

  it("knows every setting that it gives", () => {
    const given = all("ENV").flatMap((rest) =>
      [...rest.matchAll(/(\w+)=/g)].map(([, name]) => name),
    );
    expect(given).toContain("WOONREGIE_HOST");
    const unknown = given.filter((name) => !settings.has(`${name}`) && name !== "NODE_ENV");
    expect(unknown).toEqual([]);
  });

  it("runs without rights, listens where it says, and asks whether it lives", async () => {
    expect(instructions.findLastIndex(({ wat }) => wat === "USER")).toBeLessThan(
      instructions.findIndex(({ wat }) => wat === "CMD"),
    );
    expect(all("USER")).toEqual(["node"]);
    expect(all("EXPOSE")).toEqual(["4173"]);
    expect(all("ENV").join(" ")).toContain("PORT=4173");
    const [asked = ""] = /(?<=PORT\})\/[\w-]+/.exec(all("HEALTHCHECK").join("")) ?? [];
    expect((await createApp(aSite()).request(asked)).status).toBe(200);
  });
});

describe("the example of compose", () => {
  const compose = parse(read("compose.yaml"), { merge: true });
  const services = Object.entries<Service>(compose.services);
  const own = services.filter(([, { image }]) => image === "woonregie");
  const example = read("docs/voorbeelden/omgeving.voorbeeld");

  type Service = {
    readonly image: string;
    readonly build?: { readonly context: string; readonly dockerfile: string };
    readonly environment: Readonly<Record<string, string>>;
    readonly depends_on?: Readonly<Record<string, unknown>>;
    readonly volumes?: readonly string[];
    readonly ports?: readonly string[];
  };

  it("has one that answers and one that does the long work", () => {
    expect(own.map(([name, { environment }]) => [name, environment.WOONREGIE_TAKEN])).toEqual([
      ["web", "nee"],
      ["werker", "ja"],
    ]);
    for (const [, { build }] of own)
      expect(existsSync(join(root, build?.dockerfile ?? ""))).toBe(true);
  });

  it("gives only settings that there are", () => {
    const given = own.flatMap(([, { environment }]) => Object.keys(environment));
    expect(given).toContain("DATABASE_URL");
    expect(given.filter((name) => !settings.has(name))).toEqual([]);
  });

  it("asks only for what its example names, and holds no password", () => {
    const asked = [...read("compose.yaml").matchAll(/\$\{(\w+)/g)].map(([, name]) => `${name}`);
    expect(asked.filter((name) => !new RegExp(`^(?:# )?${name}=`, "m").test(example))).toEqual([]);
    expect(example).toMatch(/^DB_WACHTWOORD=$/m);
    expect(read("compose.yaml")).not.toMatch(/PASSWORD: (?!\$\{)/);
  });

  it("names only services, volumes and files that are there", () => {
    const names = new Set(services.map(([name]) => name));
    const needed = services.flatMap(([, { depends_on = {} }]) => Object.keys(depends_on));
    expect(needed.filter((name) => !names.has(name))).toEqual([]);
    const mounted = services.flatMap(([, { volumes = [] }]) =>
      volumes.map((text) => text.split(":")[0] ?? ""),
    );
    const missing = mounted.filter((from) =>
      from.startsWith("./") ? !existsSync(join(root, from)) : !(from in compose.volumes),
    );
    expect(missing).toEqual([]);
    expect(all("VOLUME")).toEqual(["/var/lib/woonregie"]);
  });

  it("opens nothing to the network: a proxy comes before it", () => {
    const ports = services.flatMap(([, { ports: opened = [] }]) => opened);
    expect(ports.filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
  });

  it("lets people sign in with a code, PKCE and nothing else", () => {
    const realm = JSON.parse(read("docs/voorbeelden/keycloak-realm.json"));
    expect(realm.clients).toMatchObject([
      {
        publicClient: false,
        standardFlowEnabled: true,
        implicitFlowEnabled: false,
        directAccessGrantsEnabled: false,
        clientId: "woonregie",
        redirectUris: expect.arrayContaining([expect.stringMatching(/\/aanmelden\/terug$/)]),
        attributes: expect.objectContaining({ "pkce.code.challenge.method": "S256" }),
      },
    ]);
  });
});

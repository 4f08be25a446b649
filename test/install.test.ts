import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

describe("the installer", () => {
  it("tells who has an old Node which one is needed", () => {
    const disguise =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })";
    const args = ["--import", `data:text/javascript,${disguise}`, "scripts/install.mjs"];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("Node 18.20.8 is te oud");
    expect(stderr).toContain("Node 20.19");
  });

  it.each(["scripts/install.mjs", "bin/woonregie.mjs"])(
    "can be read by that old Node, as far as %s",
    (file) => {
      const source = readFileSync(join(root, file), "utf8");
      const { code } = transformSync(source, { target: "esnext" });
      expect(transformSync(source, { target: "node12.20" }).code).toBe(code);
      expect(source).not.toContain('"node:');
    },
  );
});

type LockEntry = {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

describe("the lock file", () => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const entries = Object.values<LockEntry>(lock.packages);

  it("names the packages of every system, so that each can install from it", () => {
    const optional = entries.flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(optional.filter((name) => !lock.packages[`node_modules/${name}`])).toEqual([]);
    expect(optional.some((name) => name.includes("darwin"))).toBe(true);
  });

  it("leaves to each machine where packages come from", () => {
    expect(entries.filter(({ resolved }) => resolved)).toEqual([]);
  });
});

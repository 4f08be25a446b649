// Adds to package-lock.json the optional packages for other systems that it lacks.
//
// A registry without them makes npm write a lock file without them, and `npm ci` then
// refuses that lock file. Run this after every change of dependencies.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));

const absent = Object.values(lock.packages).flatMap((entry) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !lock.packages[`node_modules/${name}`])
    .map(([name, version]) => ({ name, version, dev: entry.dev })),
);

for (const { name, version, dev } of absent) {
  lock.packages[`node_modules/${name}`] = { version, ...systemOf(name), dev, optional: true };
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.info(`${absent.length} onderdelen voor andere systemen toegevoegd aan package-lock.json.`);

// Such names end in system, processor and, on Linux, C library: "cli-linux-x64-musl".
function systemOf(name) {
  const parts = /(?<os>[a-z0-9]+)-(?<cpu>arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(?<abi>\w+))?$/;
  const { os, cpu, abi } = parts.exec(name)?.groups ?? {};
  if (!os) throw new Error(`Voor welk systeem is ${name}?`);
  const libc = os === "linux" && abi ? [abi.startsWith("musl") ? "musl" : "glibc"] : undefined;
  return { os: [os], cpu: [cpu], libc };
}

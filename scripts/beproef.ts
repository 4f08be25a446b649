// Kills the product while it is written to, and lets many write at once; see test/beproeving/.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beproef } from "../test/beproeving/beproef.ts";

const root = join(import.meta.dirname, "..");
const gebouwd = join(root, "node_modules/.woonregie-beproeving");
execFileSync(process.execPath, ["scripts/build.mjs", "--into", gebouwd], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = (await beproef(process.argv.slice(2), gebouwd)) ? 0 : 1;

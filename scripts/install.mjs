// Runs before anything is installed, and also on an old Node, to say that it is too old.
// Hence no packages, no `node:` imports and no syntax younger than Node 12.
// biome-ignore-all lint/style/useNodejsImportProtocol: unknown to the Node that must read this

import { spawn } from "child_process";
import { createHash } from "crypto";
import { existsSync, readFileSync, writeFileSync } from "fs";
import { dirname, join } from "path";
import { fileURLToPath } from "url";

const OLDEST_NODE = [20, 19];

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = join(root, "node_modules", ".woonregie-stamp");

/**
 * Installs the packages of the lock file, unless that was done before for this lock file,
 * system and Node. Ends the process with a message in Dutch where it cannot.
 */
export async function ensureInstalled() {
  refuseOldNode();
  const stamp = currentStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;

  console.error("Onderdelen installeren. Dit gebeurt één keer en duurt ongeveer een halve minuut.");
  const started = Date.now();
  const clock = setInterval(() => {
    console.error(`  nog bezig, ${Math.round((Date.now() - started) / 1000)} seconden`);
  }, 5000);
  const problem = await installPackages();
  clearInterval(clock);
  if (problem) {
    console.error(problem);
    console.error("Installeren is niet gelukt. Controleer de verbinding en probeer het opnieuw.");
    process.exit(1);
  }

  writeFileSync(stampFile, stamp);
  console.error(`Klaar na ${Math.round((Date.now() - started) / 1000)} seconden.`);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`Node ${process.versions.node} is te oud voor Woonregie.`);
  console.error(`Nodig is Node ${OLDEST_NODE.join(".")} of nieuwer; Node 24 is een goede keuze.`);
  console.error("Installeer het van https://nodejs.org en probeer het opnieuw.");
  process.exit(1);
}

function currentStamp() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const { arch, platform, versions } = process;
  return createHash("sha256")
    .update(lock)
    .update([platform, arch, versions.modules].join())
    .digest("hex");
}

// The second way writes no lock file: the checkout stays as it was.
async function installPackages() {
  const problem = await npm(["ci"]);
  if (!problem) return "";
  console.error("  de eerste manier (npm ci) lukte niet, nu de tweede (npm install)");
  return npm(["install", "--no-save", "--no-package-lock"]);
}

// NODE_ENV=production would leave out what the build needs.
function npm(args) {
  const flags = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const own = process.env.npm_execpath;
  const useOwn = own && /npm-cli\.c?js$/.test(own);
  const command = useOwn ? process.execPath : "npm";
  return new Promise((resolve) => {
    const child = spawn(command, (useOwn ? [own] : []).concat(args, flags), {
      cwd: root,
      shell: !useOwn && process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (text) => {
      output += text;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve(String(error)));
    child.on("close", (code) => resolve(code === 0 ? "" : output || `npm stopte met code ${code}`));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";

/** Woonregie as a process of its own. */
export type ServingProcess = {
  readonly process: ChildProcess;
  /** All it said until now, on both channels. */
  readonly said: () => string;
  /** Its address, as soon as it says so; throws what it said where it ends first. */
  readonly address: () => Promise<string>;
  /** How it ended: exit code, or nothing where it was killed. */
  readonly ended: Promise<number | null>;
};

type Asked = {
  readonly varFolder: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
};

const running: ChildProcess[] = [];
const folders: string[] = [];

// A test that fails half-way leaves nothing behind.
afterAll(async () => {
  for (const child of running) if (child.exitCode === null) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder for the data of one server, used once before; gone after the tests of this file. */
export function makeVarFolder(): string {
  const folder = makeEmptyVarFolder();
  cpSync(inject("filled"), folder, { recursive: true });
  return folder;
}

/** A folder that is not there yet, as on the very first start. */
export function makeEmptyVarFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "woonregie-e2e-"));
  folders.push(folder);
  return join(folder, "var");
}

/** Starts the server; without a port it takes any that is free. */
export function startServing({ varFolder, port = 0, env = {} }: Asked): ServingProcess {
  const { DATABASE_URL: _, ...around } = process.env;
  const child = spawn(process.execPath, [join(inject("built"), "main.js"), "--poort", `${port}`], {
    env: {
      ...around,
      WOONREGIE_VAR: varFolder,
      WOONREGIE_NETWERK: "nee",
      WOONREGIE_LOG: "tekst",
      // Who may do what has tests of its own; the others do all without an account.
      WOONREGIE_AANMELDEN: "nee",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let said = "";
  const keep = (text: Buffer) => {
    said += text.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { process: child, said: () => said, address: () => findAddress(child, () => said), ended };
}

async function findAddress(child: ChildProcess, said: () => string): Promise<string> {
  for (;;) {
    const address = /draait op (http:[^\s"]+)/.exec(said())?.[1];
    if (address) return address;
    if (child.exitCode !== null || child.signalCode) throw new Error(`it ended: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

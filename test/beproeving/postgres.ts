import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { findPostgres } from "#test/find-postgres.ts";

/** A PostgreSQL of our own that is as careful as it comes, and can be killed. */
export type Machine = {
  /** The database of the beproeving, as its owner. */
  readonly url: string;
  readonly versie: string;
  /** kill -9 of the postmaster; the others end by themselves. Starts it again. */
  readonly doodHoofd: () => Promise<void>;
  /** kill -9 of one process that serves a connection: PostgreSQL then ends all, and recovers. */
  readonly doodEen: (kans: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const DATABASE = "beproeving";
const PATIENCE_MS = 60_000;

/** @returns undefined where this computer has no PostgreSQL. */
export async function startMachine(): Promise<Machine | undefined> {
  const binaries = await findPostgres();
  if (!binaries) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "woonregie-beproeving-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  const owner = serverOwner();
  if (owner) for (const path of [folder, data]) chownSync(path, owner.uid, owner.gid);
  const options = { ...owner, cwd: folder };
  const flags = ["--pgdata", data, "--auth", "trust", "--username", "postgres"];
  const locale = ["--encoding", "UTF8", "--locale", "C"];
  await promisify(execFile)(join(binaries, "initdb"), [...flags, ...locale], options);
  const place = `host=${encodeURIComponent(folder)}`;
  const admin = `postgresql://postgres@localhost/postgres?${place}`;
  const url = `postgresql://postgres@localhost/${DATABASE}?${place}`;
  // No setting that loses anything: what was acknowledged has to be there.
  const args = ["-D", data, "-k", folder, "-h", "", "-c", "max_connections=60"];
  let server: ChildProcess | undefined;
  const start = async () => {
    const deadline = Date.now() + PATIENCE_MS;
    // While a process of the one before still lives, a new one refuses to start: as it should.
    while (Date.now() < deadline) {
      server = spawn(join(binaries, "postgres"), args, { ...options, stdio: "ignore" });
      if (await untilAnswers(admin, server)) return;
    }
    throw new Error("PostgreSQL komt niet terug.");
  };
  process.once("exit", () => server?.kill("SIGQUIT"));
  await start();
  await ask(admin, `create database ${DATABASE}`);
  const [{ server_version: versie }] = await ask(admin, "show server_version");
  const end = async (signal: NodeJS.Signals) => {
    if (!server || server.exitCode !== null || server.signalCode) return;
    const ended = once(server, "exit");
    server.kill(signal);
    await ended;
  };
  return {
    ...{ url, versie },
    doodHoofd: async () => {
      await end("SIGKILL");
      await start();
    },
    doodEen: async (kans) => {
      const rows = await ask(admin, BACKENDS);
      const pid = rows[Math.floor(kans * rows.length)]?.pid;
      if (pid !== undefined) killQuietly(Number(pid));
      if (server && !(await untilAnswers(admin, server))) throw new Error("PostgreSQL is weg.");
    },
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const BACKENDS = `select pid from pg_stat_activity
  where datname = '${DATABASE}' and pid <> pg_backend_pid()
  order by state = 'idle', query_start desc limit 4`;

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It had ended by itself.
  }
}

// PostgreSQL refuses to run as root; then its own user does.
function serverOwner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function untilAnswers(url: string, server: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (server.exitCode === null && !server.signalCode && Date.now() < deadline) {
    const there = await ask(url, "select 1").then(
      () => true,
      () => false,
    );
    if (there) return true;
    await wait(50);
  }
  return false;
}

async function ask(connectionString: string, statement: string) {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

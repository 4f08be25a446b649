import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";

/** A PostgreSQL server of our own, and how to end it. */
export type PostgresServer = { readonly url: string; readonly stop: () => Promise<void> };

type Owner = { readonly uid: number; readonly gid: number };

// What is in it never outlives the tests, so nothing has to reach the disk.
const SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Starts a fresh, empty server in a temporary folder, reachable through a unix socket only.
 *
 * @param binaries Folder with `initdb` and `postgres`.
 * @throws Error where the server does not answer within twenty seconds.
 */
export async function startPostgres(binaries: string): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "woonregie-pg-"));
  const owner = serverOwner();
  const data = join(folder, "data");
  await mkdir(data, { mode: 0o700 });
  if (owner) for (const path of [folder, data]) await chown(path, owner.uid, owner.gid);

  const flags = ["--pgdata", data, "--auth", "trust", "--username", "postgres", "--no-sync"];
  const locale = ["--encoding", "UTF8", "--locale", "C"];
  const options = { ...owner, cwd: folder };
  await promisify(execFile)(join(binaries, "initdb"), [...flags, ...locale], options);

  const args = ["-D", data, "-k", folder, "-h", "", ...SETTINGS.flatMap((s) => ["-c", s])];
  const server = spawn(join(binaries, "postgres"), args, { ...options, stdio: "ignore" });
  // A run that is broken off leaves no server behind.
  process.once("exit", () => server.kill("SIGINT"));

  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await untilReady(url, server);
  return { url, stop: () => stopServer(server, folder) };
}

// PostgreSQL refuses to run as root; then its own user does.
function serverOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    throw new Error("PostgreSQL draait niet als root, en er is geen gebruiker postgres.");
  }
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (server.exitCode === null && Date.now() < deadline) {
    if (await answers(url)) return;
    await wait(50);
  }
  server.kill("SIGQUIT");
  throw new Error("PostgreSQL start niet of geeft na twintig seconden geen antwoord.");
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  const ended = once(server, "exit");
  server.kill("SIGINT");
  await ended;
  await rm(folder, { recursive: true, force: true });
}

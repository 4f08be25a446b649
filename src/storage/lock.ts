import { randomUUID } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { isRunning, processPlace, processStart } from "#storage/process-identity.ts";
import { causeOf, type Holder, StorageError } from "#storage/storage-error.ts";

/** The right to use a folder; `release` may be called more than once. */
export type FolderLock = { readonly release: () => void };

const HOLDER = "houder.json";
const BEAT_MS = 5_000;
const SILENT_MS = 60_000;
const ATTEMPTS = 50;

/**
 * Claims a folder for this process: two processes on one embedded database lose rows.
 *
 * Claims are numbered folders in `slot/`; the highest number counts. A claim is made by renaming
 * a finished folder to the next number, which exactly one process can do, and the highest number
 * is never removed, so no number is won twice. A claim whose process ended, by kill -9 too, is
 * taken over. On another machine or container only a sign of life tells: one is given every five
 * seconds, and after a minute of silence the claim is free.
 *
 * The claim ends with `release` or with the process.
 *
 * @param what The command as the user knows it: `woonregie start`.
 * @throws StorageError "map-in-gebruik" with the holder; "map-onbruikbaar" where it cannot be written.
 */
export function lockFolder(folder: string, what: string): FolderLock {
  const full = resolve(folder);
  try {
    return claimFolder(full, join(full, "slot"), what);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    throw new StorageError("map-onbruikbaar", { folder: full, oorzaak: causeOf(error) });
  }
}

function claimFolder(folder: string, room: string, what: string): FolderLock {
  mkdirSync(room, { recursive: true });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const highest = highestClaim(room);
    const holder = readHolder(join(room, `${highest}`));
    if (holder) throw new StorageError("map-in-gebruik", { folder, holder });
    if (claimNumber(room, highest + 1, what)) return holdClaim(room, highest + 1);
  }
  throw new Error("een ander proces was steeds net eerder");
}

function highestClaim(room: string): number {
  return Math.max(0, ...claimsIn(room));
}

function claimsIn(room: string): number[] {
  return readdirSync(room)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

// Only of a claim that still holds: undefined where it was released or its process is gone.
function readHolder(claim: string): Holder | undefined {
  const path = join(claim, HOLDER);
  try {
    const holder: Holder = JSON.parse(readFileSync(path, "utf8"));
    if (holder.place !== processPlace()) {
      return Date.now() - statSync(path).mtimeMs < SILENT_MS ? holder : undefined;
    }
    return isRunning(holder.pid, holder.started) ? holder : undefined;
  } catch (error) {
    // Released; or cut off while the machine lost power, and then nobody runs.
    if (isCode(error, ["ENOENT"]) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether this process now has the claim with that number, and nobody a higher one. */
function claimNumber(room: string, number: number, what: string): boolean {
  const fresh = join(room, `nieuw-${randomUUID()}`);
  const claim = join(room, `${number}`);
  mkdirSync(fresh);
  writeFileSync(join(fresh, HOLDER), JSON.stringify(describeSelf(what), null, 2));
  try {
    renameSync(fresh, claim);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (isCode(error, ["EEXIST", "ENOTEMPTY", "EPERM"])) return false;
    throw error;
  }
  // Slow: the number we saw as the highest may be long past.
  if (highestClaim(room) === number) return true;
  rmSync(claim, { recursive: true, force: true });
  return false;
}

function describeSelf(what: string): Holder {
  const started = processStart(process.pid);
  return {
    pid: process.pid,
    ...(started === undefined ? {} : { started }),
    place: processPlace(),
    host: hostname(),
    what,
    since: new Date().toISOString(),
  };
}

function holdClaim(room: string, number: number): FolderLock {
  for (const past of claimsIn(room).filter((other) => other < number)) {
    rmSync(join(room, `${past}`), { recursive: true, force: true });
  }
  const holder = join(room, `${number}`, HOLDER);
  const beat = setInterval(() => giveSignOfLife(holder), BEAT_MS);
  beat.unref();

  const release = () => {
    clearInterval(beat);
    process.off("exit", release);
    releaseClaim(holder);
  };
  process.once("exit", release);
  return { release };
}

function giveSignOfLife(holder: string): void {
  const now = new Date();
  ignoreAbsence(() => utimesSync(holder, now, now));
}

// The numbered folder stays, so that its number is not given out again.
function releaseClaim(holder: string): void {
  ignoreAbsence(() => renameSync(holder, join(holder, "..", "vrij.json")));
}

// Somebody may throw the whole folder away while we run.
function ignoreAbsence(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!isCode(error, ["ENOENT"])) throw error;
  }
}

function isCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

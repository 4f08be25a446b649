import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/**
 * Where process numbers mean the same: this machine, since its last start, and its own
 * process list where it is a container. Two places that differ say nothing of each other's
 * processes.
 */
export function processPlace(): string {
  const boot = attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const list = attempt(() => readlinkSync("/proc/self/ns/pid"));
  return [hostname(), boot, list].filter(Boolean).join(" ");
}

/**
 * When the process began, as text to compare; undefined where the system does not tell.
 *
 * A number is given out again after a process ended: with its start it is one process.
 */
export function processStart(pid: number): string | undefined {
  return process.platform === "linux" ? procStat(pid)?.start : psStart(pid);
}

/** Whether that very process runs. Where the start is not known, the number alone decides. */
export function isRunning(pid: number, started: string | undefined): boolean {
  if (!takesSignals(pid)) return false;
  // Killed, but not yet noticed by its parent: it does nothing any more.
  if (["Z", "X"].includes(procStat(pid)?.state ?? "")) return false;
  const start = processStart(pid);
  return started === undefined || start === undefined || start === started;
}

// Signal 0 only asks. A refusal (EPERM) comes from a process that is there.
function takesSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

// The name, second on the line, may hold spaces and brackets: count from the last bracket.
function procStat(pid: number): { readonly state: string; readonly start: string } | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  const state = fields?.[0];
  const start = fields?.[19];
  return state && start ? { state, start } : undefined;
}

function psStart(pid: number): string | undefined {
  const options = {
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, LC_ALL: "C" },
  } as const;
  const output = attempt(() => execFileSync("ps", ["-o", "lstart=", "-p", `${pid}`], options));
  return output?.trim() || undefined;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

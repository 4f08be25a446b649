import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lockFolder } from "#storage/lock.ts";
import { processPlace, processStart } from "#storage/process-identity.ts";
import type { StorageError } from "#storage/storage-error.ts";
import { type Child, startChild } from "#test/child.ts";

const CLAIM = new URL("../../test/children/claim-folders.ts", import.meta.url);

const root = mkdtempSync(join(tmpdir(), "woonregie-slot-"));
const children: Child[] = [];
let folders = 0;

afterAll(async () => {
  await Promise.all(children.map((child) => child.kill()));
  rmSync(root, { recursive: true });
});

function newFolder(): string {
  folders += 1;
  return join(root, `${folders}`, "var");
}

async function startClaimer(): Promise<Child> {
  const child = startChild(CLAIM);
  children.push(child);
  await child.line(0);
  return child;
}

function refusal(folder: string): StorageError | undefined {
  try {
    lockFolder(folder, "woonregie beheer").release();
    return undefined;
  } catch (error) {
    return error as StorageError;
  }
}

/** A claim left by somebody else, last heard of so many seconds ago. */
function leaveClaim(folder: string, text: string, secondsAgo = 0): void {
  const claim = join(folder, "slot", "1");
  mkdirSync(claim, { recursive: true });
  writeFileSync(join(claim, "houder.json"), text);
  const moment = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(join(claim, "houder.json"), moment, moment);
}

function holder(changes: object): string {
  const self = { pid: process.pid, started: processStart(process.pid), place: processPlace() };
  const since = "2026-01-02T11:03:00Z";
  return JSON.stringify({ ...self, host: hostname(), what: "woonregie start", since, ...changes });
}

describe("the lock on the folder", () => {
  it("tells a second process in Dutch who holds it", async () => {
    const folder = newFolder();
    const child = await startClaimer();
    child.say(folder);
    expect(await child.line(1)).toBe("gekregen");

    const error = refusal(folder);
    expect(error?.reason).toBe("map-in-gebruik");
    expect(error?.details).toMatchObject({ folder, holder: { pid: child.process.pid } });
    const process = `proces ${child.process.pid}, sinds \\d\\d:\\d\\d, op computer ${hostname()}`;
    expect(error?.message).toMatch(
      new RegExp(
        `^De map ${folder} is in gebruik door woonregie start \\(${process}\\)\\. ` +
          "Stop dat eerst, of kies een andere map met WOONREGIE_VAR\\.$",
      ),
    );
  });

  it("keeps a second opener out within one process too", () => {
    const folder = newFolder();
    const lock = lockFolder(folder, "woonregie start");
    expect(refusal(folder)?.reason).toBe("map-in-gebruik");
    lock.release();
    expect(refusal(folder)).toBeUndefined();
  });

  it("does not let an old release end the claim of the next holder", () => {
    const folder = newFolder();
    const old = lockFolder(folder, "woonregie start");
    old.release();
    const next = lockFolder(folder, "woonregie start");
    old.release();
    expect(refusal(folder)?.reason).toBe("map-in-gebruik");
    next.release();
  });

  it("is free at once after kill -9", async () => {
    const folder = newFolder();
    const child = await startClaimer();
    child.say(folder);
    await child.line(1);
    expect(refusal(folder)?.reason).toBe("map-in-gebruik");
    await child.kill();
    expect(refusal(folder)).toBeUndefined();
  });

  it("is given back when its process ends", async () => {
    const folder = newFolder();
    const child = await startClaimer();
    child.say(folder);
    child.say("stop");
    await child.ended;
    expect(readdirSync(join(folder, "slot", "1"))).toEqual(["vrij.json"]);
  });

  it("goes to exactly one of three that take over after kill -9 together", async () => {
    const folders = Array.from({ length: 40 }, newFolder);
    const killed = await startClaimer();
    for (const folder of folders) killed.say(folder);
    await killed.line(folders.length);
    await killed.kill();

    const contenders = await Promise.all([startClaimer(), startClaimer(), startClaimer()]);
    for (const [round, folder] of folders.entries()) {
      for (const contender of contenders) contender.say(folder);
      const answers = await Promise.all(contenders.map((contender) => contender.line(round + 1)));
      expect(answers.filter((answer) => answer === "gekregen")).toHaveLength(1);
      expect(answers.filter((answer) => answer.includes("is in gebruik door"))).toHaveLength(2);
    }
  });

  it("goes to exactly one of three that claim a new folder together", async () => {
    const contenders = await Promise.all([startClaimer(), startClaimer(), startClaimer()]);
    for (let round = 1; round <= 40; round += 1) {
      const folder = newFolder();
      for (const contender of contenders) contender.say(folder);
      const answers = await Promise.all(contenders.map((contender) => contender.line(round)));
      expect(answers.filter((answer) => answer === "gekregen")).toHaveLength(1);
    }
  });

  it("does not take another process with the same number for its holder", () => {
    const folder = newFolder();
    leaveClaim(folder, holder({}));
    expect(refusal(folder)?.reason).toBe("map-in-gebruik");
    leaveClaim(folder, holder({ started: "1" }));
    expect(refusal(folder)).toBeUndefined();
  });

  it("believes another machine for as long as it gives signs of life", () => {
    const folder = newFolder();
    leaveClaim(folder, holder({ place: "elders", host: "server-2", pid: 1 }), 30);
    expect(refusal(folder)?.message).toContain("sinds 2 januari");
    expect(refusal(folder)?.message).toContain("op computer server-2");
    leaveClaim(folder, holder({ place: "elders", host: "server-2", pid: 1 }), 90);
    expect(refusal(folder)).toBeUndefined();
  });

  it("does not stay behind half-written after a power cut", () => {
    const folder = newFolder();
    leaveClaim(folder, "");
    expect(refusal(folder)).toBeUndefined();
  });

  it("says so where the folder cannot be used", () => {
    const file = join(root, "een-bestand");
    writeFileSync(file, "");
    const error = refusal(file);
    expect(error?.reason).toBe("map-onbruikbaar");
    expect(error?.message).toContain(file);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { findBevriezing } from "#storage/bevriezing.repository.ts";
import { type DatabasePlace, openDatabase } from "#storage/database.ts";
import { findInhoud, listGebeurtenissen } from "#storage/rekenversie.repository.ts";
import { startChild } from "#test/child.ts";
import { fillPgliteFolder } from "#test/database.ts";
import { createDatabase, NO_POSTGRES, postgresUrl } from "#test/postgres.ts";

const FREEZE = new URL("../../test/children/freeze-for-ever.ts", import.meta.url);
const KILLS = 2;

// Two processes start and one database opens after each other, on a machine that does more.
const PATIENCE = 120_000;

/** Kills a process that freezes, at some moment after its tenth; gives what it said was kept. */
async function freezeAndKill(place: DatabasePlace, round: number): Promise<readonly string[]> {
  const child = startChild(FREEZE, JSON.stringify(place), `ronde ${round}`);
  await child.line(10);
  await wait(round * 7);
  await child.kill();
  return child.lines;
}

async function expectAllWhole(place: DatabasePlace): Promise<void> {
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round += 1) {
    acknowledged.push(...(await freezeAndKill(place, round)));
  }
  const { db, close } = await openDatabase(place);
  const kept = await db.selectFrom("bevriezing").select("hash").execute();
  const versies = await db.selectFrom("rekenversie").select(["id", "hash"]).execute();
  const names = [...kept.map(({ hash }) => hash), ...versies.map(({ id }) => id)];
  const told = acknowledged.flatMap((line) => line.split(" "));
  expect(names).toEqual(expect.arrayContaining(told));

  // Reading compares the content with its hash. What was not acknowledged may be there, but whole.
  for (const { hash } of kept) {
    expect(await findBevriezing(db, hash)).toMatchObject({ soort: "gevonden" });
  }
  for (const versie of versies) expect(await findInhoud(db, versie)).toBeDefined();
  const ids = versies.map(({ id }) => id);
  expect(await listGebeurtenissen(db, ids)).toHaveLength(ids.length);
  await close();
}

describe("kill -9 while freezing", () => {
  it(
    "loses no acknowledged outcome or version and leaves none half, in a folder",
    async () => {
      const varFolder = mkdtempSync(join(tmpdir(), "woonregie-kill-"));
      await fillPgliteFolder(join(varFolder, "database"));
      await expectAllWhole({ varFolder, what: "woonregie start" });
      rmSync(varFolder, { recursive: true });
    },
    PATIENCE,
  );

  const reason = postgresUrl ? "" : `: ${NO_POSTGRES}`;
  it.skipIf(!postgresUrl)(
    `loses none and leaves none half, on a server${reason}`,
    async () => {
      const { url, drop } = await createDatabase(postgresUrl ?? "");
      await expectAllWhole({ url });
      await drop();
    },
    PATIENCE,
  );
});

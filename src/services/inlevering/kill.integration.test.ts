import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { readEigen } from "#services/eigen.ts";
import { openDatabase } from "#storage/database.ts";
import { listInleveringen } from "#storage/inlevering.repository.ts";
import { startChild } from "#test/child.ts";
import { fillPgliteFolder } from "#test/database.ts";

const IMPORT = new URL("../../../test/children/import-for-ever.ts", import.meta.url);
const GEMEENTEN = 4;

// A process starts and a database opens twice, on a machine that does more.
const PATIENCE = 120_000;

describe("kill -9 while figures are taken over", () => {
  it(
    "loses no delivery that was told, and leaves none half",
    async () => {
      const varFolder = mkdtempSync(join(tmpdir(), "woonregie-kill-"));
      await fillPgliteFolder(join(varFolder, "database"));
      const place = { varFolder, what: "woonregie start" };
      const child = startChild(IMPORT, JSON.stringify(place), "ronde");
      await child.line(4);
      await wait(11);
      await child.kill();
      const { db, close } = await openDatabase(place);
      const kept = await listInleveringen(db);
      const told = child.lines.map((line) => line.split(" ")[0]);
      const done = kept.filter(({ stand }) => stand === "overgenomen");
      expect(done.map(({ id }) => id)).toEqual(expect.arrayContaining(told));
      expect(done.map(({ aantal, telt }) => [aantal, telt])).toEqual(
        done.map(() => [GEMEENTEN, true]),
      );
      const { waarnemingen } = await readEigen(db);
      expect(waarnemingen).toHaveLength(GEMEENTEN);
      expect(new Set(waarnemingen.map(({ bron }) => bron)).size).toBe(1);
      await close();
      rmSync(varFolder, { recursive: true });
    },
    PATIENCE,
  );
});

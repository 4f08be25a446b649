import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createKysely } from "#storage/kysely.ts";
import { MIGRATIONS, migrate } from "#storage/migrate.ts";
import { createServerPool } from "#storage/server-pool.ts";
import { createDatabase, NO_POSTGRES, postgresUrl } from "#test/postgres.ts";

const reason = postgresUrl ? "" : `: ${NO_POSTGRES}`;

describe.skipIf(!postgresUrl)(`a change of the tables${reason}`, () => {
  it("waits for who reads long, and lets others pass meanwhile", async () => {
    const database = await createDatabase(postgresUrl ?? "");
    const db = createKysely(createServerPool(database.url));
    await migrate(db, "van de test", () => {});
    const later = { name: "9999", statements: ["alter table stand add column proef integer"] };
    let migrated: Promise<void> | undefined;
    await db.transaction().execute(async (tx) => {
      await sql`select nummer from stand`.execute(tx);
      const stappen = [...MIGRATIONS, later];
      migrated = migrate(db, "van de test", () => {}, {
        stappen,
        geduld: { wacht: 200, rust: 400 },
      });
      await wait(300);
      // Without a limit to its waiting, everybody behind it would stand still as long as this reads.
      const begun = performance.now();
      for (let times = 0; times < 5; times += 1) {
        await sql`select nummer from stand`.execute(db);
        await wait(50);
      }
      expect(performance.now() - begun).toBeLessThan(3_000);
    });
    await migrated;
    const { rows } = await sql`select proef from stand`.execute(db);
    expect(rows).toHaveLength(1);
    await db.destroy();
    await database.drop();
  }, 30_000);
});

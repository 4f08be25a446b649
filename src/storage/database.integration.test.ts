import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { databasePlace, type OpenStep, openDatabase } from "#storage/database.ts";
import { MIGRATIONS } from "#storage/migrate.ts";
import { inTransaction } from "#storage/transaction.ts";
import { describeDatabases } from "#test/database.ts";
import { createDatabase, NO_POSTGRES, postgresUrl } from "#test/postgres.ts";

const root = mkdtempSync(join(tmpdir(), "woonregie-database-"));
afterAll(() => rmSync(root, { recursive: true }));

const roda = { id: "roda", versie: 1, soort: "verdeling", status: "concept", titel: "Roda" };
const document = {
  ...roda,
  herkomst: "eigen",
  tekst: Buffer.from("id: roda"),
  sha256: "0".repeat(64),
};

describeDatabases("a database", ({ db, alone }) => {
  it(
    "gives every value in the same form",
    alone(async (tx) => {
      const { rows } = await sql`select
        9007199254740993::int8 as groot, 0.10::numeric as precies, 7::int4 as klein,
        date '2026-02-28' as dag, array['a', 'b,"c'] as lijst, true as waar, null as niets,
        timestamptz '2026-01-01T12:00:00Z' as moment, 1.5::float8 as breuk,
        json '{"a": 1}' as json, count(*) as aantal`.execute(tx);
      expect(rows).toEqual([
        {
          groot: "9007199254740993",
          precies: "0.10",
          klein: 7,
          dag: "2026-02-28",
          lijst: ["a", 'b,"c'],
          waar: true,
          niets: null,
          moment: new Date("2026-01-01T12:00:00Z"),
          breuk: 1.5,
          json: { a: 1 },
          aantal: "1",
        },
      ]);
    }),
  );

  it("keeps nothing of a transaction that fails", async () => {
    const failing = inTransaction(db(), async (tx) => {
      await tx.insertInto("document").values(document).execute();
      throw new Error("halverwege");
    });
    await expect(failing).rejects.toThrow("halverwege");
    expect(await db().selectFrom("document").selectAll().execute()).toEqual([]);
  });

  it("refuses a second connection inside a transaction, and does not hang", async () => {
    const nested = inTransaction(db(), () => db().selectFrom("document").selectAll().execute());
    await expect(nested).rejects.toMatchObject({ reason: "tweede-verbinding-in-transactie" });
    expect(await db().selectFrom("document").selectAll().execute()).toEqual([]);
  });

  it("lets work go on that a transaction left behind", async () => {
    let goOn = () => {};
    const ended = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let later: Promise<unknown> | undefined;
    await inTransaction(db(), async () => {
      later = ended.then(() => db().selectFrom("document").selectAll().execute());
    });
    goOn();
    await expect(later).resolves.toEqual([]);
  });

  it("keeps transactions that run at once apart", async () => {
    const versies = Array.from({ length: 40 }, (_, index) => index + 1);
    const work = versies.map((versie) =>
      inTransaction(db(), async (tx) => {
        await tx
          .insertInto("document")
          .values({ ...document, versie })
          .execute();
        if (versie % 2 === 0) throw new Error("halverwege");
      }),
    );
    await Promise.allSettled(work);
    const kept = await db().selectFrom("document").select("versie").orderBy("versie").execute();
    expect(kept.map(({ versie }) => versie)).toEqual(versies.filter((versie) => versie % 2 === 1));
  });
});

describe("the database in a folder", () => {
  it("is made where it was broken off, kept, claimed, and given back", async () => {
    const varFolder = join(root, "diep", "weg", "var");
    const unfinished = join(varFolder, "database");
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, "PG_VERSION"), "18\n");
    writeFileSync(join(varFolder, "database.onaf"), "");

    const steps: OpenStep[] = [];
    const onProgress = (step: OpenStep) => steps.push(step);
    const first = await openDatabase({ varFolder, what: "woonregie start" }, { onProgress });
    expect(first.kind).toBe("pglite");
    await first.db.insertInto("document").values(document).execute();

    if (process.platform !== "win32") {
      expect(statSync(join(varFolder, "database")).mode & 0o077).toBe(0);
      chmodSync(join(varFolder, "database"), 0o755);
    }
    const second = openDatabase({ varFolder, what: "woonregie beheer" });
    await expect(second).rejects.toThrow(/is in gebruik door woonregie start \(proces \d+, sinds /);
    await first.close();

    const again = await openDatabase({ varFolder, what: "woonregie beheer" }, { onProgress });
    // One from before is closed to others too.
    if (process.platform !== "win32") {
      expect(statSync(join(varFolder, "database")).mode & 0o077).toBe(0);
    }
    expect(await again.db.selectFrom("document").select("id").execute()).toEqual([{ id: "roda" }]);
    expect(steps).toEqual(["aanmaken", "bijwerken", "openen"]);

    await again.eigenaar.insertInto("migratie").values({ naam: "9999-later" }).execute();
    await again.close();
    const older = openDatabase({ varFolder, what: "woonregie start" });
    await expect(older).rejects.toMatchObject({ reason: "database-van-nieuwer-programma" });
    const freed = openDatabase({ varFolder, what: "woonregie start" });
    await expect(freed).rejects.toMatchObject({ reason: "database-van-nieuwer-programma" });
  });

  it("says which folder where it cannot be opened, and gives it free", async () => {
    const varFolder = join(root, "kapot");
    mkdirSync(join(varFolder, "database"), { recursive: true });
    writeFileSync(join(varFolder, "database", "PG_VERSION"), "9\n");
    for (const _ of ["first", "second"]) {
      const opened = openDatabase({ varFolder, what: "woonregie start" });
      await expect(opened).rejects.toMatchObject({
        reason: "database-gaat-niet-open",
        message: expect.stringContaining(join(varFolder, "database")),
      });
    }
  });
});

describe("the choice of a database", () => {
  it("is the server that is named, else the folder that is named, else var", () => {
    const url = "postgresql://server/woonregie";
    const folder = { WOONREGIE_VAR: "/data" };
    expect(databasePlace({ DATABASE_URL: url, ...folder }, "x")).toEqual({ url });
    expect(databasePlace(folder, "x")).toEqual({ varFolder: "/data", what: "x" });
    expect(databasePlace({ WOONREGIE_VAR: "" }, "x")).toEqual({ varFolder: "var", what: "x" });
  });

  it("does not show a password where the server gives no answer", async () => {
    const opened = openDatabase({ url: "postgresql://piet:geheim@127.0.0.1:1/wonen" });
    const error: unknown = await opened.catch((thrown: unknown) => thrown);
    expect(String(error)).toContain("wonen op 127.0.0.1:1");
    expect(String(error)).not.toContain("geheim");
  });
});

describe.skipIf(!postgresUrl)(`several servers${postgresUrl ? "" : `: ${NO_POSTGRES}`}`, () => {
  it("may start at once on an empty database", async () => {
    const { url, drop } = await createDatabase(postgresUrl ?? "");
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url })));
    for (const { db, kind } of opened) {
      expect(kind).toBe("postgres");
      const done = await db.selectFrom("migratie").select("naam").execute();
      expect(done.map(({ naam }) => naam)).toEqual(MIGRATIONS.map(({ name }) => name));
    }
    await Promise.all(opened.map(({ close }) => close()));
    await drop();
  });
});

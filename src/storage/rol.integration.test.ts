import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, it } from "vitest";
import type { Organisatie, Wie } from "#domain/toegang.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import { openDatabase } from "#storage/database.ts";
import type { Connection } from "#storage/transaction.ts";
import { describeDatabases } from "#test/database.ts";
import { createDatabase, NO_POSTGRES, postgresUrl } from "#test/postgres.ts";

function someone(): Wie {
  const organisatie: Organisatie = { id: randomUUID(), soort: "gemeente", naam: "Proef" };
  const rol = "ambtelijk" as const;
  const namens = [{ id: randomUUID(), organisatie, rol, van: "2026-01-01" }];
  return { persoon: randomUUID(), namens, kringen: [randomUUID()] };
}

type Gezien = { readonly rol: string; readonly persoon: string; readonly organisaties: string };

async function look(db: Connection): Promise<Gezien | undefined> {
  const { rows } = await sql<Gezien>`select current_user as rol,
    current_setting('woonregie.persoon', true) as persoon,
    current_setting('woonregie.organisaties', true) as organisaties`.execute(db);
  return rows[0];
}

describeDatabases("a connection that is taken", ({ db, eigenaar }) => {
  const openbaar = { rol: "woonregie_app", persoon: "", organisaties: "{}" };

  it("is in the role of the app, and asks as the public where nobody said who asks", async () => {
    expect(await look(db())).toEqual(openbaar);
  });

  it("asks as the person, in and out of a transaction, and not a statement longer", async () => {
    const wie = someone();
    const seen = { persoon: wie.persoon, organisaties: `{${wie.namens[0]?.organisatie.id}}` };
    expect(await alsWie(wie, () => look(db()))).toMatchObject(seen);
    expect(await asWie(db(), wie, look)).toMatchObject(seen);
    expect(await look(db())).toEqual(openbaar);
  });

  it("is of nobody again after a transaction that went wrong", async () => {
    const wrong = asWie(db(), someone(), async (tx) => {
      await sql`select 1/0`.execute(tx);
    });
    await expect(wrong).rejects.toThrow("division by zero");
    expect(await look(db())).toEqual(openbaar);
  });

  it("is never mixed up where hundreds ask at once", async () => {
    const people = Array.from({ length: 200 }, someone);
    const seen = await Promise.all(people.map((wie) => alsWie(wie, () => look(db()))));
    expect(seen.map((item) => item?.persoon)).toEqual(people.map(({ persoon }) => persoon));
    expect(new Set(seen.map((item) => item?.rol))).toEqual(new Set(["woonregie_app"]));
  });

  it("is the owner's where the owner takes it, whoever had it before", async () => {
    await alsWie(someone(), () => look(db()));
    const wie = someone();
    const seen = await alsWie(wie, () => look(eigenaar()));
    expect(seen?.rol).not.toBe("woonregie_app");
    // For the history alone: who asked is who did it, also where the owner of the tables does it.
    expect(seen?.persoon).toBe(wie.persoon);
    expect((await look(eigenaar()))?.persoon).toBe("");
    expect(await look(db())).toEqual(openbaar);
  });

  it.each([
    "create table erbij (een text)",
    "drop table levering",
    "alter table levering disable trigger all",
    "truncate levering",
    "insert into migratie (naam) values ('9999')",
  ])("as the app cannot change what the tables are: %s", async (statement) => {
    await expect(sql.raw(statement).execute(db())).rejects.toThrow(
      /permission denied|must be owner/,
    );
  });

  it("as the app may do nothing with a table that is taken from it, and all with a new one", async () => {
    await sql`create table erbij (een text)`.execute(eigenaar());
    await sql`insert into erbij values ('x')`.execute(db());
    const { rows } = await sql`select een from erbij`.execute(db());
    expect(rows).toEqual([{ een: "x" }]);
    await sql`drop table erbij`.execute(eigenaar());
  });
});

describe.skipIf(!postgresUrl)(
  `a user of little power${postgresUrl ? "" : `: ${NO_POSTGRES}`}`,
  () => {
    it("hears how to mend it where it may not work in the role, and then can begin", async () => {
      const { url, drop } = await createDatabase(postgresUrl ?? "");
      const name = `beperkt_${randomUUID().slice(0, 8)}`;
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      await admin.query(`create role ${name} login; grant create, usage on schema public to ${name};
      grant create on database ${new URL(url).pathname.slice(1)} to ${name}`);
      const own = new URL(url);
      own.username = name;
      const refused: unknown = await openDatabase({ url: own.href }).catch(
        (error: unknown) => error,
      );
      expect(refused).toMatchObject({ reason: "rol-ontbreekt" });
      const told = /grant woonregie_app to "[^"]+"/.exec(String(refused))?.[0] ?? "";
      expect(told).toContain(name);
      await admin.query(
        `do $$ begin create role woonregie_app nologin; exception when duplicate_object then null; end $$`,
      );
      await admin.query(told);
      const opened = await openDatabase({ url: own.href });
      expect((await look(opened.db))?.rol).toBe("woonregie_app");
      expect((await look(opened.eigenaar))?.rol).toBe(name);
      await opened.db
        .insertInto("levering")
        .values({ ...LEVERING })
        .execute();
      await opened.close();
      await admin.query(
        `reassign owned by ${name} to postgres; drop owned by ${name}; drop role ${name}`,
      );
      await admin.end();
      await drop();
    });
  },
);

const LEVERING = {
  ...{ id: "proef", indicator: "inwoners", moment: null, bron: "proef", licentie: null },
  ...{ peildatum: null, betrouwbaarheid: null, status: null, toelichting: null, sha256: null },
};

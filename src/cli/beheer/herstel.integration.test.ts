import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { makeLink, openLink } from "#services/toegang/geheim.ts";
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import { checkBewaard } from "#storage/controle.ts";
import { openDatabase } from "#storage/database.ts";
import { createKysely } from "#storage/kysely.ts";
import { migrate } from "#storage/migrate.ts";
import { insertReeks, insertVersie } from "#storage/rekenversie.repository.ts";
import { writeReservekopie } from "#storage/reservekopie/schrijf.ts";
import { listTabellen } from "#storage/reservekopie/tabellen.ts";
import type { Tables } from "#storage/schema.ts";
import { insertLijst } from "#storage/woordenlijst.repository.ts";
import { aBevriezing } from "#test/bevriezing.ts";
import { openFreshPglite } from "#test/database.ts";
import { NO_POSTGRES, postgresUrl } from "#test/postgres.ts";
import { runWoonregie } from "#test/run-cli.ts";
import { aVersie } from "#test/versie.ts";

const folder = mkdtempSync(join(tmpdir(), "woonregie-herstel-"));
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(folder, { recursive: true });
});

const aFile = () => join(folder, `${randomUUID()}.kopie`);
const ABOUT = { woonregie: "0.1.0", gemaakt: "2026-11-30T12:00:00.000Z" };

async function asAdmin(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** A database of a user who owns it and may do nothing else, as an administrator hands it out. */
async function aPlainDatabase(): Promise<string> {
  const naam = `gewoon_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(
    `do $$ begin create role woonregie_app nologin noinherit;
      exception when duplicate_object or unique_violation then null; end $$`,
    `create role ${naam} login nosuperuser nocreaterole nocreatedb`,
    `grant woonregie_app to ${naam}`,
    `create database ${naam} owner ${naam}`,
  );
  closing.push(() =>
    asAdmin(`drop database ${naam} with (force)`, `drop owned by ${naam}`, `drop role ${naam}`),
  );
  const url = new URL(postgresUrl ?? "");
  url.username = naam;
  url.pathname = `/${naam}`;
  return url.href;
}

function beheer(url: string, ...args: readonly string[]) {
  return runWoonregie(["beheer", ...args], {
    openDatabase: (_, onProgress, tot) =>
      openDatabase({ url }, { onProgress, ...(tot === undefined ? {} : { tot }) }),
  });
}

/** All rows, by table, with only the columns that a database had before. */
async function everything(
  db: Kysely<Tables>,
  kolommen?: Readonly<Record<string, readonly string[]>>,
) {
  await sql`set time zone 'UTC'`.execute(db);
  const found: Record<string, readonly string[]> = {};
  for (const tabel of await listTabellen(db)) {
    const names = kolommen === undefined ? tabel.kolommen : kolommen[tabel.naam];
    if (!names) continue;
    const columns = sql.join(names.map((naam) => sql.ref(naam)));
    const { rows } = await sql<{ regel: string }>`select row_to_json(t)::text as regel
      from (select ${columns} from ${sql.table(tabel.naam)}) t order by 1`.execute(db);
    found[tabel.naam] = rows.map(({ regel }) => regel);
  }
  return found;
}

async function fill(db: Kysely<Tables>) {
  await insertBevriezing(db, aBevriezing("een"));
  const reeks = randomUUID();
  await insertReeks(db, reeks);
  const link = await makeLink(db, { onderwerp: reeks, recht: "beheren" });
  await insertVersie(db, aVersie({ reeks, gemaaktMet: link.id, frozen: aBevriezing("twee") }));
  await insertLijst(db, { id: randomUUID(), regio: "drechtsteden" });
  await sql`insert into document (id, versie, soort, status, titel, herkomst, tekst, sha256)
    values ('eigen-proef', 1, 'verdeling', 'concept', 'Proef', 'eigen', 'id: eigen-proef',
      encode(sha256('id: eigen-proef'), 'hex'))`.execute(db);
  await sql`insert into levering (id, indicator, bron) values ('proef', 'inwoners', 'eigen')`.execute(
    db,
  );
  await sql`insert into waarneming (levering, indicator, cel, gebied, moment, soort, waarde)
    values ('proef', 'inwoners', '{}', 'GM0505', '2026-01-01', 'getal', '121000')`.execute(db);
  return { reeks, geheim: link.geheim };
}

const reason = postgresUrl ? "" : `: ${NO_POSTGRES}`;

describe.skipIf(!postgresUrl)(`a backup, put back by who only owns the database${reason}`, () => {
  it("is the same to the last row, and its history goes on", async () => {
    const first = await aPlainDatabase();
    const { eigenaar, close } = await openDatabase({ url: first });
    const { reeks, geheim } = await fill(eigenaar);
    const before = await everything(eigenaar);
    await close();

    const file = aFile();
    expect((await beheer(first, "backup", file)).code).toBe(0);
    const second = await aPlainDatabase();
    expect((await beheer(second, "herstel", file)).code).toBe(0);

    const now = await openDatabase({ url: second });
    const { rows } = await sql<{ super: boolean; anders: string }>`
      select rolsuper as super, (select count(*) from pg_policy where polname = 'eigenaar'
        and not (current_user::regrole::oid = any (polroles)))::text as anders
      from pg_roles where rolname = current_user`.execute(now.eigenaar);
    expect(rows).toEqual([{ super: false, anders: "0" }]);
    expect(await everything(now.eigenaar)).toEqual(before);
    // The old link opens what it opened, and what is made now joins the chain of what came back.
    expect(await openLink(now.db, reeks, geheim)).toBeDefined();
    const chain = (await checkBewaard(now.eigenaar)).wijzigingen;
    await insertLijst(now.db, { id: randomUUID(), regio: "drechtsteden" });
    expect(await checkBewaard(now.eigenaar)).toMatchObject({
      wijzigingen: chain + 1,
      beschadigd: [],
    });
    await now.close();
    expect((await beheer(second, "controleer")).code).toBe(0);
  });

  it.each(["0004-inleveringen", "0008-bedrijf"])(
    "of before rows had owners (%s) is as whole, and open as it was",
    async (tot) => {
      const old = createKysely(await openFreshPglite());
      closing.push(() => old.destroy());
      await migrate(old, "van de tests", () => {}, { tot });
      const { reeks, geheim } = await fill(old);
      const tabellen = await listTabellen(old);
      const kolommen = Object.fromEntries(tabellen.map((tabel) => [tabel.naam, tabel.kolommen]));
      const before = await everything(old);
      const file = aFile();
      await writeReservekopie(old, file, ABOUT);

      const url = await aPlainDatabase();
      expect(await beheer(url, "herstel", file)).toMatchObject({ code: 0 });
      expect((await beheer(url, "controleer")).code).toBe(0);
      const now = await openDatabase({ url });
      expect(await everything(now.eigenaar, kolommen)).toEqual(before);
      expect(await openLink(now.db, reeks, geheim)).toBeDefined();
      const seen = await now.db.selectFrom("document").select("id").execute();
      expect(seen).toEqual([{ id: "eigen-proef" }]);
      await now.close();
    },
  );
});

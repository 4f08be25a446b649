import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Kysely, type PostgresPool, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { makeLink } from "#services/toegang/geheim.ts";
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import { replaceLevering } from "#storage/cijfers.repository.ts";
import { checkBewaard } from "#storage/controle.ts";
import { insertReactie, insertRonde, listReacties } from "#storage/correctie.repository.ts";
import { createKysely } from "#storage/kysely.ts";
import { migrate } from "#storage/migrate.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import { insertReeks, insertVersie } from "#storage/rekenversie.repository.ts";
import type { Tables } from "#storage/schema.ts";
import { createServerPool } from "#storage/server-pool.ts";
import { insertSessie } from "#storage/sessie.repository.ts";
import { aBevriezing } from "#test/bevriezing.ts";
import { describeDatabases, openFreshPglite } from "#test/database.ts";
import { createDatabase, postgresUrl } from "#test/postgres.ts";
import { aVersie } from "#test/versie.ts";
import { writeReservekopie } from "./schrijf.ts";
import { listTabellen } from "./tabellen.ts";
import { restoreReservekopie } from "./zet-terug.ts";

const ABOUT = { woonregie: "0.1.0", gemaakt: "2026-11-30T12:00:00.000Z" };
const folder = mkdtempSync(join(tmpdir(), "woonregie-kopie-"));
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(folder, { recursive: true });
});

const aFile = () => join(folder, `${randomUUID()}.kopie`);

async function fresh(pool: PostgresPool, drop = async () => {}): Promise<Kysely<Tables>> {
  const db = createKysely(pool);
  closing.push(() => db.destroy().finally(drop));
  await migrate(db, "van de tests", () => {});
  return db;
}

/** An empty database of each kind that there is. */
async function emptyOnes(): Promise<readonly Kysely<Tables>[]> {
  const embedded = await fresh(await openFreshPglite());
  if (!postgresUrl) return [embedded];
  const { url, drop } = await createDatabase(postgresUrl);
  return [embedded, await fresh(createServerPool(url), drop)];
}

const RONDE = randomUUID();

async function fill(db: Kysely<Tables>): Promise<void> {
  const levering = { id: "eigen/proef", indicator: "inwoners", bron: "proef «één»" };
  const inhoud = { soort: "getal", waarde: breuk(1n, 3n), laag: breuk(0) } as const;
  await replaceLevering(db, levering, [
    { gebied: "GM0505", cel: ["sociale huur", 'a "b"'], moment: "2025", inhoud },
    { gebied: "GM0590", cel: [], inhoud: { soort: "onbekend" }, opmerking: "regel\\n\n€" },
  ]);
  await insertBevriezing(db, aBevriezing("een"));
  const reeks = randomUUID();
  await insertReeks(db, reeks);
  const link = await makeLink(db, { onderwerp: reeks, recht: "beheren" });
  const first = aVersie({ reeks, gemaaktMet: link.id, frozen: aBevriezing("twee") });
  await insertVersie(db, first);
  const next = aVersie({ reeks, gemaaktMet: link.id, frozen: aBevriezing("drie") });
  // A lower name than the one it follows, so that order by name would not do.
  await insertVersie(db, { ...next, id: `0${next.id.slice(1)}`, vorige: first.id });
  await insertRonde(db, { id: RONDE, naam: "november", regio: "drechtsteden", op: "2026-01-01" });
  const gezien = { ronde: RONDE, link: link.id, gemeente: "GM0505", soort: "gezien" } as const;
  await insertReactie(db, { ...gezien, id: randomUUID() });
  const persoon = randomUUID();
  await insertPersoon(db, { id: persoon, naam: "Proef", email: "proef@voorbeeld.nl" });
  const now = new Date();
  const sessie = { id: randomUUID(), persoon, sha256: "0".repeat(64), apparaat: "proef" };
  await insertSessie(db, { ...sessie, gemaaktOp: now, verlooptOp: now });
}

/** All rows of all tables, as text. */
async function everything(db: Kysely<Tables>): Promise<unknown> {
  const found: Record<string, readonly string[]> = {};
  for (const { naam } of await listTabellen(db)) {
    const { rows } = await sql<{ regel: string }>`
      select row_to_json(t)::text as regel from ${sql.table(naam)} t order by 1`.execute(db);
    found[naam] = rows.map(({ regel }) => regel);
  }
  return found;
}

describeDatabases("a backup", ({ eigenaar: db }) => {
  const file = aFile();
  let before: unknown;
  beforeAll(async () => {
    await fill(db());
    await sql`set time zone 'UTC'`.execute(db());
    before = await everything(db());
    await writeReservekopie(db(), file, ABOUT);
  });

  it.skipIf(process.platform === "win32")("is for nobody else on this computer", () => {
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("put back in an empty database, of its own kind or the other, is the same to the last row", async () => {
    for (const other of await emptyOnes()) {
      await sql`set time zone 'UTC'`.execute(other);
      expect(await restoreReservekopie(other, file)).toBeGreaterThan(8);
      expect(await everything(other)).toEqual(before);
      const { beschadigd, bevriezingen, versies } = await checkBewaard(other);
      expect({ beschadigd, bevriezingen, versies }).toEqual({
        beschadigd: [],
        bevriezingen: 1,
        versies: 2,
      });
      const [link] = await other.selectFrom("toegangslink").select("id").execute();
      const reactie = { ronde: RONDE, link: link?.id ?? "", gemeente: "GM0590" } as const;
      await insertReactie(other, { ...reactie, id: randomUUID(), soort: "gezien" });
      expect((await listReacties(other, RONDE)).map(({ gemeente }) => gemeente)).toEqual([
        "GM0505",
        "GM0590",
      ]);
    }
  });

  it("lets nobody in who was signed in when it was made", async () => {
    expect(await db().selectFrom("sessie").select("persoon").execute()).toHaveLength(1);
    const [other] = await emptyOnes();
    if (other) await restoreReservekopie(other, file);
    expect(await other?.selectFrom("persoon").select("naam").execute()).toEqual([
      { naam: "Proef" },
    ]);
    expect(await other?.selectFrom("sessie").select("persoon").execute()).toEqual([]);
  });

  it("is refused where something stands already, and leaves it as it was", async () => {
    await expect(restoreReservekopie(db(), file)).rejects.toThrow("niet leeg");
    expect(await everything(db())).toEqual(before);
  });
});

describe("a backup that is not as it was, or not of today", () => {
  const file = aFile();
  beforeAll(async () => {
    const source = await fresh(await openFreshPglite());
    await fill(source);
    await writeReservekopie(source, file, ABOUT);
  });

  it("is refused whole where it was cut off or changed, and says why", async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    const other = await fresh(await openFreshPglite());
    const cases: readonly (readonly [Buffer, string])[] = [
      [gzipSync(text.replace("proef «één»", "proef «twee»")), "veranderd"],
      [gzipSync(text.split("\n").slice(0, -2).join("\n")), "het einde ontbreekt"],
      [readFileSync(file).subarray(0, 400), "niet te lezen"],
      [gzipSync('{"soort":"iets anders"}\n'), "geen reservekopie van Woonregie"],
      [Buffer.from("id: roda"), "niet te lezen"],
    ];
    const empty = await everything(other);
    for (const [bytes, why] of cases) {
      const bad = aFile();
      writeFileSync(bad, bytes);
      await expect(restoreReservekopie(other, bad)).rejects.toThrow(why);
    }
    expect(await everything(other)).toEqual(empty);
  });

  it("goes back in the tables of its time, and takes the steps since then after", async () => {
    const old = createKysely(await openFreshPglite());
    closing.push(() => old.destroy());
    await migrate(old, "van de tests", () => {}, { tot: "0001-basis" });
    await insertBevriezing(old, aBevriezing("oud"));
    const oldFile = aFile();
    await writeReservekopie(old, oldFile, ABOUT);
    const newest = await fresh(await openFreshPglite());
    await expect(restoreReservekopie(newest, oldFile)).rejects.toThrow("niet dezelfde");

    const then = createKysely(await openFreshPglite());
    closing.push(() => then.destroy());
    await migrate(then, "van de tests", () => {}, { tot: "0001-basis" });
    await restoreReservekopie(then, oldFile);
    await migrate(then, "van de tests", () => {});
    expect((await checkBewaard(then)).bevriezingen).toBe(1);
  });

  it("shows what was changed behind the program's back", async () => {
    const other = await fresh(await openFreshPglite());
    await restoreReservekopie(other, file);
    await sql`alter table bevriezing disable trigger all`.execute(other);
    await sql`update bevriezing set uitkomst = '{}'`.execute(other);
    expect((await checkBewaard(other)).beschadigd).toEqual([
      expect.stringMatching(/^uitkomst [0-9a-f]{64}$/),
    ]);
  });
});

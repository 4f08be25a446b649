import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "#storage/schema.ts";
import { listTabellen, type Tabel } from "./tabellen.ts";
import { createTeller, type Kop, SOORT, type Tabelkop } from "./vorm.ts";

const CHUNK = 2_000;

/** What was written. */
export type Geschreven = { readonly rijen: number; readonly sha256: string };

/**
 * Writes everything that people put in, and all that was frozen, to one file; the same file can be
 * put back in either kind of database.
 *
 * All tables are read as they were at one moment, while others go on. The file appears under its
 * name when it is whole. What can be made again is left out: jobs, and borders on disk.
 */
export async function writeReservekopie(
  db: Kysely<Tables>,
  bestand: string,
  about: Pick<Kop, "woonregie" | "gemaakt">,
): Promise<Geschreven> {
  const teller = createTeller();
  const draft = `${bestand}.onaf`;
  try {
    await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute((tx) =>
        pipeline(
          Readable.from(linesOf(tx, about, teller)),
          createGzip(),
          // All that people made is in it: only for who runs this.
          createWriteStream(draft, { flags: "wx", mode: 0o600 }),
        ),
      );
    await rename(draft, bestand);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  const { rijen, sha256 } = teller.slot();
  return { rijen, sha256 };
}

async function* linesOf(
  tx: Transaction<Tables>,
  about: Pick<Kop, "woonregie" | "gemaakt">,
  teller: ReturnType<typeof createTeller>,
): AsyncGenerator<string> {
  const line = (regel: string) => {
    teller.add(regel);
    return `${regel}\n`;
  };
  // As clear text in every time zone, and to the last digit.
  await sql`set local time zone 'UTC'`.execute(tx);
  const steps = await tx.selectFrom("migratie").select("naam").orderBy("naam").execute();
  const kop: Kop = { soort: SOORT, vorm: 1, ...about, migraties: steps.map(({ naam }) => naam) };
  yield line(JSON.stringify(kop));
  for (const tabel of await listTabellen(tx)) {
    const head: Tabelkop = { tabel: tabel.naam, kolommen: tabel.kolommen };
    yield line(JSON.stringify(head));
    for await (const row of rowsOf(tx, tabel)) {
      teller.row();
      yield line(row);
    }
  }
  yield `${JSON.stringify(teller.slot())}\n`;
}

async function* rowsOf(tx: Transaction<Tables>, { naam }: Tabel): AsyncGenerator<string> {
  const cursor = sql.ref(`lees_${naam}`);
  await sql`declare ${cursor} no scroll cursor for
    select row_to_json(t)::text as regel from ${sql.table(naam)} t`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ regel: string }>`
      fetch ${sql.lit(CHUNK)} from ${cursor}`.execute(tx);
    for (const { regel } of rows) yield regel;
    if (rows.length < CHUNK) break;
  }
  await sql`close ${cursor}`.execute(tx);
}

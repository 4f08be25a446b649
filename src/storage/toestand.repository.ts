import { sql } from "kysely";
import type { Connection } from "#storage/transaction.ts";

/** What a database holds, counted. */
export type Toestand = {
  /** Of PostgreSQL itself, `18.0`. */
  readonly versie: string;
  readonly grootteInBytes: number;
  /** The steps that made the tables, oldest first. */
  readonly migraties: readonly string[];
  readonly aantallen: Readonly<Record<Geteld, number>>;
};

const GETELD = ["gebied", "levering", "waarneming", "document", "bevriezing"] as const;
type Geteld = (typeof GETELD)[number];

/** Reads what a database is and how much is in it. */
export async function readToestand(db: Connection): Promise<Toestand> {
  const { rows } = await sql<{ versie: string; grootte: string }>`
    select current_setting('server_version') as versie,
      pg_database_size(current_database())::text as grootte`.execute(db);
  const [server] = rows;
  const steps = await db.selectFrom("migratie").select("naam").orderBy("naam").execute();
  const counts = await Promise.all(GETELD.map((table) => countRows(db, table)));
  return {
    versie: server?.versie ?? "",
    grootteInBytes: Number(server?.grootte ?? 0),
    migraties: steps.map(({ naam }) => naam),
    aantallen: Object.fromEntries(counts) as Readonly<Record<Geteld, number>>,
  };
}

async function countRows(db: Connection, table: Geteld): Promise<readonly [Geteld, number]> {
  const { aantal } = await db
    .selectFrom(table)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("aantal"))
    .executeTakeFirstOrThrow();
  return [table, aantal];
}

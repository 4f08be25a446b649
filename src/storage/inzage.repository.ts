import { sql } from "kysely";
import type { Datum } from "#domain/peildatum.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";

/** One person seen in one processing; times in milliseconds since 1970. */
export type Inzage = {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits; each line its own. */
  readonly operatie: string;
  /** That of who asked, where they named one. */
  readonly ouder?: string;
  readonly naam: string;
  /** URI in the register of processing. */
  readonly verwerking: string;
  /** A pseudonym: 64 hexadecimal digits. */
  readonly betrokkene: string;
  readonly betrokkeneSoort: string;
  readonly begin: number;
  readonly eind: number;
  readonly status: "Unset" | "Ok" | "Error";
};

/** Adds lines to the access log, each chained to the one before it: all of them, or none. */
export async function insertInzagen(db: Connection, inzagen: readonly Inzage[]): Promise<void> {
  if (inzagen.length === 0) return;
  await db
    .insertInto("inzage")
    .values(
      inzagen.map(({ traceId, ouder, betrokkeneSoort, begin, eind, ...rest }) => ({
        ...rest,
        ...{ trace_id: traceId, ouder: ouder ?? null, betrokkene_soort: betrokkeneSoort },
        ...{ begin_ms: begin, eind_ms: eind },
      })),
    )
    .execute();
}

/** The lines that began from a day up to and including a day in the Netherlands, in their order. */
export async function* readInzagen(
  db: Connection,
  van: string,
  tot: string,
): AsyncGenerator<Inzage> {
  const midnight = (dag: string, later: number) =>
    sql<number>`extract(epoch from (${dag}::date + ${later}::int)::timestamp at time zone 'Europe/Amsterdam') * 1000`;
  let last = "0";
  for (;;) {
    const rows = await db
      .selectFrom("inzage")
      .selectAll()
      .where("nummer", ">", last)
      .where("begin_ms", ">=", sql<string>`${midnight(van, 0)}`)
      .where("begin_ms", "<", sql<string>`${midnight(tot, 1)}`)
      .orderBy("nummer")
      .limit(CHUNK)
      .execute();
    for (const { trace_id, operatie, ouder, begin_ms, eind_ms, ...row } of rows) {
      yield {
        ...{ traceId: trace_id, operatie, naam: row.naam, verwerking: row.verwerking },
        ...{ betrokkene: row.betrokkene, betrokkeneSoort: row.betrokkene_soort },
        ...{ begin: Number(begin_ms), eind: Number(eind_ms) },
        // The database holds it to these words by a check.
        status: row.status as Inzage["status"],
        ...(ouder === null ? {} : { ouder }),
      };
    }
    if (rows.length < CHUNK) return;
    last = rows.at(-1)?.nummer ?? last;
  }
}

const CHUNK = 1_000;

/** How many lines of the access log went, up to and including which day; `op` an ISO moment. */
export type Opgeruimd = { readonly regels: number; readonly tot: Datum; readonly op: string };

/**
 * Takes away the lines that began up to and including a day, and keeps that it did so; undefined
 * where there were none. As the owner of the tables, after whom the rest of the chain still fits.
 */
export function removeInzagen(db: Connection, tot: Datum): Promise<Opgeruimd | undefined> {
  return inTransaction(db, async (tx) => {
    // Two servers that do it at the same moment come one after the other.
    await tx.selectFrom("inzageketen").select("nummer").forUpdate().execute();
    const midnight = sql`extract(epoch from (${tot}::date + 1)::timestamp at time zone 'Europe/Amsterdam') * 1000`;
    const { rows } = await sql<{ laatste: string; regels: string; op: Date }>`
      insert into inzage_opgeruimd (tot, laatste, hash, regels)
      select ${tot}::date, i.nummer, i.hash, (select count(*) from inzage where nummer <= i.nummer)
      from inzage i where i.nummer = coalesce(
        (select min(nummer) - 1 from inzage where begin_ms >= ${midnight}),
        (select max(nummer) from inzage))
      returning laatste, regels, op`.execute(tx);
    const [row] = rows;
    if (!row) return undefined;
    await tx.deleteFrom("inzage").where("nummer", "<=", row.laatste).execute();
    return { regels: Number(row.regels), tot, op: row.op.toISOString() };
  });
}

/** All that ever went of the access log, and when the last of it did; undefined where nothing did. */
export async function findOpgeruimd(db: Connection): Promise<Opgeruimd | undefined> {
  const row = await db
    .selectFrom("inzage_opgeruimd")
    .select(({ fn }) => [
      fn.sum<string | null>("regels").as("regels"),
      fn.max("tot").as("tot"),
      fn.max("op").as("op"),
    ])
    .executeTakeFirst();
  if (!row?.regels) return undefined;
  return { regels: Number(row.regels), tot: row.tot, op: row.op.toISOString() };
}

/** Writes down what came of looking over the chain of changes, for who looks at their history. */
export async function insertKetencontrole(
  db: Connection,
  controle: { readonly wijzigingen: number; readonly heel: boolean },
): Promise<void> {
  await db.insertInto("ketencontrole").values(controle).execute();
}

/** The last time that somebody looked over the chain of changes; `op` an ISO moment. */
export async function findKetencontrole(
  db: Connection,
): Promise<
  { readonly op: string; readonly wijzigingen: number; readonly heel: boolean } | undefined
> {
  const row = await db
    .selectFrom("ketencontrole")
    .select(["op", "wijzigingen", "heel"])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { op: row.op.toISOString(), wijzigingen: Number(row.wijzigingen), heel: row.heel };
}

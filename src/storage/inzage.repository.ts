import { sql } from "kysely";
import type { Connection } from "#storage/transaction.ts";

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

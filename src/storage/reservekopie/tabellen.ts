import { sql } from "kysely";
import type { Connection } from "#storage/transaction.ts";

/** A table as a backup holds it. */
export type Tabel = {
  readonly naam: string;
  /** In their order; not those that the database works out itself. */
  readonly kolommen: readonly string[];
  /** A row may point to another of the same table: they only fit all at once. */
  readonly verwijstNaarZichzelf: boolean;
};

const NIET_BEWAARD = ["migratie", "stand", "sessie", "aanmelding", "aanwezig", "verbruik"] as const;

type Verwijzing = { readonly van: string; readonly naar: string };

/**
 * All tables with what people put in or had worked out, each after those it points to.
 *
 * Not what the database keeps of itself: which steps were taken, and how often something changed.
 * Nor who is signed in or has something open, or how often was asked this minute: putting a backup
 * back must let nobody in who signed out since.
 */
export async function listTabellen(db: Connection): Promise<readonly Tabel[]> {
  const { rows } = await sql<{ naam: string; kolommen: readonly string[] }>`
    select c.relname as naam, array_agg(a.attname::text order by a.attnum) as kolommen
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      and not a.attisdropped and a.attgenerated = '' and c.relname <> all(${[...NIET_BEWAARD]})
    group by c.relname
    order by c.relname`.execute(db);
  const { rows: verwijzingen } = await sql<Verwijzing>`
    select c.relname as van, f.relname as naar
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_class f on f.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace`.execute(db);
  return inOrder(rows, verwijzingen).map(({ naam, kolommen }) => ({
    naam,
    kolommen,
    verwijstNaarZichzelf: verwijzingen.some(({ van, naar }) => van === naam && naar === naam),
  }));
}

function inOrder<T extends { readonly naam: string }>(
  tabellen: readonly T[],
  verwijzingen: readonly Verwijzing[],
): readonly T[] {
  const placed: T[] = [];
  let waiting = [...tabellen];
  while (waiting.length > 0) {
    const open = new Set(waiting.map(({ naam }) => naam));
    const ready = waiting.filter(
      ({ naam }) =>
        !verwijzingen.some(({ van, naar }) => van === naam && naar !== naam && open.has(naar)),
    );
    if (ready.length === 0) throw new Error(`tables point round: ${[...open].join(", ")}`);
    placed.push(...ready);
    waiting = waiting.filter((tabel) => !ready.includes(tabel));
  }
  return placed;
}

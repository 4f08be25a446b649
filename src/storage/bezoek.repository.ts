import { sql } from "kysely";
import {
  MELDINGKEUZEN,
  MELDINGSOORTEN,
  type Meldingkeuze,
  type Meldingkeuzes,
  type Meldingsoort,
} from "#domain/aandacht.ts";
import type { Connection } from "#storage/transaction.ts";

/** A look within this time is still the same visit. */
const PAUZE = "30 minutes";

/** Notes that who asks is here now; when they were here the time before, or nothing the first time. */
export async function noteBezoek(db: Connection, nu: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ vorige_op: Date | null }>`
    insert into bezoek (gezien_op) values (${nu})
    on conflict (persoon) do update set
      vorige_op = case when bezoek.gezien_op < excluded.gezien_op - interval '${sql.raw(PAUZE)}'
        then bezoek.gezien_op else bezoek.vorige_op end,
      gezien_op = excluded.gezien_op
    returning vorige_op`.execute(db);
  return rows[0]?.vorige_op ?? undefined;
}

/** What who asks chose to see, and where. */
export async function readMeldingkeuzes(db: Connection): Promise<Meldingkeuzes> {
  const rows = await db.selectFrom("meldingkeuze").select(["soort", "keuze"]).execute();
  return new Map(
    rows.flatMap(({ soort, keuze }) => {
      // A sort that a later version no longer has says nothing.
      const known = MELDINGSOORTEN.find((one) => one === soort);
      const chosen = MELDINGKEUZEN.find((one) => one === keuze);
      return known && chosen ? [[known, chosen] as const] : [];
    }),
  );
}

/** Keeps what who asks chose; what they chose before is gone. */
export async function writeMeldingkeuze(
  db: Connection,
  soort: Meldingsoort,
  keuze: Meldingkeuze,
): Promise<void> {
  await db
    .insertInto("meldingkeuze")
    .values({ soort, keuze })
    .onConflict((conflict) => conflict.columns(["persoon", "soort"]).doUpdateSet({ keuze }))
    .execute();
}

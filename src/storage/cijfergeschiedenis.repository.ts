import type { Waarneming } from "#domain/waarneming.ts";
import { toWaarneming } from "#storage/cijfers.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** A figure as it once came in, also where it does not count any more. */
export type Geleverdcijfer = {
  readonly waarneming: Waarneming;
  /** ISO moment at which it was read in here. */
  readonly ingelezenOp: string;
  /** The day it is of, as the source says. */
  readonly peildatum?: string;
  /** False where the delivery was undone. */
  readonly telt: boolean;
  /** Who handed it in; absent for what ships, and for what was fetched. */
  readonly afzender?: string;
};

/**
 * Every delivery of one figure of one gebied, the newest moment first, and of one moment the
 * delivery that came in last.
 *
 * What is a group of few people stands in it too: whoever shows it asks first whether it may be.
 */
export async function listGeleverdecijfers(
  db: Connection,
  indicator: string,
  gebied: string,
): Promise<readonly Geleverdcijfer[]> {
  const rows = await db
    .selectFrom("waarneming")
    .innerJoin("levering", "levering.id", "waarneming.levering")
    .leftJoin("inlevering", "inlevering.id", "levering.inlevering")
    .where("waarneming.indicator", "=", indicator)
    .where("waarneming.gebied", "=", gebied)
    .selectAll("waarneming")
    .select(["levering.bron", "levering.betrouwbaarheid", "levering.status"])
    .select(["levering.peildatum", "levering.telt", "levering.ingelezen_op"])
    .select("inlevering.afzender")
    .orderBy("waarneming.moment", "desc")
    .orderBy("waarneming.cel")
    .orderBy("levering.ingelezen_op", "desc")
    .orderBy("levering.id")
    .execute();
  return rows.map((row) => ({
    ...{ waarneming: toWaarneming(row), telt: row.telt },
    ingelezenOp: row.ingelezen_op.toISOString(),
    ...(row.peildatum === null ? {} : { peildatum: row.peildatum }),
    ...(row.afzender === null ? {} : { afzender: row.afzender }),
  }));
}

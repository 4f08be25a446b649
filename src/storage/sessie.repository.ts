import type { Selectable } from "kysely";
import type { SessieTable } from "#storage/toegang-schema.ts";
import type { Connection } from "#storage/transaction.ts";

/** That somebody is signed in, in one browser. Of the secret in its cookie only the sha256. */
export type Sessie = {
  /** UUID. */
  readonly id: string;
  readonly persoon: string;
  readonly apparaat: string;
  readonly gemaaktOp: Date;
  /** When it was last used, to the minute. */
  readonly gezienOp: Date;
  readonly verlooptOp: Date;
};

/** Keeps a new session; from then on its secret is somebody. */
export async function insertSessie(
  db: Connection,
  sessie: Omit<Sessie, "gezienOp"> & { readonly sha256: string; readonly acr?: string },
): Promise<void> {
  const { id, sha256, persoon, apparaat, gemaaktOp, verlooptOp, acr } = sessie;
  await db
    .insertInto("sessie")
    .values({
      ...{ id, sha256, persoon, apparaat, acr: acr ?? null },
      ...{ gemaakt_op: gemaaktOp, gezien_op: gemaaktOp, verloopt_op: verlooptOp },
    })
    .execute();
}

/** The session of a secret that was not ended, of a person who may still come in. */
export async function findSessie(db: Connection, sha256: string): Promise<Sessie | undefined> {
  const row = await db
    .selectFrom("sessie")
    .innerJoin("persoon", "persoon.id", "sessie.persoon")
    .selectAll("sessie")
    .where("sessie.sha256", "=", sha256)
    .where("sessie.beeindigd_op", "is", null)
    .where("persoon.uitgeschakeld_op", "is", null)
    .executeTakeFirst();
  return row && toSessie(row);
}

/** Remembers that a session was used. */
export async function touchSessie(db: Connection, id: string, op: Date): Promise<void> {
  await db
    .updateTable("sessie")
    .set({ gezien_op: op })
    .where("id", "=", id)
    .where("beeindigd_op", "is", null)
    .execute();
}

function toSessie(row: Selectable<SessieTable>): Sessie {
  return {
    ...{ id: row.id, persoon: row.persoon, apparaat: row.apparaat },
    ...{ gemaaktOp: row.gemaakt_op, gezienOp: row.gezien_op, verlooptOp: row.verloopt_op },
  };
}

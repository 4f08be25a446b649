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

/** The session of a secret that was not ended, of a person who may still come in by this provider. */
export async function findSessie(
  db: Connection,
  sha256: string,
  issuer: string,
): Promise<Sessie | undefined> {
  const row = await db
    .selectFrom("sessie")
    .innerJoin("persoon", "persoon.id", "sessie.persoon")
    .selectAll("sessie")
    .where("sessie.sha256", "=", sha256)
    .where("sessie.beeindigd_op", "is", null)
    .where("persoon.uitgeschakeld_op", "is", null)
    .where("persoon.issuer", "=", issuer)
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

/** The sessions of a person that still are, the one that was used last first. */
export async function listSessiesVan(
  db: Connection,
  persoon: string,
  { nu, gezienSinds }: { readonly nu: Date; readonly gezienSinds: Date },
): Promise<readonly Sessie[]> {
  const rows = await db
    .selectFrom("sessie")
    .selectAll()
    .where("persoon", "=", persoon)
    .where("beeindigd_op", "is", null)
    .where("verloopt_op", ">", nu)
    .where("gezien_op", ">", gezienSinds)
    .orderBy("gezien_op", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toSessie);
}

/** Ends a session; of a person where that is told, so that nobody ends another's. */
export async function endSessie(
  db: Connection,
  id: string,
  op: Date,
  persoon?: string,
): Promise<boolean> {
  const ended = await db
    .updateTable("sessie")
    .set({ beeindigd_op: op })
    .where("id", "=", id)
    .where("beeindigd_op", "is", null)
    .$if(persoon !== undefined, (query) => query.where("persoon", "=", persoon ?? ""))
    .returning("id")
    .executeTakeFirst();
  return ended !== undefined;
}

/** Ends every session of a person; tells how many. */
export async function endSessiesVan(db: Connection, persoon: string, op: Date): Promise<number> {
  const ended = await db
    .updateTable("sessie")
    .set({ beeindigd_op: op })
    .where("persoon", "=", persoon)
    .where("beeindigd_op", "is", null)
    .returning("id")
    .execute();
  return ended.length;
}

/** Lets go of sessions that ended or lapsed before a moment. */
export async function sweepSessies(db: Connection, voor: Date): Promise<void> {
  await db.deleteFrom("sessie").where("verloopt_op", "<", voor).execute();
}

function toSessie(row: Selectable<SessieTable>): Sessie {
  return {
    ...{ id: row.id, persoon: row.persoon, apparaat: row.apparaat },
    ...{ gemaaktOp: row.gemaakt_op, gezienOp: row.gezien_op, verlooptOp: row.verloopt_op },
  };
}

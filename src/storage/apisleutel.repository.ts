import { type Selectable, sql } from "kysely";
import type { Apirecht } from "#domain/apisleutel.ts";
import type { Rol } from "#domain/toegang.ts";
import type { ApisleutelTable } from "#storage/bedrijf-schema.ts";
import type { Connection } from "#storage/transaction.ts";

/** A key of a body, without its secret. */
export type Apisleutel = {
  /** UUID. */
  readonly id: string;
  readonly organisatie: string;
  readonly naam: string;
  /** How its secret begins, to tell it from others. */
  readonly begin: string;
  readonly rol: Rol;
  readonly rechten: readonly Apirecht[];
  readonly gemaaktDoor: string;
  readonly gemaaktOp: Date;
  /** The last day on which it opens anything. */
  readonly tot: string;
  /** To the minute; absent where nobody used it. */
  readonly laatstGebruiktOp?: Date;
  readonly ingetrokkenOp?: Date;
};

type Nieuw = Omit<Apisleutel, "laatstGebruiktOp" | "ingetrokkenOp"> & { readonly sha256: string };

/** Keeps a new key; from then on its secret opens what it may. */
export async function insertSleutel(db: Connection, sleutel: Nieuw): Promise<void> {
  const { gemaaktDoor, gemaaktOp, rechten, ...rest } = sleutel;
  await db
    .insertInto("apisleutel")
    .values({ ...rest, rechten: [...rechten], gemaakt_door: gemaaktDoor, gemaakt_op: gemaaktOp })
    .execute();
}

/** The keys of a body that whoever asks may see, the newest first; also those that ended. */
export async function listSleutels(
  db: Connection,
  organisatie: string,
): Promise<readonly Apisleutel[]> {
  const rows = await db
    .selectFrom("apisleutel")
    .selectAll()
    .where("organisatie", "=", organisatie)
    .orderBy("gemaakt_op", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toSleutel);
}

/** The body of a key that whoever asks may see. */
export async function findEigenaar(db: Connection, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("apisleutel")
    .select("organisatie")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.organisatie;
}

/** Ends a key: its secret opens nothing any more. */
export async function withdrawSleutel(
  db: Connection,
  { id, door, op }: { readonly id: string; readonly door: string; readonly op: Date },
): Promise<void> {
  await db
    .updateTable("apisleutel")
    .set({ ingetrokken_door: door, ingetrokken_op: op })
    .where("id", "=", id)
    .where("ingetrokken_op", "is", null)
    .execute();
}

/** The key of a secret, before it is known who asks: not withdrawn, of a maker who may still come in. */
export async function findSleutel(db: Connection, sha256: string): Promise<Apisleutel | undefined> {
  const { rows } = await sql<Selectable<ApisleutelTable>>`
    select * from vind_apisleutel(${sha256})`.execute(db);
  return rows[0] && toSleutel(rows[0]);
}

/** Remembers that a key was used. */
export async function touchSleutel(db: Connection, sha256: string, op: Date): Promise<void> {
  await sql`select gebruik_apisleutel(${sha256}, ${op})`.execute(db);
}

function toSleutel(row: Selectable<ApisleutelTable>): Apisleutel {
  const { laatst_gebruikt_op: gebruikt, ingetrokken_op: ingetrokken } = row;
  return {
    id: row.id,
    organisatie: row.organisatie,
    naam: row.naam,
    begin: row.begin,
    rol: row.rol as Rol,
    rechten: row.rechten as readonly Apirecht[],
    gemaaktDoor: row.gemaakt_door,
    gemaaktOp: row.gemaakt_op,
    tot: row.tot,
    ...(gebruikt ? { laatstGebruiktOp: gebruikt } : {}),
    ...(ingetrokken ? { ingetrokkenOp: ingetrokken } : {}),
  };
}

import { type Selectable, sql } from "kysely";
import type { Connection } from "#storage/transaction.ts";
import type { CorrectiereactieTable, CorrectierondeTable } from "#storage/versie-schema.ts";

/** A round in which gemeenten look at their own figures. */
export type Correctieronde = {
  readonly id: string;
  readonly naam: string;
  readonly regio: string;
  /** The day that says who takes part. */
  readonly op: string;
  readonly organisator?: string;
  /** The day by which gemeenten are asked to react. */
  readonly uiterlijk?: string;
  readonly gemaaktOp: string;
};

/** What a gemeente said: it saw its figures, or this one is otherwise. Figures are Rekenjson. */
export type Correctiereactie = {
  readonly id: string;
  readonly gemeente: string;
  readonly wie?: string;
  readonly op: string;
} & (
  | { readonly soort: "gezien" }
  | {
      readonly soort: "gecorrigeerd";
      readonly waarneming: string;
      /** What stood there at that moment; `[]` where nothing did. */
      readonly was: string;
      readonly peildatum: string;
    }
);

/** Leaves out what the database itself writes. */
type Nieuw<T> = T extends unknown ? Omit<T, "op"> : never;

export async function insertRonde(
  db: Connection,
  ronde: Omit<Correctieronde, "gemaaktOp">,
): Promise<void> {
  await db
    .insertInto("correctieronde")
    .values({ organisator: null, uiterlijk: null, ...ronde })
    .execute();
}

export async function findRonde(db: Connection, id: string): Promise<Correctieronde | undefined> {
  const row = await db
    .selectFrom("correctieronde")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toRonde(row);
}

/** Adds what a gemeente says. Nothing said before is changed by it. */
export async function insertReactie(
  db: Connection,
  reactie: Nieuw<Correctiereactie> & { readonly ronde: string; readonly link: string },
): Promise<void> {
  const empty = { wie: null, waarneming: null, was: null, peildatum: null };
  await db
    .insertInto("correctiereactie")
    .values({ ...empty, ...reactie })
    .execute();
}

/** All that was said in a round, in the order in which it came; of all gemeenten or of some. */
export async function listReacties(
  db: Connection,
  ronde: string,
  gemeenten?: readonly string[],
): Promise<readonly Correctiereactie[]> {
  let query = db.selectFrom("correctiereactie").selectAll().where("ronde", "=", ronde);
  if (gemeenten) query = query.where(sql<boolean>`gemeente = any(${gemeenten}::text[])`);
  const rows = await query.orderBy("volgnummer").execute();
  return rows.map(toReactie);
}

function toRonde(row: Selectable<CorrectierondeTable>): Correctieronde {
  const { id, naam, regio, op, organisator, uiterlijk, gemaakt_op } = row;
  return {
    ...{ id, naam, regio, op },
    ...(organisator === null ? {} : { organisator }),
    ...(uiterlijk === null ? {} : { uiterlijk }),
    gemaaktOp: gemaakt_op.toISOString(),
  };
}

function toReactie(row: Selectable<CorrectiereactieTable>): Correctiereactie {
  const { id, gemeente, wie, waarneming, was, peildatum } = row;
  const common = { id, gemeente, ...(wie === null ? {} : { wie }), op: row.op.toISOString() };
  if (waarneming === null || was === null || peildatum === null) {
    return { ...common, soort: "gezien" };
  }
  return { ...common, soort: "gecorrigeerd", waarneming, was, peildatum };
}

import { type Selectable, sql } from "kysely";
import { type Breuk, formatBreuk, parseBreuk } from "#domain/breuk.ts";
import type { Boeking, Fonds } from "#domain/fonds.ts";
import { type Deling, toEigendom, toKolommen } from "#storage/eigendom.repository.ts";
import type { FondsboekingTable, FondsTable } from "#storage/fonds-schema.ts";
import type { Connection } from "#storage/transaction.ts";

type NieuwFonds = Omit<Fonds, "eigendom" | "gemaaktOp"> & {
  /** As long as nobody chooses: what the database gives a new thing. */
  readonly deling?: Deling;
};

/** Keeps a new fund, of whoever asks. */
export async function insertFonds(db: Connection, fonds: NieuwFonds): Promise<void> {
  const { bedrag, van, deling, ...rest } = fonds;
  await db
    .insertInto("fonds")
    .values({
      ...rest,
      bedrag: bedrag === undefined ? null : toDecimals(bedrag),
      van: van ?? null,
      ...(deling ? toKolommen(deling) : {}),
    })
    .execute();
}

/** Every fund that whoever asks may see, with what was promised out of each, by name. */
export async function listFondsen(
  db: Connection,
): Promise<readonly { readonly fonds: Fonds; readonly boekingen: readonly Boeking[] }[]> {
  const rows = await db.selectFrom("fonds").selectAll().orderBy("naam").orderBy("id").execute();
  const bookings = await db.selectFrom("fondsboeking").selectAll().orderBy("op").execute();
  return rows.map((row) => ({
    fonds: toFonds(row),
    boekingen: bookings.filter(({ fonds }) => fonds === row.id).map(toBoeking),
  }));
}

/** A fund that whoever asks may see, and whether they may also change it. */
export async function findFonds(
  db: Connection,
  id: string,
): Promise<{ readonly fonds: Fonds; readonly wijzigbaar: boolean } | undefined> {
  const row = await db
    .selectFrom("fonds")
    .selectAll()
    .select(sql<boolean>`wijzigt(organisatie, persoon, zichtbaarheid)`.as("wijzigbaar"))
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { fonds: toFonds(row), wijzigbaar: row.wijzigbaar };
}

/** What was promised out of a fund, newest year first; also what was taken back. */
export async function listBoekingen(db: Connection, fonds: string): Promise<readonly Boeking[]> {
  const rows = await db
    .selectFrom("fondsboeking")
    .selectAll()
    .where("fonds", "=", fonds)
    .orderBy("jaar", "desc")
    .orderBy("op", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toBoeking);
}

type NieuweBoeking = Omit<Boeking, "op" | "terug"> & { readonly fonds: string };

export async function insertBoeking(db: Connection, boeking: NieuweBoeking): Promise<void> {
  await db
    .insertInto("fondsboeking")
    .values({ ...boeking, bedrag: toDecimals(boeking.bedrag) })
    .execute();
}

type Terug = { readonly fonds: string; readonly id: string; readonly reden: string };

/** Takes a booking back; false where the fund has none such, or it was taken back before. */
export async function trekTerug(
  db: Connection,
  { fonds, id, reden }: Terug,
  op: Date,
): Promise<boolean> {
  const row = await db
    .updateTable("fondsboeking")
    .set({ terug_op: op, terug_reden: reden })
    .where("id", "=", id)
    .where("fonds", "=", fonds)
    .where("terug_op", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

function toFonds(row: Selectable<FondsTable>): Fonds {
  const { id, naam, doel, bedrag, van, tot, bron, gemaakt_op } = row;
  const eigendom = toEigendom(row);
  return {
    ...{ id, naam, doel, tot, bron, gemaaktOp: gemaakt_op },
    ...(bedrag === null ? {} : { bedrag: toBedrag(bedrag) }),
    ...(van === null ? {} : { van }),
    ...(eigendom ? { eigendom } : {}),
  };
}

function toBoeking(row: Selectable<FondsboekingTable>): Boeking {
  const { id, jaar, bedrag, wat, stuk, op, terug_op, terug_reden } = row;
  return {
    ...{ id, jaar, bedrag: toBedrag(bedrag), wat, stuk, op },
    ...(terug_op === null ? {} : { terug: { op: terug_op, reden: terug_reden ?? "" } }),
  };
}

function toBedrag(text: string): Breuk {
  const bedrag = parseBreuk(text);
  if (!bedrag) throw new Error(`not an amount: ${text}`);
  return bedrag;
}

/** Amounts are whole cents, so that this is exact. */
function toDecimals(bedrag: Breuk): string {
  const text = formatBreuk(bedrag);
  if (text.includes("/")) throw new Error(`not an amount in whole cents: ${text}`);
  return text;
}

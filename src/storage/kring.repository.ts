import type { Connection } from "#storage/transaction.ts";

/** Somebody in a circle: a person, or a whole body. */
export type Kringlid = {
  /** Of the membership itself. */
  readonly id: string;
  readonly naam: string;
  readonly soort: "persoon" | "organisatie";
};

/** A circle of people and bodies, made by a body. */
export type Kring = {
  readonly id: string;
  readonly naam: string;
  readonly leden: readonly Kringlid[];
};

/** Makes an empty circle. */
export async function insertKring(
  db: Connection,
  kring: {
    readonly id: string;
    readonly naam: string;
    readonly organisatie: string;
    readonly door: string;
  },
): Promise<void> {
  const { door, ...rest } = kring;
  await db
    .insertInto("kring")
    .values({ ...rest, gemaakt_door: door })
    .execute();
}

/** The circles that a body made and did not close, with who is in them, by name. */
export async function listKringen(db: Connection, organisatie: string): Promise<readonly Kring[]> {
  const kringen = await db
    .selectFrom("kring")
    .select(["id", "naam"])
    .where("organisatie", "=", organisatie)
    .where("gesloten_op", "is", null)
    .orderBy("naam")
    .orderBy("id")
    .execute();
  if (kringen.length === 0) return [];
  const leden = await db
    .selectFrom("kringlid")
    .leftJoin("persoon", "persoon.id", "kringlid.persoon")
    .leftJoin("organisatie", "organisatie.id", "kringlid.organisatie")
    .select(["kringlid.id", "kringlid.kring"])
    .select(["persoon.naam as persoon", "organisatie.naam as organisatie"])
    .where(
      "kringlid.kring",
      "in",
      kringen.map(({ id }) => id),
    )
    .where("kringlid.verwijderd_op", "is", null)
    .execute();
  return kringen.map((kring) => ({
    ...kring,
    leden: leden
      .filter((lid) => lid.kring === kring.id)
      .map(({ id, persoon, organisatie: body }) => ({
        ...{ id, naam: persoon ?? body ?? "" },
        soort: persoon === null ? ("organisatie" as const) : ("persoon" as const),
      }))
      .toSorted((a, b) => a.naam.localeCompare(b.naam, "nl")),
  }));
}

/** Lets a person or a body into a circle; once is enough. */
export async function insertKringlid(
  db: Connection,
  lid: {
    readonly id: string;
    readonly kring: string;
    readonly persoon?: string;
    readonly organisatie?: string;
    readonly door: string;
  },
): Promise<void> {
  const { door, ...rest } = lid;
  await db
    .insertInto("kringlid")
    .values({ ...rest, toegevoegd_door: door })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type Einde = { readonly door: string; readonly op: Date };

/** Takes somebody out of a circle; false where they were not in it. */
export async function removeKringlid(
  db: Connection,
  { kring, id }: { readonly kring: string; readonly id: string },
  { door, op }: Einde,
): Promise<boolean> {
  const gone = await db
    .updateTable("kringlid")
    .set({ verwijderd_op: op, verwijderd_door: door })
    .where("id", "=", id)
    .where("kring", "=", kring)
    .where("verwijderd_op", "is", null)
    .returning("id")
    .executeTakeFirst();
  return gone !== undefined;
}

/** Closes a circle: from then on nobody sees anything by it. */
export async function closeKring(
  db: Connection,
  { organisatie, id }: { readonly organisatie: string; readonly id: string },
  op: Date,
): Promise<boolean> {
  const closed = await db
    .updateTable("kring")
    .set({ gesloten_op: op })
    .where("id", "=", id)
    .where("organisatie", "=", organisatie)
    .where("gesloten_op", "is", null)
    .returning("id")
    .executeTakeFirst();
  return closed !== undefined;
}

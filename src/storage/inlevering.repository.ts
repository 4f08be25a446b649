import { type Selectable, sql } from "kysely";
import type {
  Bevestiging,
  Botsingskeuze,
  Inleverkop,
  Inleveruitkomst,
  Koppeling,
  Verbetering,
} from "#domain/inlevering.ts";
import { type Levering, type LeveringRegel, replaceLevering } from "#storage/cijfers.repository.ts";
import type { InleveringTable } from "#storage/inlevering-schema.ts";
import type { Voorrangsregel } from "#storage/inlevering-telling.repository.ts";
import { takeTurn } from "#storage/take-turn.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import { zegWaarom } from "#storage/wijziging.repository.ts";

export type Inleverstand = "concept" | "overgenomen" | "teruggelegd" | "vervallen";

/** A delivery as it is kept, without the bytes of its file. Moments are ISO. */
export type Inlevering = {
  readonly id: string;
  readonly stand: Inleverstand;
  /** Moves with every change of a concept. */
  readonly wijziging: number;
  readonly afzender: string;
  readonly bestandsnaam: string;
  readonly sha256: string;
  readonly grootte: number;
  readonly kop: Inleverkop;
  readonly koppelingen: readonly Koppeling[];
  readonly verbeteringen: readonly Verbetering[];
  readonly bevestigingen: readonly Bevestiging[];
  readonly keuzes: readonly Botsingskeuze[];
  readonly uitkomst?: Inleveruitkomst;
  /** What was noticed and said, as JSON, once it is done. */
  readonly verslag?: string;
  readonly gemaaktOp: string;
  readonly vervaltOp: string;
  readonly afgerondOp?: string;
};

/** What may change while a delivery is a concept. */
export type Conceptwijziging = Partial<
  Pick<Inlevering, "kop" | "koppelingen" | "verbeteringen" | "bevestigingen" | "keuzes">
>;

/** A step in the life of a delivery. */
export type Inlevergebeurtenis = {
  readonly soort:
    | "ingeleverd"
    | "overgenomen"
    | "teruggelegd"
    | "teruggedraaid"
    | "hersteld"
    | "vervallen";
  readonly reden?: string;
  readonly op: string;
};

type Nieuw = Pick<Inlevering, "id" | "afzender" | "bestandsnaam" | "sha256" | "kop"> & {
  readonly afzenderSleutel: string;
  readonly bytes: Uint8Array;
  readonly vervaltOp: Date;
};

/** Keeps a new concept with its file. */
export function insertInlevering(db: Connection, nieuw: Nieuw): Promise<void> {
  const { id, afzender, bestandsnaam, sha256, kop, bytes } = nieuw;
  return inTransaction(db, async (tx) => {
    await tx
      .insertInto("inlevering")
      .values({
        ...{ id, afzender, bestandsnaam, sha256 },
        afzender_sleutel: nieuw.afzenderSleutel,
        grootte: bytes.length,
        kop: JSON.stringify(kop),
        vervalt_op: nieuw.vervaltOp,
      })
      .execute();
    await tx.insertInto("inlevering_bestand").values({ inlevering: id, bytes }).execute();
    await addGebeurtenis(tx, id, "ingeleverd");
  });
}

export async function findInlevering(db: Connection, id: string): Promise<Inlevering | undefined> {
  const row = await db.selectFrom("inlevering").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toInlevering(row);
}

/** The file as it was sent; undefined where it lapsed. */
export async function readBestand(db: Connection, id: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom("inlevering_bestand")
    .select("bytes")
    .where("inlevering", "=", id)
    .executeTakeFirst();
  return row?.bytes;
}

/** Changes a concept that still is as `van` says; tells false where somebody was first. */
export async function updateConcept(
  db: Connection,
  { id, wijziging }: Pick<Inlevering, "id" | "wijziging">,
  nieuw: Conceptwijziging,
): Promise<boolean> {
  const texts = Object.entries(nieuw).map(([name, value]) => [name, JSON.stringify(value)]);
  const row = await db
    .updateTable("inlevering")
    .set({ ...Object.fromEntries(texts), wijziging: wijziging + 1 })
    .where("id", "=", id)
    .where("wijziging", "=", wijziging)
    .where("stand", "=", "concept")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** A delivery in a list, with how many figures it brought and whether they count. */
export type Inleverregel = Inlevering & { readonly aantal: number; readonly telt: boolean };

/** All deliveries, newest first. */
export async function listInleveringen(db: Connection): Promise<readonly Inleverregel[]> {
  const rows = await db
    .selectFrom("inlevering")
    .selectAll()
    .select(
      sql<number>`(select count(*)::int from waarneming join levering on levering.id = waarneming.levering
        where levering.inlevering = inlevering.id)`.as("aantal"),
    )
    .select(
      sql<boolean>`coalesce((select bool_and(telt) from levering
        where levering.inlevering = inlevering.id), false)`.as("telt"),
    )
    .orderBy("gemaakt_op", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ aantal, telt, ...row }) => ({ ...toInlevering(row), aantal, telt }));
}

/** What happened to a delivery, oldest first. */
export async function listGebeurtenissenVan(
  db: Connection,
  id: string,
): Promise<readonly Inlevergebeurtenis[]> {
  const rows = await db
    .selectFrom("inlevering_gebeurtenis")
    .select(["soort", "reden", "op"])
    .where("inlevering", "=", id)
    .orderBy("nummer")
    .execute();
  return rows.map(({ soort, reden, op }) => ({
    soort: soort as Inlevergebeurtenis["soort"],
    op: op.toISOString(),
    ...(reden === null ? {} : { reden }),
  }));
}

/** Who takes figures over does so one after another, until the transaction ends. */
export async function takeImportTurn(tx: Parameters<typeof takeTurn>[0]): Promise<void> {
  await takeTurn(tx, "cijfers overnemen");
}

/** What a delivery that is taken over brings. */
export type Overname = {
  readonly uitkomst: Inleveruitkomst;
  readonly verslag: string;
  readonly leveringen: readonly {
    readonly levering: Levering;
    readonly regels: readonly LeveringRegel[];
  }[];
  readonly voorrang: readonly Voorrangsregel[];
};

/** Makes the figures of a concept count, and ends it; in the transaction of `takeImportTurn`. */
export async function storeOvername(tx: Connection, id: string, overname: Overname): Promise<void> {
  const { uitkomst, verslag, leveringen, voorrang } = overname;
  const { rows } = await sql<{ next: string }>`
    select (coalesce(max(volgnummer), 0) + 1)::text as next from inlevering`.execute(tx);
  await tx
    .updateTable("inlevering")
    .set({ stand: "overgenomen", uitkomst, verslag, afgerond_op: new Date() })
    .set({ volgnummer: rows[0]?.next ?? "1" })
    .where("id", "=", id)
    .execute();
  for (const { levering, regels } of leveringen) await replaceLevering(tx, levering, regels);
  const edges = voorrang.map(({ moment, ...edge }) => ({ ...edge, moment: moment ?? null }));
  if (edges.length > 0) await tx.insertInto("inlevering_voorrang").values(edges).execute();
  await addGebeurtenis(tx, id, "overgenomen");
}

/** Ends a concept without taking anything over; tells false where it was no concept any more. */
export function storeTeruggelegd(
  db: Connection,
  { id, wijziging }: Pick<Inlevering, "id" | "wijziging">,
  verslag: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const row = await tx
      .updateTable("inlevering")
      .set({ stand: "teruggelegd", uitkomst: "teruggelegd met opmerkingen", verslag })
      .set({ afgerond_op: new Date() })
      .where("id", "=", id)
      .where("wijziging", "=", wijziging)
      .where("stand", "=", "concept")
      .returning("id")
      .executeTakeFirst();
    if (row) await addGebeurtenis(tx, id, "teruggelegd");
    return row !== undefined;
  });
}

/** Lets the figures of a delivery count or not; tells false where that was so already. */
export function setTelt(
  db: Connection,
  id: string,
  telt: boolean,
  reden: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await takeImportTurn(tx);
    await zegWaarom(tx, reden);
    const changed = await tx
      .updateTable("levering")
      .set({ telt })
      .where("inlevering", "=", id)
      .where("telt", "=", !telt)
      .returning("id")
      .execute();
    if (changed.length === 0) return false;
    await addGebeurtenis(tx, id, telt ? "hersteld" : "teruggedraaid", reden);
    return true;
  });
}

/** Takes away the file and the words of concepts that nobody finished; that they were there stays. */
export function removeVervallenConcepten(db: Connection, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .updateTable("inlevering")
      .set({ stand: "vervallen", koppelingen: "[]", verbeteringen: "[]" })
      .set({ bevestigingen: "[]", keuzes: "[]" })
      .where("stand", "=", "concept")
      .where("vervalt_op", "<=", now)
      .returning("id")
      .execute();
    for (const { id } of rows) {
      await tx.deleteFrom("inlevering_bestand").where("inlevering", "=", id).execute();
      await addGebeurtenis(tx, id, "vervallen");
    }
    return rows.length;
  });
}

async function addGebeurtenis(
  tx: Connection,
  inlevering: string,
  soort: Inlevergebeurtenis["soort"],
  reden?: string,
): Promise<void> {
  await tx
    .insertInto("inlevering_gebeurtenis")
    .values({ inlevering, soort, reden: reden ?? null })
    .execute();
}

function toInlevering(row: Selectable<InleveringTable>): Inlevering {
  const { id, wijziging, afzender, bestandsnaam, sha256, grootte, verslag, uitkomst } = row;
  return {
    ...{ id, wijziging, afzender, bestandsnaam, sha256, grootte },
    stand: row.stand as Inleverstand,
    kop: JSON.parse(row.kop),
    koppelingen: JSON.parse(row.koppelingen),
    verbeteringen: JSON.parse(row.verbeteringen),
    bevestigingen: JSON.parse(row.bevestigingen),
    keuzes: JSON.parse(row.keuzes),
    ...(uitkomst === null ? {} : { uitkomst: uitkomst as Inleveruitkomst }),
    ...(verslag === null ? {} : { verslag }),
    gemaaktOp: row.gemaakt_op.toISOString(),
    vervaltOp: row.vervalt_op.toISOString(),
    ...(row.afgerond_op === null ? {} : { afgerondOp: row.afgerond_op.toISOString() }),
  };
}

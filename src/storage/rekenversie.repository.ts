import { type Selectable, sql } from "kysely";
import { type BevriezingInhoud, hashRekenversie } from "#storage/bevriezing-hash.ts";
import { StorageError } from "#storage/storage-error.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import type { RekenversieTable, VersiegebeurtenisTable } from "#storage/versie-schema.ts";

/** What may be said of a version here; deciding on it is for a bestuursorgaan, elsewhere. */
export type Versiestatus = "concept" | "klaar voor bespreking";

/** That a version was made: this stays, whatever becomes of its content. Moments are ISO. */
export type Rekenversie = {
  readonly id: string;
  readonly reeks: string;
  readonly nummer: number;
  /** The version it was made from; absent for the first. */
  readonly vorige?: string;
  readonly hash: string;
  readonly status: Versiestatus;
  /** How often the status was set: it never goes back, as the status itself does. */
  readonly gezet: number;
  readonly gemaaktOp: string;
  /** The link that it was saved with. */
  readonly gemaaktMet: string;
  readonly vervaltOp: string;
  /** The content is gone: since when, why, and by which link where somebody threw it away. */
  readonly weg?: {
    readonly op: string;
    readonly reden: "weggegooid" | "vervallen";
    readonly met?: string;
  };
};

/** What a version holds: the sheet, with each of its keys frozen. */
export type VersieInhoud = {
  readonly naam: string;
  /** Who made it, in their own words: «werkgroep wonen». */
  readonly maker?: string;
  /** The query of the sheet, that brings it back. */
  readonly adres: string;
  readonly regio: string;
  /** Figures on the sheet that somebody filled in without a source. */
  readonly ongebronde: readonly string[];
  /** The first key and those laid beside it, each with its figures and outcome. */
  readonly bevriezingen: readonly BevriezingInhoud[];
};

/** One change in a meeting: what stood at a key path before and after, and who said so. */
export type Versiegebeurtenis = {
  readonly pad: string;
  readonly van?: string | undefined;
  readonly naar?: string | undefined;
  readonly wie?: string | undefined;
  readonly op: string;
};

/** A version to be kept, with the sha256 of the key and of the content of the request. */
export type NieuweVersie = {
  readonly id: string;
  readonly reeks: string;
  readonly vorige?: string;
  readonly opslagsleutel: string;
  readonly verzoek: string;
  readonly gemaaktOp: Date;
  readonly gemaaktMet: string;
  readonly vervaltOp: Date;
  readonly inhoud: VersieInhoud;
  readonly gebeurtenissen: readonly Versiegebeurtenis[];
};

/** Keeps a new, empty versiereeks. */
export async function insertReeks(db: Connection, id: string): Promise<void> {
  await db.insertInto("versiereeks").values({ id }).execute();
}

/** Who saves in one reeks takes turns, until the transaction ends. */
export async function lockReeks(tx: Connection, id: string): Promise<void> {
  await tx.selectFrom("versiereeks").select("id").where("id", "=", id).forUpdate().execute();
}

/** Keeps a version as the next of its reeks. Once this has answered it is kept. */
export function insertVersie(db: Connection, nieuw: NieuweVersie): Promise<Rekenversie> {
  const { id, reeks, inhoud, gebeurtenissen } = nieuw;
  return inTransaction(db, async (tx) => {
    const row = await tx
      .insertInto("rekenversie")
      .values((eb) => ({
        id,
        reeks,
        nummer: eb
          .selectFrom("rekenversie")
          .where("reeks", "=", reeks)
          .select(sql<number>`coalesce(max(nummer), 0) + 1`.as("nummer")),
        vorige: nieuw.vorige ?? null,
        hash: hashRekenversie(inhoud.bevriezingen),
        opslagsleutel: nieuw.opslagsleutel,
        verzoek: nieuw.verzoek,
        gemaakt_op: nieuw.gemaaktOp,
        gemaakt_met: nieuw.gemaaktMet,
        vervalt_op: nieuw.vervaltOp,
      }))
      .returningAll()
      .executeTakeFirstOrThrow();
    await insertInhoud(tx, id, inhoud);
    await insertGebeurtenissen(tx, id, gebeurtenissen);
    return toVersie(row);
  });
}

/** The version that was saved with this key, and with which request. */
export async function findOpgeslagen(
  db: Connection,
  reeks: string,
  opslagsleutel: string,
): Promise<{ readonly versie: Rekenversie; readonly verzoek: string } | undefined> {
  const row = await db
    .selectFrom("rekenversie")
    .selectAll()
    .where("reeks", "=", reeks)
    .where("opslagsleutel", "=", opslagsleutel)
    .executeTakeFirst();
  return row && { versie: toVersie(row), verzoek: row.verzoek };
}

/** The fact of a version, also where its content is gone. */
export async function findVersie(db: Connection, id: string): Promise<Rekenversie | undefined> {
  const row = await db
    .selectFrom("rekenversie")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toVersie(row);
}

/** Every version of a reeks, by number, those that are gone too. */
export async function listVersies(db: Connection, reeks: string): Promise<readonly Rekenversie[]> {
  const rows = await db
    .selectFrom("rekenversie")
    .selectAll()
    .where("reeks", "=", reeks)
    .orderBy("nummer")
    .execute();
  return rows.map(toVersie);
}

/**
 * What a version holds; undefined where it is gone.
 *
 * @throws StorageError "bevriezing-beschadigd" where the content no longer fits its hash.
 */
export async function findInhoud(
  db: Connection,
  { id, hash }: Pick<Rekenversie, "id" | "hash">,
): Promise<VersieInhoud | undefined> {
  const row = await db
    .selectFrom("rekenversie_inhoud")
    .selectAll()
    .where("versie", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const bevriezingen: readonly BevriezingInhoud[] = JSON.parse(row.bevriezingen);
  if (hashRekenversie(bevriezingen) !== hash) {
    throw new StorageError("bevriezing-beschadigd", { hash });
  }
  const { naam, maker, adres, regio } = row;
  const ongebronde: readonly string[] = JSON.parse(row.ongebronde);
  return { naam, ...(maker === null ? {} : { maker }), adres, regio, ongebronde, bevriezingen };
}

/** What stands in a list of versions, without the figures; of those that are not gone. */
export async function listKoppen(
  db: Connection,
  reeks: string,
): Promise<ReadonlyMap<string, Pick<VersieInhoud, "naam" | "maker" | "regio">>> {
  const rows = await db
    .selectFrom("rekenversie_inhoud")
    .innerJoin("rekenversie", "rekenversie.id", "rekenversie_inhoud.versie")
    .select(["versie", "naam", "maker", "regio"])
    .where("reeks", "=", reeks)
    .execute();
  return new Map(
    rows.map(({ versie, naam, maker, regio }) => [
      versie,
      { naam, regio, ...(maker === null ? {} : { maker }) },
    ]),
  );
}

/** The changes that came with each of these versions, in their order. */
export async function listGebeurtenissen(
  db: Connection,
  versies: readonly string[],
): Promise<readonly (Versiegebeurtenis & { readonly versie: string })[]> {
  const rows = await db
    .selectFrom("versiegebeurtenis")
    .innerJoin("rekenversie", "rekenversie.id", "versiegebeurtenis.versie")
    .selectAll("versiegebeurtenis")
    .where(sql<boolean>`versie = any(${versies}::uuid[])`)
    .orderBy("nummer")
    .orderBy("plaats")
    .execute();
  return rows.map(({ plaats: _place, op, versie, pad, van, naar, wie }) => ({
    versie,
    pad,
    ...(van === null ? {} : { van }),
    ...(naar === null ? {} : { naar }),
    ...(wie === null ? {} : { wie }),
    op: op.toISOString(),
  }));
}

/** Says how far a version is; tells false where it was set since `gezet`, or its content is gone. */
export async function setStatus(
  db: Connection,
  id: string,
  status: Versiestatus,
  { vervaltOp, gezet }: { readonly vervaltOp: Date; readonly gezet?: number | undefined },
): Promise<boolean> {
  let update = db
    .updateTable("rekenversie")
    .set({ status, vervalt_op: vervaltOp, gezet: sql<number>`gezet + 1` })
    .where("id", "=", id)
    .where("weg_op", "is", null);
  // In the statement itself: of two who read the same, one is first.
  if (gezet !== undefined) update = update.where("gezet", "=", gezet);
  return (await update.returning("id").executeTakeFirst()) !== undefined;
}

async function insertInhoud(tx: Connection, versie: string, inhoud: VersieInhoud): Promise<void> {
  await tx
    .insertInto("rekenversie_inhoud")
    .values({
      versie,
      naam: inhoud.naam,
      maker: inhoud.maker ?? null,
      adres: inhoud.adres,
      regio: inhoud.regio,
      ongebronde: JSON.stringify(inhoud.ongebronde),
      bevriezingen: JSON.stringify(inhoud.bevriezingen),
    })
    .execute();
}

async function insertGebeurtenissen(
  tx: Connection,
  versie: string,
  gebeurtenissen: readonly Versiegebeurtenis[],
): Promise<void> {
  if (gebeurtenissen.length === 0) return;
  const rows = gebeurtenissen.map(
    ({ pad, van = null, naar = null, wie = null, op }, plaats): VersiegebeurtenisTable => ({
      versie,
      plaats,
      pad,
      van,
      naar,
      wie,
      op: new Date(op),
    }),
  );
  await tx.insertInto("versiegebeurtenis").values(rows).execute();
}

function toVersie(row: Selectable<RekenversieTable>): Rekenversie {
  const { weg_op, weg_met, weg_reden } = row;
  return {
    id: row.id,
    reeks: row.reeks,
    nummer: row.nummer,
    ...(row.vorige === null ? {} : { vorige: row.vorige }),
    hash: row.hash,
    // The database holds these words to the lists by its checks.
    status: row.status as Versiestatus,
    gezet: row.gezet,
    gemaaktOp: row.gemaakt_op.toISOString(),
    gemaaktMet: row.gemaakt_met,
    vervaltOp: row.vervalt_op.toISOString(),
    ...(weg_op && {
      weg: {
        op: weg_op.toISOString(),
        reden: weg_reden as NonNullable<Rekenversie["weg"]>["reden"],
        ...(weg_met === null ? {} : { met: weg_met }),
      },
    }),
  };
}

import { type Insertable, sql } from "kysely";
import { formatBreuk, parseBreuk } from "#domain/breuk.ts";
import type { Betrouwbaarheid } from "#domain/indicator.ts";
import type { Herkomst, Tellendcijfer } from "#domain/inlevering.ts";
import { parseDuur } from "#domain/peildatum.ts";
import type { Waarneming, WaarnemingInhoud } from "#domain/waarneming.ts";
import type { GebiedTable, LeveringTable, WaarnemingTable } from "#storage/schema.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import { withoutNulls } from "#storage/without-nulls.ts";

/** A gemeente, provincie or other gebied as it was in a stretch of time. */
export type Gebied = {
  readonly code: string;
  readonly soort: string;
  readonly naam: string;
  readonly provincie?: string;
  readonly corop?: string;
  readonly sinds?: string;
  readonly tot?: string;
  /** Centre in degrees, for drawing only. */
  readonly lon?: number;
  readonly lat?: number;
};

/** One delivery of one indicator, replaced as a whole. */
export type Levering = {
  readonly id: string;
  readonly indicator: string;
  readonly moment?: string;
  readonly bron: string;
  readonly licentie?: string;
  readonly peildatum?: string;
  readonly betrouwbaarheid?: Betrouwbaarheid;
  readonly status?: NonNullable<Waarneming["status"]>;
  readonly toelichting?: string;
  /** Of the file it was read from, so that an unchanged file need not be read again. */
  readonly sha256?: string;
  /** The delivery by people that it came with. */
  readonly inlevering?: string;
};

/** A levering as it is kept; `ingelezenOp` is an ISO moment. */
export type BewaardeLevering = Levering & {
  readonly ingelezenOp: string;
  readonly waarnemingen: number;
};

/** One row of a levering, which itself tells the indicator, bron, betrouwbaarheid and status. */
export type LeveringRegel = Pick<Waarneming, "cel" | "gebied" | "moment" | "inhoud" | "opmerking">;

const CHUNK = 5_000;

/**
 * Stores a levering in place of the one with the same id: all of it, or nothing.
 *
 * A row without a moment gets that of the levering. Frozen outcomes keep the figures they ran on.
 *
 * @throws where two rows tell of the same gebied, cel and moment.
 */
export function replaceLevering(
  db: Connection,
  levering: Levering,
  regels: readonly LeveringRegel[],
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx.deleteFrom("levering").where("id", "=", levering.id).execute();
    await tx.insertInto("levering").values(toLeveringRow(levering)).execute();
    for (let start = 0; start < regels.length; start += CHUNK) {
      const rows = regels.slice(start, start + CHUNK).map((regel) => toRow(levering, regel));
      await insertRows(tx, rows);
    }
  });
}

/** All leveringen that were not undone with their number of waarnemingen, by indicator and moment. */
export async function listLeveringen(db: Connection): Promise<readonly BewaardeLevering[]> {
  const rows = await db
    .selectFrom("levering")
    .where("telt", "=", true)
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom("waarneming")
        .whereRef("waarneming.levering", "=", "levering.id")
        .select(eb.cast<number>(eb.fn.countAll(), "integer").as("aantal"))
        .as("aantal"),
    )
    .orderBy("indicator")
    .orderBy("moment")
    .orderBy("id")
    .execute();
  return rows.map(({ ingelezen_op, aantal, telt: _counts, ...row }) => ({
    ...(withoutNulls(row) as Levering),
    ingelezenOp: ingelezen_op.toISOString(),
    waarnemingen: aantal ?? 0,
  }));
}

/**
 * All that is known of these indicatoren, of these gebieden or of all, at every moment.
 *
 * Two leveringen may tell of the same figure; the one read in last comes last.
 */
export async function findWaarnemingen(
  db: Connection,
  welke: { readonly indicatoren: readonly string[]; readonly gebieden?: readonly string[] },
): Promise<readonly Waarneming[]> {
  let query = db
    .selectFrom("waarneming")
    .innerJoin("levering", "levering.id", "waarneming.levering")
    .where(sql<boolean>`waarneming.indicator = any(${welke.indicatoren}::text[])`);
  if (welke.gebieden) {
    query = query.where(sql<boolean>`waarneming.gebied = any(${welke.gebieden}::text[])`);
  }
  const rows = await query
    .selectAll("waarneming")
    .select(["levering.bron", "levering.betrouwbaarheid", "levering.status"])
    .orderBy("waarneming.indicator")
    .orderBy("levering.ingelezen_op")
    .orderBy("levering.id")
    .orderBy("waarneming.gebied")
    .orderBy("waarneming.moment")
    .orderBy("waarneming.cel")
    .execute();
  return rows.map(toWaarneming);
}

/** A figure of a levering that counts, with where it was delivered; which one goes first is a rule. */
export type Kandidaat = Tellendcijfer & {
  /** Of a delivery by people: the order in which these were taken over. */
  readonly volgnummer?: number;
};

/**
 * The figures of leveringen that were not undone: those of these indicatoren, or of all; with
 * `eigen` without what ships with the product.
 */
export async function listKandidaten(
  db: Connection,
  welke: { readonly indicatoren?: readonly string[]; readonly eigen?: boolean },
): Promise<readonly Kandidaat[]> {
  let query = db
    .selectFrom("waarneming")
    .innerJoin("levering", "levering.id", "waarneming.levering")
    .leftJoin("inlevering", "inlevering.id", "levering.inlevering")
    .where("levering.telt", "=", true);
  if (welke.eigen) query = query.where("levering.id", "not like", `${MEEGELEVERD}%`);
  if (welke.indicatoren) {
    query = query.where(sql<boolean>`waarneming.indicator = any(${welke.indicatoren}::text[])`);
  }
  const rows = await query
    .selectAll("waarneming")
    .select(["levering.bron", "levering.betrouwbaarheid", "levering.status"])
    .select(["inlevering.id as inlevering", "inlevering.afzender", "inlevering.volgnummer"])
    .orderBy("levering.ingelezen_op")
    .orderBy("levering.id")
    .execute();
  return rows.map((row) => ({
    waarneming: toWaarneming(row),
    herkomst: toHerkomst(row),
    ...(row.volgnummer === null ? {} : { volgnummer: Number(row.volgnummer) }),
  }));
}

const MEEGELEVERD = "meegeleverd/";

function toHerkomst(row: {
  readonly levering: string;
  readonly inlevering: string | null;
  readonly afzender: string | null;
}): Herkomst {
  const { levering, inlevering, afzender } = row;
  if (inlevering !== null) return { soort: "inlevering", id: inlevering, afzender: afzender ?? "" };
  if (levering.startsWith(MEEGELEVERD)) return { soort: "meegeleverd" };
  return { soort: "levering", id: levering };
}

/** Stores these gebieden in place of all that were there. */
export function replaceGebieden(db: Connection, gebieden: readonly Gebied[]): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx.deleteFrom("gebied").execute();
    await sql`insert into gebied (code, soort, naam, provincie, corop, sinds, tot, lon, lat)
      select code, soort, naam, provincie, corop, sinds, tot, lon, lat
      from json_populate_recordset(null::gebied, ${JSON.stringify(gebieden)})`.execute(tx);
  });
}

/** All gebieden of a soort, at any time, by code and first day. */
export async function listGebieden(db: Connection, soort: string): Promise<readonly Gebied[]> {
  const rows = await db
    .selectFrom("gebied")
    .selectAll()
    .where("soort", "=", soort)
    .orderBy("code")
    .orderBy(sql`sinds nulls first`)
    .execute();
  return rows.map((row: GebiedTable) => withoutNulls(row) as Gebied);
}

// As one JSON text: as many parameters as there are figures would be ten times slower.
async function insertRows(db: Connection, rows: readonly WaarnemingTable[]): Promise<void> {
  await sql`insert into waarneming
    select * from json_populate_recordset(null::waarneming, ${JSON.stringify(rows)})`.execute(db);
}

function toLeveringRow(levering: Levering): Omit<Insertable<LeveringTable>, "ingelezen_op"> {
  return {
    id: levering.id,
    indicator: levering.indicator,
    moment: levering.moment ?? null,
    bron: levering.bron,
    licentie: levering.licentie ?? null,
    peildatum: levering.peildatum ?? null,
    betrouwbaarheid: levering.betrouwbaarheid ?? null,
    status: levering.status ?? null,
    toelichting: levering.toelichting ?? null,
    sha256: levering.sha256 ?? null,
    ...(levering.inlevering === undefined ? {} : { inlevering: levering.inlevering }),
  };
}

function toRow(levering: Levering, regel: LeveringRegel): WaarnemingTable {
  return {
    levering: levering.id,
    indicator: levering.indicator,
    cel: regel.cel,
    gebied: regel.gebied,
    moment: regel.moment ?? levering.moment ?? null,
    ...toContentColumns(regel.inhoud),
    opmerking: regel.opmerking ?? null,
  };
}

type ContentColumns = Pick<WaarnemingTable, "soort" | "waarde" | "laag" | "hoog" | "kenmerk">;

function toContentColumns(inhoud: WaarnemingInhoud): ContentColumns {
  const empty = { soort: inhoud.soort, waarde: null, laag: null, hoog: null, kenmerk: null };
  switch (inhoud.soort) {
    case "getal":
      return {
        ...empty,
        waarde: formatBreuk(inhoud.waarde),
        laag: inhoud.laag ? formatBreuk(inhoud.laag) : null,
        hoog: inhoud.hoog ? formatBreuk(inhoud.hoog) : null,
      };
    case "kenmerk":
      return { ...empty, kenmerk: inhoud.code };
    case "duur":
      return { ...empty, kenmerk: `${inhoud.duur.aantal} ${inhoud.duur.maat}` };
    case "datum":
      return { ...empty, kenmerk: inhoud.datum };
    case "onbekend":
      return empty;
  }
}

type FoundRow = WaarnemingTable & Pick<LeveringTable, "bron" | "betrouwbaarheid" | "status">;

/** A stored row as the figure it is. */
export function toWaarneming(row: FoundRow): Waarneming {
  const { indicator, cel, gebied, bron } = row;
  const { moment, betrouwbaarheid, status, opmerking } = row;
  const known = withoutNulls({ moment, betrouwbaarheid, status, opmerking });
  return { indicator, cel, gebied, bron, inhoud: toInhoud(row), ...(known as Partial<Waarneming>) };
}

function toInhoud(row: ContentColumns): WaarnemingInhoud {
  const code = row.kenmerk ?? "";
  if (row.soort === "kenmerk") return { soort: "kenmerk", code };
  if (row.soort === "datum") return { soort: "datum", datum: code };
  const duur = row.soort === "duur" ? parseDuur(code) : undefined;
  if (duur) return { soort: "duur", duur };
  const waarde = parseBreuk(row.waarde ?? "");
  if (!waarde) return { soort: "onbekend" };
  const laag = parseBreuk(row.laag ?? "");
  const hoog = parseBreuk(row.hoog ?? "");
  return { soort: "getal", waarde, ...(laag && { laag }), ...(hoog && { hoog }) };
}

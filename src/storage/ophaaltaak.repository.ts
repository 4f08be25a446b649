import { gunzipSync, gzipSync } from "node:zlib";
import { type Selectable, sql } from "kysely";
import type { OphaalTables } from "#storage/ophaal-schema.ts";
import type { Connection } from "#storage/transaction.ts";

export type Ophaalstand = "wacht" | "bezig" | "gestopt" | "klaar" | "mislukt";

/** Something that is fetched, as people follow it; moments are ISO. */
export type Ophaaltaak = {
  readonly id: string;
  readonly vraag: unknown;
  /** The program began it itself. */
  readonly vanzelf: boolean;
  readonly stand: Ophaalstand;
  readonly stap?: string;
  readonly gedaan: number;
  readonly totaal?: number;
  readonly stopGevraagd: boolean;
  readonly fout?: string;
  readonly uitkomst?: unknown;
  readonly gemaaktOp: string;
  readonly begonnenOp?: string;
  readonly bijgewerktOp: string;
  readonly klaarOp?: string;
  readonly teruggezetOp?: string;
};

export type Voortgang = {
  readonly stap: string;
  readonly gedaan: number;
  readonly totaal?: number | undefined;
};

/** How it ended; what stood before is kept beside figures that were put in. */
export type Afloop =
  | { readonly stand: "klaar"; readonly uitkomst: unknown; readonly vorige?: unknown }
  /** Pages that came in are kept where they may still be right: the line broke, not what it said. */
  | { readonly stand: "mislukt"; readonly fout: string; readonly bladen: "houd" | "weg" }
  /** A person stopped it, or the server itself stops and another time goes on. */
  | { readonly stand: "gestopt" | "wacht" };

export async function createOphaaltaak(
  db: Connection,
  taak: { readonly id: string; readonly vraag: unknown; readonly vanzelf?: boolean },
): Promise<void> {
  const { id, vraag, vanzelf = false } = taak;
  await db
    .insertInto("ophaaltaak")
    .values({ id, vraag: JSON.stringify(vraag), vanzelf })
    .execute();
}

export async function findOphaaltaak(db: Connection, id: string): Promise<Ophaaltaak | undefined> {
  const row = await selectTaken(db).where("id", "=", id).executeTakeFirst();
  return row && toTaak(row);
}

/** The newest first. */
export async function listOphaaltaken(
  db: Connection,
  hoogstens: number,
): Promise<readonly Ophaaltaak[]> {
  const rows = await selectTaken(db).orderBy("gemaakt_op", "desc").limit(hoogstens).execute();
  return rows.map(toTaak);
}

function selectTaken(db: Connection) {
  return db.selectFrom("ophaaltaak").selectAll();
}

/**
 * Takes a task on as `bij`; undefined where it is not there to be taken on: another has it, it is
 * done, or it was stopped.
 */
export async function beginOphaaltaak(
  db: Connection,
  id: string,
  bij: string,
): Promise<Ophaaltaak | undefined> {
  const row = await db
    .updateTable("ophaaltaak")
    .set({
      stand: "bezig",
      bezig_bij: bij,
      stop_gevraagd: false,
      begonnen_op: sql<Date>`coalesce(begonnen_op, now())`,
      bijgewerkt_op: sql<Date>`now()`,
    })
    .where("id", "=", id)
    .where("stand", "=", "wacht")
    .returningAll()
    .executeTakeFirst();
  return row && toTaak(row);
}

/** Tells how far it is, and hears whether it was told to stop, or is no longer its own. */
export async function meldVoortgang(
  db: Connection,
  id: string,
  bij: string,
  voortgang?: Voortgang,
): Promise<"verder" | "stop"> {
  const row = await db
    .updateTable("ophaaltaak")
    .set({
      bijgewerkt_op: sql<Date>`now()`,
      ...(voortgang && { ...voortgang, totaal: voortgang.totaal ?? null }),
    })
    .where("id", "=", id)
    .where("bezig_bij", "=", bij)
    .returning("stop_gevraagd")
    .executeTakeFirst();
  return row && !row.stop_gevraagd ? "verder" : "stop";
}

/** False where it is no longer its own: then nothing that belongs to it may be kept either. */
export async function sluitOphaaltaak(
  db: Connection,
  id: string,
  bij: string,
  afloop: Afloop,
): Promise<boolean> {
  const { stand } = afloop;
  const vorige = stand === "klaar" ? afloop.vorige : undefined;
  const { numUpdatedRows } = await db
    .updateTable("ophaaltaak")
    .set({
      stand,
      bezig_bij: null,
      bijgewerkt_op: sql<Date>`now()`,
      klaar_op: stand === "klaar" || stand === "mislukt" ? sql<Date>`now()` : null,
      fout: stand === "mislukt" ? afloop.fout : null,
      uitkomst: stand === "klaar" ? JSON.stringify(afloop.uitkomst) : null,
      vorige: vorige === undefined ? null : JSON.stringify(vorige),
    })
    .where("id", "=", id)
    .where("bezig_bij", "=", bij)
    .executeTakeFirst();
  const done = stand === "klaar" || (stand === "mislukt" && afloop.bladen === "weg");
  if (done) await db.deleteFrom("ophaalblad").where("taak", "=", id).execute();
  return numUpdatedRows === 1n;
}

/** Asks whoever has it to stop; what nobody has yet, stops at once. */
export async function vraagStop(db: Connection, id: string): Promise<void> {
  await db
    .updateTable("ophaaltaak")
    .set((eb) => ({
      stop_gevraagd: true,
      stand: eb.case().when("stand", "=", "wacht").then("gestopt").else(eb.ref("stand")).end(),
    }))
    .where("id", "=", id)
    .where("stand", "in", ["wacht", "bezig"])
    .execute();
}

/** Puts it in line again, as it was left; false where it is in line, at work or done already. */
export async function zetKlaar(db: Connection, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("ophaaltaak")
    .set({ stand: "wacht", stop_gevraagd: false, fout: null })
    .set({ bijgewerkt_op: sql<Date>`now()`, klaar_op: null })
    .where("id", "=", id)
    .where("stand", "in", ["gestopt", "mislukt"])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Puts tasks back in line whose server is gone: it has told nothing for so long.
 *
 * @param bij Of the server itself, which is not gone.
 */
export async function bevrijdHangend(db: Connection, bij: string, seconden: number): Promise<void> {
  await db
    .updateTable("ophaaltaak")
    .set((eb) => ({
      // What somebody wanted to stop does not begin again because its server went.
      stand: eb.case().when("stop_gevraagd", "=", true).then("gestopt").else("wacht").end(),
      bezig_bij: null,
    }))
    .where("stand", "=", "bezig")
    .where("bezig_bij", "!=", bij)
    .where(sql<boolean>`bijgewerkt_op <= now() - make_interval(secs => ${seconden})`)
    .execute();
}

/** Tasks in line, the oldest first. */
export async function listWachtend(db: Connection): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("ophaaltaak")
    .select("id")
    .where("stand", "=", "wacht")
    .orderBy("gemaakt_op")
    .execute();
  return rows.map(({ id }) => id);
}

/** What stood before it put its figures in; undefined where there is nothing to put back. */
export async function leesVorige(db: Connection, id: string): Promise<unknown> {
  const row = await db
    .selectFrom("ophaaltaak")
    .select("vorige")
    .where("id", "=", id)
    .where("teruggezet_op", "is", null)
    .executeTakeFirst();
  return row?.vorige ? JSON.parse(row.vorige) : undefined;
}

export async function noteerTeruggezet(db: Connection, id: string): Promise<void> {
  await db
    .updateTable("ophaaltaak")
    .set({ teruggezet_op: sql<Date>`now()`, vorige: null })
    .where("id", "=", id)
    .execute();
}

/** One page that came in, of a part of the task. */
export type Ophaalblad = { readonly adres: string; readonly tekst: string };

/** In the order in which they came; none that are older than a day, for the source may have moved on. */
export async function listBladen(
  db: Connection,
  taak: string,
  deel: string,
): Promise<readonly Ophaalblad[]> {
  const rows = await db
    .selectFrom("ophaalblad")
    .select(["adres", "inhoud"])
    .where("taak", "=", taak)
    .where("deel", "=", deel)
    .where(sql<boolean>`bewaard_op > now() - interval '1 day'`)
    .orderBy("nummer")
    .execute();
  return rows.map(({ adres, inhoud }) => ({ adres, tekst: gunzipSync(inhoud).toString("utf8") }));
}

export async function bewaarBlad(
  db: Connection,
  taak: string,
  deel: string,
  { adres, tekst }: Ophaalblad,
): Promise<void> {
  await db
    .insertInto("ophaalblad")
    .values((eb) => ({
      ...{ taak, deel, adres, inhoud: gzipSync(tekst) },
      nummer: eb
        .selectFrom("ophaalblad")
        .where("taak", "=", taak)
        .where("deel", "=", deel)
        .select(({ fn, val }) =>
          sql<number>`coalesce(${fn.max("nummer")}, 0) + ${val(1)}::int`.as("volgende"),
        ),
    }))
    .execute();
}

function toTaak(row: Selectable<OphaalTables["ophaaltaak"]>): Ophaaltaak {
  const { stap, totaal, fout, uitkomst, begonnen_op, klaar_op, teruggezet_op } = row;
  return {
    id: row.id,
    vraag: JSON.parse(row.vraag),
    vanzelf: row.vanzelf,
    stand: row.stand as Ophaalstand,
    gedaan: row.gedaan,
    stopGevraagd: row.stop_gevraagd,
    gemaaktOp: row.gemaakt_op.toISOString(),
    bijgewerktOp: row.bijgewerkt_op.toISOString(),
    ...(stap === null ? {} : { stap }),
    ...(totaal === null ? {} : { totaal }),
    ...(fout === null ? {} : { fout }),
    ...(uitkomst === null ? {} : { uitkomst: JSON.parse(uitkomst) as unknown }),
    ...(begonnen_op === null ? {} : { begonnenOp: begonnen_op.toISOString() }),
    ...(klaar_op === null ? {} : { klaarOp: klaar_op.toISOString() }),
    ...(teruggezet_op === null ? {} : { teruggezetOp: teruggezet_op.toISOString() }),
  };
}

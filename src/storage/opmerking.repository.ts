import { type Expression, sql } from "kysely";
import type { Antwoord, Opmerking, Opmerkingdeling } from "#domain/opmerking.ts";
import type { Connection } from "#storage/transaction.ts";

/** A remark to be kept, of the body and the person who ask. */
export type NieuweOpmerking = Pick<
  Opmerking,
  "id" | "gemeente" | "adres" | "waarover" | "tekst" | "zichtbaarheid" | "kring"
>;

/** Keeps a remark; nobody but its makers and the gemeente sees it until it is marked as seen. */
export async function insertOpmerking(db: Connection, nieuw: NieuweOpmerking): Promise<void> {
  const { kring, ...rest } = nieuw;
  await db
    .insertInto("opmerking")
    .values({ ...rest, kring: kring ?? null })
    .execute();
}

/** A remark with its answers; undefined where there is none, or none for who asks. */
export async function findOpmerking(db: Connection, id: string): Promise<Opmerking | undefined> {
  const [found] = await select(db, sql<boolean>`x.id = ${id}::uuid`, 1);
  return found;
}

/** The remarks that who asks may see, newest first; about one gemeente where one is named. */
export function listOpmerkingen(
  db: Connection,
  { gemeente, hoogstens }: { readonly gemeente?: string; readonly hoogstens: number },
): Promise<readonly Opmerking[]> {
  const about =
    gemeente === undefined ? sql<boolean>`true` : sql<boolean>`x.gemeente = ${gemeente}`;
  return select(db, about, hoogstens);
}

/**
 * Marks a remark as seen by somebody of the gemeente; from here on it is also for whom its maker
 * chose. A second time changes nothing.
 */
export async function markGezien(
  db: Connection,
  id: string,
  { persoon, op }: { readonly persoon: string; readonly op: Date },
): Promise<void> {
  await db
    .updateTable("opmerking")
    .set({ gezien_op: op, gezien_door: persoon })
    .where("id", "=", id)
    .where("gezien_op", "is", null)
    .execute();
}

/** Adds an answer of the gemeente; nothing that was said before is changed by it. */
export async function insertAntwoord(
  db: Connection,
  antwoord: {
    readonly id: string;
    readonly opmerking: string;
    readonly organisatie: string;
    readonly tekst: string;
  },
): Promise<void> {
  await db.insertInto("opmerking_antwoord").values(antwoord).execute();
}

type Rij = {
  readonly id: string;
  readonly gemeente: string;
  readonly adres: string;
  readonly waarover: string;
  readonly tekst: string;
  readonly organisatie: string;
  readonly van: string;
  readonly zichtbaarheid: Opmerkingdeling;
  readonly kring: string | null;
  readonly gemaakt_op: Date;
  readonly gezien_op: Date | null;
  readonly antwoorden: readonly {
    readonly tekst: string;
    readonly van: string;
    readonly op: string;
  }[];
};

async function select(
  db: Connection,
  where: Expression<boolean>,
  hoogstens: number,
): Promise<readonly Opmerking[]> {
  const { rows } = await sql<Rij>`
    select x.id, x.gemeente, x.adres, x.waarover, x.tekst, x.organisatie, o.naam as van,
      x.zichtbaarheid, x.kring, x.gemaakt_op, x.gezien_op,
      coalesce((select json_agg(json_build_object('tekst', a.tekst, 'van', g.naam, 'op', a.gemaakt_op)
          order by a.volgnummer)
        from opmerking_antwoord a join organisatie g on g.id = a.organisatie
        where a.opmerking = x.id), '[]'::json) as antwoorden
    from opmerking x join organisatie o on o.id = x.organisatie
    where ${where}
    order by x.gemaakt_op desc, x.id
    limit ${hoogstens}`.execute(db);
  return rows.map(toOpmerking);
}

function toOpmerking({ kring, gemaakt_op, gezien_op, antwoorden, ...rest }: Rij): Opmerking {
  return {
    ...rest,
    op: gemaakt_op.toISOString(),
    ...(kring === null ? {} : { kring }),
    ...(gezien_op === null ? {} : { gezienOp: gezien_op.toISOString() }),
    antwoorden: antwoorden.map(
      ({ op, ...said }): Antwoord => ({ ...said, op: new Date(op).toISOString() }),
    ),
  };
}

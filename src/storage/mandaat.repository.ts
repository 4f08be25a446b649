import { type Selectable, sql } from "kysely";
import type { Bestuursmandaat, Mandaat, Organisatie, Rol } from "#domain/toegang.ts";
import type { OrganisatieTable } from "#storage/toegang-schema.ts";
import type { Connection } from "#storage/transaction.ts";

/** What is given, and by whom; absent where an installation is filled for the first time. */
type Gift = {
  readonly van: string;
  readonly tot?: string | undefined;
  readonly gegevenDoor?: string | undefined;
};

/** Gives somebody a mandate; a second time with the same id changes nothing. */
export async function insertMandaat(
  db: Connection,
  mandaat: Gift & {
    readonly id: string;
    readonly persoon: string;
    readonly organisatie: string;
    readonly rol: Rol;
  },
): Promise<void> {
  const { gegevenDoor, ...rest } = mandaat;
  await db
    .insertInto("mandaat")
    .values({ ...rest, gegeven_door: gegevenDoor ?? null })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** All mandates of a person that were not ended, of whatever day, oldest first. */
export async function listMandatenVan(
  db: Connection,
  persoon: string,
): Promise<readonly Mandaat[]> {
  const rows = await db
    .selectFrom("mandaat")
    .innerJoin("organisatie", "organisatie.id", "mandaat.organisatie")
    .selectAll("organisatie")
    .select(["mandaat.id as mandaat", "mandaat.rol", "mandaat.van", "mandaat.tot as mandaat_tot"])
    .where("mandaat.persoon", "=", persoon)
    .where("mandaat.beeindigd_op", "is", null)
    .orderBy("mandaat.van")
    .orderBy("organisatie.naam")
    .orderBy("mandaat.id")
    .execute();
  return rows.map(({ mandaat, rol, van, mandaat_tot, ...organisatie }) => ({
    id: mandaat,
    organisatie: toOrganisatie(organisatie),
    rol: rol as Rol,
    van,
    ...(mandaat_tot === null ? {} : { tot: mandaat_tot }),
  }));
}

/** Lets a body use a power of another body. */
export async function insertBestuursmandaat(
  db: Connection,
  mandaat: Gift &
    Pick<Bestuursmandaat, "id" | "over" | "aan" | "stuk"> & { readonly gever: string },
): Promise<void> {
  const { gegevenDoor, ...rest } = mandaat;
  await db
    .insertInto("bestuursmandaat")
    .values({ ...rest, gegeven_door: gegevenDoor ?? null })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** The powers that bodies were given to use and that were not ended, of whatever day. */
export async function listBestuursmandaten(
  db: Connection,
  aan: readonly string[],
): Promise<readonly Bestuursmandaat[]> {
  if (aan.length === 0) return [];
  const rows = await db
    .selectFrom("bestuursmandaat as m")
    .innerJoin("organisatie", "organisatie.id", "m.gever")
    .selectAll("organisatie")
    .select(["m.id as mandaat", "m.over", "m.aan", "m.van", "m.tot as mandaat_tot", "m.stuk"])
    .where("m.aan", "in", [...aan])
    .where("m.beeindigd_op", "is", null)
    .orderBy("m.van")
    .orderBy("m.id")
    .execute();
  return rows.map(({ mandaat, over, aan: to, van, mandaat_tot, stuk, ...gever }) => ({
    ...{ id: mandaat, over, aan: to, van, stuk },
    gever: toOrganisatie(gever),
    ...(mandaat_tot === null ? {} : { tot: mandaat_tot }),
  }));
}

/** The circles that a person is in, alone or with one of these bodies. */
export async function listKringenVan(
  db: Connection,
  persoon: string,
  organisaties: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("kringlid")
    .innerJoin("kring", "kring.id", "kringlid.kring")
    .select("kring.id")
    .distinct()
    .where("kring.gesloten_op", "is", null)
    .where("kringlid.verwijderd_op", "is", null)
    .where((eb) =>
      eb.or([
        // Of people only those of the body itself are in its circle, as long as they act for it.
        eb.and([
          eb("kringlid.persoon", "=", persoon),
          sql<boolean>`kring.organisatie = any(${[...organisaties]}::uuid[])`,
        ]),
        sql<boolean>`kringlid.organisatie = any(${[...organisaties]}::uuid[])`,
      ]),
    )
    .orderBy("kring.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** A row as the value that the rules know. */
export function toOrganisatie(row: Selectable<OrganisatieTable>): Organisatie {
  return {
    id: row.id,
    soort: row.soort as Organisatie["soort"],
    naam: row.naam,
    ...(row.gebied === null ? {} : { gebied: row.gebied }),
    ...(row.tot === null ? {} : { tot: row.tot }),
  };
}

import { type Selectable, sql } from "kysely";
import type { Eigendom, Zichtbaarheid } from "#domain/toegang.ts";
import type { EigendomKolommen } from "#storage/column-types.ts";
import type { Connection } from "#storage/transaction.ts";

/** Something that people make and share. */
export type Onderwerp =
  | "correctieronde"
  | "fonds"
  | "inlevering"
  | "rekenversie"
  | "versiereeks"
  | "woordenlijst";

/** How far something is shared: with a circle that is named, or further or less far. */
export type Deling =
  | { readonly zichtbaarheid: "kring"; readonly kring: string }
  | { readonly zichtbaarheid: Exclude<Zichtbaarheid, "kring"> };

/** Whose a row is; undefined where it has no owner: from before there were accounts. */
export function toEigendom(row: Selectable<EigendomKolommen>): Eigendom | undefined {
  const { organisatie, persoon, zichtbaarheid, kring } = row;
  if (zichtbaarheid === null) return undefined;
  return {
    ...(organisatie === null ? {} : { organisatie }),
    ...(persoon === null ? {} : { persoon }),
    // The database holds it to these words by a check.
    zichtbaarheid: zichtbaarheid as Zichtbaarheid,
    ...(kring === null ? {} : { kring }),
  };
}

/**
 * Whether who asks may change this, or only see it; undefined where there is no such thing for
 * them, or where it has no owner and only its link says.
 */
export async function findRecht(
  db: Connection,
  soort: Onderwerp,
  id: string,
): Promise<"wijzigen" | "zien" | undefined> {
  const row = await db
    .selectFrom(soort)
    .select(sql<boolean>`wijzigt(organisatie, persoon, zichtbaarheid)`.as("wijzigt"))
    .where("id", "=", id)
    .where("zichtbaarheid", "is not", null)
    .executeTakeFirst();
  if (!row) return undefined;
  return row.wijzigt ? "wijzigen" : "zien";
}

const MET_LINK = ["versiereeks", "correctieronde", "woordenlijst", "inlevering"] as const;

/** The same for whatever a link can open, by its id alone. */
export async function findRechtOp(
  db: Connection,
  id: string,
): Promise<"wijzigen" | "zien" | undefined> {
  for (const soort of MET_LINK) {
    const recht = await findRecht(db, soort, id);
    if (recht !== undefined) return recht;
  }
  return undefined;
}

/** Whose something is and whether who asks may change it; undefined where they may not see it. */
export async function findEigendom(
  db: Connection,
  soort: Onderwerp,
  id: string,
): Promise<{ readonly eigendom: Eigendom; readonly wijzigbaar: boolean } | undefined> {
  const row = await db
    .selectFrom(soort)
    .select(["organisatie", "persoon", "zichtbaarheid", "kring"])
    .select(sql<boolean>`wijzigt(organisatie, persoon, zichtbaarheid)`.as("wijzigbaar"))
    .where("id", "=", id)
    .executeTakeFirst();
  const eigendom = row && toEigendom(row);
  return row && eigendom && { eigendom, wijzigbaar: row.wijzigbaar };
}

/** Shares something further or less far; false where who asks has no such thing of their own. */
export async function deelOnderwerp(
  db: Connection,
  soort: Onderwerp,
  id: string,
  deling: Deling,
): Promise<boolean> {
  const row = await db
    .updateTable(soort)
    .set(toKolommen(deling))
    .where("id", "=", id)
    .where("zichtbaarheid", "is not", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The columns that say how far something is shared. */
export function toKolommen(deling: Deling): { zichtbaarheid: string; kring: string | null } {
  const kring = deling.zichtbaarheid === "kring" ? deling.kring : null;
  return { zichtbaarheid: deling.zichtbaarheid, kring };
}

/** The circles that who asks is in, by id, and as people call them. */
export async function listKringnamen(
  db: Connection,
  kringen: readonly string[],
): Promise<readonly { readonly id: string; readonly naam: string }[]> {
  if (kringen.length === 0) return [];
  return db
    .selectFrom("kring")
    .select(["id", "naam"])
    .where("id", "in", [...kringen])
    .orderBy("naam")
    .orderBy("id")
    .execute();
}
